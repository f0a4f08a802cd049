import { titleKey } from '../references/facts.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange } from '../syntax/range.ts'
import { type Check, findingAt } from './check.ts'

/** Two scenarios of one title: a report on one could mean either. The first of them keeps it. */
export const scenarioTitles: Check = ({ documents, facts }) =>
  documents
    .flatMap(document => nodesOf(document, 'Scenario'))
    .flatMap(scenario => {
      if (scenario.title === undefined || scenario.title.trim() === '') return []
      const first = facts.at(titleKey(scenario.title))[0]?.node
      return first === undefined || first === scenario
        ? []
        : [
            findingAt(
              'repeated-title',
              'warning',
              propertyRange(scenario, 'title'),
              'Another scenario has this title, so a report on it could mean either. Give each its own.',
              {
                related: [
                  { place: { kind: 'source', range: propertyRange(first, 'title') }, message: 'This one has it too.' },
                ],
              },
            ),
          ]
    })
