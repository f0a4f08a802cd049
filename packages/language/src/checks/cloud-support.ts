import type { Cloud, Finding, SourceRange } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import { nodesOf } from '../syntax/nodes.ts'
import { rangeOf } from '../syntax/range.ts'
import { type Check, findingAt } from './check.ts'

const clouds: { readonly [cloud in Cloud]?: string } = {
  usgov: "Microsoft's cloud for the US government",
  'usgov-dod': "Microsoft's cloud for the US Department of Defense",
  china: "Microsoft's cloud in China",
}

/**
 * Statements that some clouds don't know: there Graph refuses them. An error where every tenant is in such a cloud, a warning where one is.
 * https://learn.microsoft.com/graph/deployments
 */
export const cloudSupport: Check = ({ documents, whole: { tenants } }) => {
  const without = tenants.filter(({ cloud }) => clouds[cloud] !== undefined)
  if (without.length === 0) return []
  const names = without.map(({ name }) => name).join(', ')
  const kinds = [...new Set(without.map(({ cloud }) => clouds[cloud] ?? cloud))].join(' and ')
  return documents
    .flatMap(unsupportedIn)
    .map(
      ({ what, range }): Finding =>
        findingAt(
          'not-in-cloud',
          without.length === tenants.length ? 'error' : 'warning',
          range,
          `${kinds}, where ${without.length === 1 ? `tenant ${names} is` : `tenants ${names} are`}, doesn't know ${what}: Microsoft Graph refuses it there. Leave it out.`,
        ),
    )
}

const unsupportedIn = (
  document: LangiumDocument,
): readonly { readonly what: string; readonly range: SourceRange }[] => [
  ...nodesOf(document, 'Notifications').map(node => ({ what: '`notifications off`', range: rangeOf(node) })),
  ...nodesOf(document, 'UserSponsors').map(node => ({ what: '`user sponsors`', range: rangeOf(node) })),
  ...nodesOf(document, 'ApproverVisibility').map(node => ({
    what: `\`approvers ${node.value}\``,
    range: rangeOf(node),
  })),
  ...nodesOf(document, 'Justification')
    .filter(({ $container, value }) => $container.$type === 'Approval' && value === 'required')
    .map(node => ({ what: 'the justification of a requestor', range: rangeOf(node) })),
]
