import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { headRange, rangeOf } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Scenarios that can't run, or that test nothing: without a requestor, a request or an expectation, or with expectations that exclude each other. */
export const scenarioParts: FileCheck = ({ documents }) =>
  documents.flatMap(document =>
    nodesOf(document, 'Scenario').flatMap(scenario => [...missing(scenario), ...contradictions(scenario)]),
  )

const missing = (scenario: ast.Scenario): Finding[] => {
  const has = (type: string) => scenario.statements.some(({ $type }) => $type === type)
  const range = headRange(scenario)
  return [
    ...(has('Requestor')
      ? []
      : [
          findingAt(
            'scenario-without-requestor',
            'error',
            range,
            'This scenario says nobody who requests. Add who it is, as in `requestor member` or `requestor external from "fabrikam.com"`.',
          ),
        ]),
    ...(has('RequestsPackage')
      ? []
      : [
          findingAt(
            'scenario-without-request',
            'error',
            range,
            'This scenario says nothing that is requested. Add a package, as in `requests partners.alpine`.',
          ),
        ]),
    ...(scenario.statements.some(isExpectation)
      ? []
      : [
          findingAt(
            'scenario-without-expectation',
            'warning',
            range,
            'This scenario expects nothing, so it always passes. Add what should happen, as in `expect denied` or `expect approval by manager`.',
          ),
        ]),
  ]
}

const isExpectation = ({ $type }: ast.ScenarioStatement): boolean => $type.startsWith('Expect')

/** Who is denied gets no policy, approval, access or review. */
const contradictions = ({ statements }: ast.Scenario): Finding[] => {
  const denied = statements.find(({ $type }) => $type === 'ExpectDenied')
  if (denied === undefined) return []
  return statements
    .filter(statement => isExpectation(statement) && !['ExpectDenied', 'ExpectIncompatible'].includes(statement.$type))
    .map(statement =>
      findingAt(
        'contradictory-expectations',
        'error',
        rangeOf(statement),
        'Whoever is denied gets nothing, so this can never be met beside `expect denied`. Leave one of them out.',
        { related: [{ place: { kind: 'source', range: rangeOf(denied) }, message: 'Denial is expected here.' }] },
      ),
    )
}
