import {
  type ChangeNode,
  changeTree,
  descendants,
  type KindName,
  type Plan,
  reasons,
  risks,
  type SourceRange,
  type Step,
} from '@entitle/graph'
import { describeChanges, label, objectLabel, propertyLabel } from '@entitle/language'
import type { PlanNode } from './plan-node.ts'
import { spread } from './spread.ts'
import { counted } from './summary.ts'

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? '' : '.'}`

/** Objects whose label says all that there is to say of them when they are new. */
const selfExplaining: ReadonlySet<KindName> = new Set<KindName>([
  'sponsor',
  'catalog-role',
  'catalog-resource',
  'resource-role-scope',
  'incompatible-package',
  'incompatible-group',
])

/** Properties that the label says. */
const inLabel: ReadonlySet<string> = new Set(['displayName', 'target'])

/** The changes worth a line: none of what is deleted, and of what is new only what its label doesn't say. */
const told = ({ action, kind, changes }: Step): Step['changes'] => {
  if (action === 'delete' || (action === 'create' && selfExplaining.has(kind))) return []
  const worth = action === 'update' ? changes : changes.filter(({ path, after }) => !inLabel.has(path) && after !== '')
  return worth.flatMap(change => spread(kind, change))
}

const properties = (step: Step): readonly PlanNode[] => {
  const changes = told(step)
  return describeChanges(step.kind, changes).map((change, index) => {
    const path = changes.find(({ path }) => propertyLabel(step.kind, path) === change.label)?.path ?? ''
    const range = step.origin?.properties?.[path] ?? step.origin?.range
    const detail = step.action === 'create' ? change.after : `${change.before} → ${change.after}`
    return {
      id: `${step.id}#${index}`,
      sort: 'property',
      label: change.label,
      detail,
      explanation: [],
      address: step.address,
      ...(range === undefined ? {} : { range }),
      children: [],
    }
  })
}

/** `2 grants, 1 policy`: what a new package brings along. */
const contents = (inside: readonly ChangeNode[]): string | undefined => {
  const numbers = new Map<string, number>()
  for (const { steps } of inside.flatMap(each => [each, ...descendants(each)]))
    for (const { kind } of steps) numbers.set(objectLabel(kind), (numbers.get(objectLabel(kind)) ?? 0) + 1)
  const counts = [...numbers].map(([noun, number]) => counted(number, noun))
  return counts.length === 0 ? undefined : counts.join(', ')
}

const change = (step: Step, inside: readonly ChangeNode[]): PlanNode => {
  const detail = step.kind === 'access-package' && step.action === 'create' ? contents(inside) : undefined
  return {
    id: step.id,
    sort: step.action,
    label: label(step.address),
    address: step.address,
    ...(detail === undefined ? {} : { detail }),
    explanation: [
      sentence(reasons[step.reason]),
      ...(step.risk === 'none' ? [] : [sentence(risks[step.risk])]),
      sentence(step.undo.how),
    ],
    ...(step.origin === undefined ? {} : { range: step.origin.range }),
    children: [...properties(step), ...inside.flatMap(nodesOf)],
  }
}

const nodesOf = ({ address, steps, unmanaged, children }: ChangeNode): readonly PlanNode[] => {
  const [last, ...earlier] = steps.toReversed()
  if (last !== undefined) return [...earlier.map(step => change(step, [])), change(last, children)]
  const node = { id: address, label: label(address), address, explanation: [], children: children.flatMap(nodesOf) }
  return unmanaged
    ? [
        {
          ...node,
          sort: 'unmanaged',
          detail: 'not declared; it stays',
          explanation: ['In the tenant, and not in your files.'],
        },
      ]
    : [{ ...node, sort: 'group' }]
}

const findings = (plan: Plan): readonly PlanNode[] =>
  plan.findings.map((finding, index) => {
    const range: SourceRange | undefined = finding.place.kind === 'source' ? finding.place.range : undefined
    return {
      id: `finding ${index}`,
      sort: 'finding',
      label: finding.message,
      detail: finding.severity,
      explanation: [finding.message, finding.why, finding.help].filter(text => text !== undefined),
      ...(range === undefined ? {} : { range }),
      children: [],
    }
  })

/** A plan as a tree: what was found first, then catalogs, their packages, their policies, each with what changes. */
export const outline = (plan: Plan): readonly PlanNode[] => [...findings(plan), ...changeTree(plan).flatMap(nodesOf)]
