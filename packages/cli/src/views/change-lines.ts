import type { Origin, Step } from '@entitle/graph'
import { type ChangeNode, descendants, happening, lossNames, lossOf, movedOf, segmentsOf } from '@entitle/graph'
import { objectLabel } from '@entitle/language'
import type { ChangeVoice } from './change-voice.ts'
import { changedLines, changedValues } from './changed-values.ts'
import { padded, widest, widthOf } from './columns.ts'
import { counted, peopleWords } from './counted.ts'
import { shortFinding } from './finding.ts'
import type { Paint } from './paint.ts'
import { printableText } from './printable.ts'

export interface ChangeContext {
  readonly paint: Paint
  readonly columns: number
  readonly voice: ChangeVoice
  /** Shows what is inside new objects too. */
  readonly verbose: boolean
  nameOf(uri: string): string
}

/** A line of the tree; `right` is where it was declared and stands in a column of its own. */
interface Line {
  readonly left: string
  readonly right?: string
}

/** The tree as lines: each object on one, its changed values below it, blank lines between the outermost objects. */
export const changeLines = (nodes: readonly ChangeNode[], context: ChangeContext): readonly string[] => {
  const blocks = nodes.map(node => rootLines(node, context))
  const column = placeColumn(blocks.flat(), context.columns)
  return blocks.flatMap(lines => [...lines.map(line => withPlace(line, column, context.paint)), ''])
}

/** Where the places stand: behind the widest object that leaves room for them. */
const placeColumn = (lines: readonly Line[], columns: number): number => {
  const placed = lines.filter(line => line.right !== undefined)
  const most = columns - widest(placed.map(line => line.right ?? '')) - 2
  return Math.max(40, ...placed.map(line => widthOf(line.left)).filter(width => width <= most)) + 2
}

const withPlace = ({ left, right }: Line, column: number, paint: Paint): string => {
  if (right === undefined) return left
  return widthOf(left) + 2 <= column ? `${padded(left, column)}${paint.dim(right)}` : `${left}  ${paint.dim(right)}`
}

const rootLines = (node: ChangeNode, context: ChangeContext): readonly Line[] => {
  const what = happening(node)
  const { paint, voice } = context
  const name =
    node.kind === 'settings'
      ? paint.bold('settings')
      : `${objectLabel(node.kind)} ${paint.bold(printableText(node.name))}`
  const sign = what === 'inside' ? '' : `${voice.symbol(what, paint)} `
  return [
    { left: `${sign}${name}${inside(node, context)}${voice.note(what, '')}`, ...place(node, context) },
    ...details(node, 6, context),
    ...childLines(node, 2, context),
  ]
}

const childLines = (node: ChangeNode, indent: number, context: ChangeContext): readonly Line[] => {
  if (happening(node) === 'delete') return []
  const shown = node.children.filter(child => !isCounted(node, child, context))
  const labels = widest(shown.map(child => objectLabel(child.kind)))
  return shown.flatMap(child => {
    const what = happening(child)
    const left =
      `${' '.repeat(indent)}${context.voice.symbol(what, context.paint)} ${padded(objectLabel(child.kind), labels)}  ` +
      `${printableText(child.name)}${inside(child, context)}${movedFrom(child) ?? context.voice.note(what, objectLabel(child.kind))}`
    return [
      { left, ...place(child, context) },
      ...details(child, indent + 6, context),
      ...childLines(child, indent + 4, context),
    ]
  })
}

/** Of a person who has the package through another policy so far: which one that is. */
const movedFrom = ({ steps }: ChangeNode): string | undefined => {
  const moved = steps.find(({ reason }) => reason === 'moved')
  if (moved !== undefined && moved.counterpart === undefined)
    return ': the end of a move that an earlier deployment began'
  const policy = moved?.counterpart === undefined ? undefined : segmentsOf(moved.counterpart).at(-2)
  return policy === undefined
    ? undefined
    : `: has it through ${printableText(policy.name)}; ended there, then granted here`
}

/** Objects in a new object are counted behind its name; packages stand on lines of their own. */
const isCounted = (parent: ChangeNode, child: ChangeNode, { voice, verbose }: ChangeContext): boolean =>
  voice.counts &&
  !verbose &&
  happening(parent) === 'create' &&
  happening(child) === 'create' &&
  child.kind !== 'access-package' &&
  child.findings.length === 0

const inside = (node: ChangeNode, context: ChangeContext): string => {
  const hidden = node.children
    .filter(child => isCounted(node, child, context))
    .flatMap(child => [child, ...descendants(child)])
  const kinds = [...new Set(hidden.map(child => child.kind))]
  const parts = kinds.map(kind => counted(hidden.filter(child => child.kind === kind).length, objectLabel(kind)))
  return parts.length === 0 ? '' : context.paint.dim(` (${parts.join(', ')})`)
}

const place = (node: ChangeNode, context: ChangeContext): { readonly right?: string } => {
  const origin: Origin | undefined = node.steps.find(step => step.origin !== undefined)?.origin
  return origin === undefined ? {} : { right: `${context.nameOf(origin.range.uri)}:${origin.range.start.line + 1}` }
}

const details = (node: ChangeNode, indent: number, context: ChangeContext): readonly Line[] => {
  const { voice, columns, paint } = context
  const updates = node.steps.filter(step => step.action === 'update')
  const values = updates.flatMap(step => changedValues(step, voice.declaredFirst))
  const gap = ' '.repeat(indent)
  return [
    ...changedLines(values, indent, columns, paint),
    ...lossLines(node).map(line => `${gap}${paint.red(line)}`),
    ...node.findings.map(finding => `${gap}${shortFinding(finding, paint)}`),
  ].map(left => ({ left }))
}

/** Who loses access by the deletion of what holds it, and who goes on having it through another policy: counted, the first ten named. */
const lossLines = (node: ChangeNode): readonly string[] => {
  if (happening(node) !== 'delete') return []
  const steps = descendants(node).flatMap(each => each.steps)
  const [loss, moved] = [lossOf({ steps }), movedOf({ steps })]
  return [
    ...(loss.people === 0 ? [] : [`${peopleWords(loss.people, 'loses', 'lose')} access: ${lossNames(loss)}`]),
    ...(moved.people === 0
      ? []
      : [`${peopleWords(moved.people, 'is', 'are')} moved to ${whereTo(steps)}: ${lossNames(moved)}`]),
  ].map(printableText)
}

/** `Alpine supplier access › Employees`, where all go to one policy. */
const whereTo = (steps: readonly Step[]): string => {
  const places = new Set(
    steps.flatMap(({ counterpart }) =>
      counterpart === undefined
        ? []
        : [
            segmentsOf(counterpart)
              .slice(-3, -1)
              .map(({ name }) => name)
              .join(' › '),
          ],
    ),
  )
  const [only, ...others] = places
  return only === undefined || others.length > 0 ? 'other policies' : only
}

const isEnding = ({ steps }: ChangeNode): boolean =>
  steps.some(({ action, reason }) => reason === 'ended' || (reason === 'moved' && action === 'delete'))

/** How many objects of each fate are in the tree. */
export const tally = (nodes: readonly ChangeNode[]): { [what in ReturnType<typeof happening>]: number } => {
  const counts = { create: 0, update: 0, delete: 0, replace: 0, unmanaged: 0, inside: 0 }
  for (const node of nodes.flatMap(root => [root, ...descendants(root)]))
    if (!isEnding(node)) counts[happening(node)] += 1
  return counts
}
