import type * as ast from '../generated/ast.ts'
import { endingAt } from '../syntax/moment.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { statementOf } from './element.ts'
import type { Names } from './names.ts'
import type { Expectation, PackageElement, ScenarioElement, ScenarioRequestor, Sourced } from './program.ts'
import { subjectsOf } from './subject.ts'

export const scenarioOf = (node: ast.Scenario, names: Names): ScenarioElement => {
  const requestor = sourced(statementOf<ast.Requestor>(node, 'Requestor'), each => requestorOf(each, names))
  const requests = sourced(statementOf<ast.RequestsPackage>(node, 'RequestsPackage'), each => requestOf(each, names))
  return {
    element: 'scenario',
    node,
    title: node.title ?? '',
    ...(requestor === undefined ? {} : { requestor }),
    ...(requests === undefined ? {} : { requests }),
    expectations: node.statements.flatMap(statement =>
      statement.$type === 'Requestor' || statement.$type === 'RequestsPackage'
        ? []
        : (sourced(statement, each => expectationOf(each, names, requests?.value.package)) ?? []),
    ),
    range: rangeOf(node),
    titleRange: propertyRange(node, 'title'),
  }
}

const sourced = <N extends ast.ScenarioStatement, V>(
  node: N | undefined,
  read: (node: N) => V | undefined,
): Sourced<V> | undefined => {
  const value = node === undefined ? undefined : read(node)
  return node === undefined || value === undefined ? undefined : { value, range: rangeOf(node) }
}

const requestorOf = (node: ast.Requestor, names: Names): ScenarioRequestor | undefined => {
  switch (node.kind) {
    case 'external': {
      if (node.domain !== undefined) return { requestor: 'external', domain: node.domain }
      const target = node.organization?.ref
      const organization = target === undefined ? undefined : names.organizationOf(target)
      return organization === undefined ? undefined : { requestor: 'external', organization }
    }
    case 'member':
      return { requestor: 'member', groups: names.directory.uses(node.groups) }
    case 'guest':
      return { requestor: 'guest' }
    default: {
      const person = names.directory.use(node.person)
      return person === undefined ? undefined : { requestor: 'person', person }
    }
  }
}

const requestOf = (
  node: ast.RequestsPackage,
  { packageOf }: Names,
): { readonly package: PackageElement; readonly on?: string } | undefined => {
  const target = node.package?.ref
  const element = target === undefined ? undefined : packageOf(target)
  if (element === undefined) return undefined
  return { package: element, ...(node.date?.date === undefined ? {} : { on: node.date.date }) }
}

const expectationOf = (
  node: ast.Expect,
  { directory, packageOf }: Names,
  requested: PackageElement | undefined,
): Expectation | undefined => {
  switch (node.$type) {
    case 'ExpectPolicy': {
      const policy = requested?.policies.find(candidate => candidate.node === node.policy?.ref)
      return policy === undefined ? undefined : { expect: 'policy', policy }
    }
    case 'ExpectDenied':
      return { expect: 'denied' }
    case 'ExpectApproval':
      return node.none === true
        ? { expect: 'approval' }
        : { expect: 'approval', stages: node.stages.map(({ approvers }) => subjectsOf(approvers, directory)) }
    case 'ExpectAccess':
      if (node.endless === true) return { expect: 'access' }
      return node.until?.date === undefined ? undefined : { expect: 'access', until: endingAt(node.until) }
    case 'ExpectReview':
      if (node.none === true) return { expect: 'review' }
      return node.frequency === undefined ? undefined : { expect: 'review', frequency: node.frequency }
    default: {
      const target = node.target?.ref
      if (target?.$type === 'Package') {
        const excluded = packageOf(target)
        return excluded === undefined ? undefined : { expect: 'incompatible', package: excluded }
      }
      const group = target === undefined ? undefined : directory.declaredAs(target)
      return group === undefined ? undefined : { expect: 'incompatible', group }
    }
  }
}
