import type { Finding } from '../model/finding.ts'
import { addressOf, type KindName, kindNames, segmentsOf } from '../model/tenant.ts'
import { isMovedAway } from './moves.ts'
import type { Plan, Step } from './plan.ts'

/** An object in a plan's tree: what happens to it, and the objects inside it to which something happens. */
export interface ChangeNode {
  readonly kind: KindName
  readonly name: string
  readonly address: string
  /** None where only something inside the object changes; two where it is removed and made anew. */
  readonly steps: readonly Step[]
  readonly unmanaged: boolean
  /** The plan's findings about this object. */
  readonly findings: readonly Finding[]
  readonly children: readonly ChangeNode[]
}

interface Growing extends ChangeNode {
  readonly steps: Step[]
  unmanaged: boolean
  readonly findings: Finding[]
  readonly children: Growing[]
}

/**
 * The plan's steps and unmanaged objects as the tenant nests them: settings, organizations, catalogs, packages, policies. Of a person who
 * moves to another policy, the end of the former access stands only in what is deleted with it, and the new access only where the
 * sources say it.
 */
export const changeTree = (plan: Plan): readonly ChangeNode[] => {
  const roots: Growing[] = []
  const nodes = new Map<string, Growing>()
  const nodeAt = (address: string): Growing => {
    const known = nodes.get(address)
    if (known !== undefined) return known
    const segments = segmentsOf(address)
    let siblings = roots
    let at: string | undefined
    let node: Growing | undefined
    for (const { kind, name } of segments) {
      at = addressOf(kind, name, at)
      node = nodes.get(at)
      if (node === undefined) {
        node = { kind, name, address: at, steps: [], unmanaged: false, findings: [], children: [] }
        nodes.set(at, node)
        siblings.push(node)
      }
      siblings = node.children
    }
    if (node === undefined) throw new Error(`An address without segments: ${address}`)
    return node
  }
  const deleted = new Set(plan.steps.filter(step => step.action === 'delete').map(step => step.address))
  const goes = ({ address }: Pick<Step, 'address'>) => [...deleted].some(each => address.startsWith(`${each}/`))
  const isTold = (step: Step) => {
    if (isMovedAway(step)) return goes(step)
    const { reason, origin, counterpart = '' } = step
    return reason !== 'moved' || origin !== undefined || !goes({ address: counterpart })
  }
  for (const step of plan.steps) if (isTold(step)) nodeAt(step.address).steps.push(step)
  for (const { address } of plan.unmanaged) if (!deleted.has(address)) nodeAt(address).unmanaged = true
  for (const finding of plan.findings)
    if (finding.place.kind === 'tenant') nodes.get(finding.place.address)?.findings.push(finding)
  sort(roots)
  return roots
}

const order = new Map(kindNames.map((kind, i) => [kind, i]))

/** By kind, then by name; unmanaged objects last. */
const sort = (nodes: Growing[]): void => {
  nodes.sort(
    (a, b) =>
      Number(a.unmanaged) - Number(b.unmanaged) ||
      (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0) ||
      (a.name < b.name ? -1 : 1),
  )
  for (const node of nodes) sort(node.children)
}

/** What happens to the object as one word. */
export type Happening = 'create' | 'update' | 'delete' | 'replace' | 'unmanaged' | 'inside'

export const happening = ({ steps, unmanaged }: ChangeNode): Happening => {
  if (unmanaged) return 'unmanaged'
  const [first] = steps
  if (first === undefined) return 'inside'
  return steps.length > 1 || (first.action === 'create' && first.reason === 'moved') ? 'replace' : first.action
}

/** Every node below, the node itself not included. */
export const descendants = (node: ChangeNode): readonly ChangeNode[] =>
  node.children.flatMap(child => [child, ...descendants(child)])
