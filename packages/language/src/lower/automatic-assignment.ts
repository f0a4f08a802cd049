import type { Value } from '@entitle/graph'
import type { AutomaticAssignment } from '../resolve/program.ts'
import { isoDuration } from './iso-duration.ts'

/** Everyone whom the rule matches. https://learn.microsoft.com/graph/api/resources/attributerulemembers */
export const attributeRuleMembers = ({ rule }: AutomaticAssignment): Value => ({
  '@odata.type': '#microsoft.graph.attributeRuleMembers',
  membershipRule: rule,
})

/** Access comes by the rule and goes with it, at once or after a time. https://learn.microsoft.com/graph/api/resources/accesspackageautomaticrequestsettings */
export const automaticRequestSettings = (automatic: AutomaticAssignment | undefined): Value =>
  automatic === undefined
    ? null
    : {
        requestAccessForAllowedTargets: true,
        removeAccessWhenTargetLeavesAllowedTargets: true,
        gracePeriodBeforeAccessRemoval:
          automatic.removedAfterMinutes === undefined ? null : isoDuration(automatic.removedAfterMinutes),
      }
