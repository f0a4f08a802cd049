import type { Finding } from '@entitle/graph'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Texts that people read or the tenant goes by, and what is lost where they say nothing. */
const texts = [
  ['Organization', 'displayName', 'The tenant knows an organization by its display name.'],
  ['Catalog', 'displayName', 'The tenant knows a catalog by its display name.'],
  ['Package', 'displayName', 'People find a package by its display name.'],
  ['Policy', 'displayName', 'The tenant knows a policy by its display name.'],
  ['Workflow', 'displayName', 'The tenant knows a workflow by its display name.'],
  ['StandaloneReview', 'displayName', 'Reviewers see the display name of a review.'],
  ['Scenario', 'title', 'A scenario is reported by its title.'],
  ['Grant', 'role', 'A grant names a role of its resource.'],
  ['PairSide', 'role', 'What conflicts is a role of a resource.'],
  ['Ask', 'text', 'A question needs words that ask something.'],
  ['Ask', 'choices', 'An answer that people choose needs words.'],
  ['Translation', 'text', 'A translation needs the words of the other language.'],
  ['LogicApp', 'app', 'A workflow calls a Logic App by its name.'],
  ['LogicApp', 'resourceGroup', 'A Logic App is found by its resource group.'],
] as const

/** Texts without a word. */
export const emptyText: FileCheck = ({ documents }) =>
  documents.flatMap(document =>
    texts.flatMap(([type, property, why]) =>
      nodesOf(document, type).flatMap((node): Finding[] => {
        const said: unknown = Reflect.get(node, property)
        return (Array.isArray(said) ? said : [said]).flatMap((value, index) =>
          typeof value === 'string' && value.trim() === ''
            ? [
                findingAt(
                  'empty-text',
                  'error',
                  propertyRange(node, property, Array.isArray(said) ? index : undefined),
                  `This text is empty. ${why}`,
                ),
              ]
            : [],
        )
      }),
    ),
  )
