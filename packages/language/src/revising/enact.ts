import type { Position, SourceEdit } from '@entitle/graph'
import type { Written } from '../resolve/written.ts'
import { addStatements, replace } from '../rules/edit.ts'
import { flat, indented, insertion, linesOf, sameWords } from './layout.ts'
import { reviseList } from './revise-list.ts'
import type { Meaning } from './slots.ts'
import { type Changed, type Wishes, wishes } from './wishes.ts'

/** What is to become of a block, what is asked of others settled. */
export interface Deeds extends Pick<Wishes, 'gone' | 'changed' | 'added'> {
  /** Declarations to put behind all that stands there. */
  readonly declarations: readonly Written[]
  readonly meaning: Meaning
}

/** The widest line that a block in one line may make, as the formatter has it. */
const lineWidth = 120

/** The edits that make of a block what is wanted; `after` tells the order of its statements. */
export const enact = (own: Written, after: Written, deeds: Deeds): readonly SourceEdit[] => {
  const { gone, changed, added, declarations } = deeds
  if (gone.length + changed.length + added.length + declarations.length === 0) return []
  if (own.within === undefined)
    return [
      addStatements(own.block, [
        ...added.map(each => ({ lines: linesOf(each), apart: false })),
        ...declarations.map((each, index) => ({ lines: linesOf(each), apart: index > 0 || added.length > 0 })),
      ]),
    ]
  return own.block.inline ? [inOneLine(own, deeds)] : inLines(own, own.within, after, deeds)
}

const inLines = (own: Written, within: Position, after: Written, deeds: Deeds): readonly SourceEdit[] => {
  const { gone, changed, added, declarations, meaning } = deeds
  const { uri, indent } = own.block
  const stays = own.statements.filter(each => !gone.includes(each))
  const isDeclaration = ({ type }: Written) => type === 'Package' || type === 'Policy' || type === 'Workflow'
  const last = stays.at(-1)
  return [
    ...gone.map(each => replace(each.removal, '')),
    ...changed.flatMap(each => change(each, own, meaning)),
    ...added.map(each => {
      const before = neighbour(each, after, stays, changed)
      return insertion(uri, before?.behind ?? within, each, { indent, apart: false })
    }),
    ...declarations.map(each =>
      insertion(uri, last?.behind ?? within, each, { indent, apart: stays.length > 0 || !isDeclaration(each) }),
    ),
  ]
}

/** The statement behind which one is put: that of those which stand there that is written before it and nearest to it. */
const neighbour = (
  added: Written,
  { statements }: Written,
  stays: readonly Written[],
  changed: readonly Changed[],
): Written | undefined => {
  const earlier = statements.slice(0, statements.indexOf(added)).toReversed()
  for (const each of earlier) {
    const there =
      changed.find(({ after }) => after === each)?.own.at(-1) ??
      stays.findLast(
        mine => mine.type === each.type && (mine.type !== 'Ask' || mine.property('text') === each.property('text')),
      )
    if (there !== undefined && stays.includes(there)) return there
  }
  return stays.findLast(({ type }) => type === 'Pin' || type === 'Formerly' || type === 'Description')
}

const change = ({ own: stands, before, after }: Changed, block: Written, meaning: Meaning): readonly SourceEdit[] => {
  const own = stands.at(-1)
  if (own === undefined) return []
  const { indent } = block.block
  const listed = own.items === undefined ? undefined : reviseList({ own: stands, before, after, meaning })
  if (listed !== undefined) return listed
  const rest = stands.slice(0, -1).map(each => replace(each.removal, ''))
  const isInside = own.type === after.type && own.within !== undefined && after.statements.length > 0
  if (!isInside || before?.type !== after.type) return [...rest, replace(own.range, indented(linesOf(after), indent))]
  const { inherited, ...inside } = wishes({ own, before, after, meaning })
  const head = sameWords(before.head.text, after.head.text) ? [] : [replace(own.head.range, after.head.text)]
  const added = [...inside.added, ...inherited.flatMap(each => each.after ?? [])]
  return [...rest, ...head, ...enact(own, after, { ...inside, added, declarations: [], meaning })]
}

/** A block in one line is written anew; no comment can stand in it. */
const inOneLine = (own: Written, { gone, changed, added, declarations }: Deeds): SourceEdit => {
  const { block } = own
  const texts = own.statements.flatMap(each => {
    if (gone.includes(each)) return []
    const found = changed.find(({ own: stands }) => stands.includes(each))
    if (found === undefined) return [{ lines: [each.text] }]
    return found.own.at(-1) === each ? [{ lines: linesOf(found.after) }] : []
  })
  const all = [...texts, ...[...added, ...declarations].map(each => ({ lines: linesOf(each) }))]
  const inside = all.map(({ lines }) => flat(lines.join('\n'))).join(' ')
  const range = block.inside?.range ?? own.range
  const isShort = all.every(({ lines }) => lines.length === 1) && range.start.character + inside.length + 3 <= lineWidth
  if (isShort && declarations.length === 0) return replace(range, inside === '' ? ' ' : ` ${inside} `)
  const { indent } = block
  const put = all.map(({ lines }) => `\n${' '.repeat(indent)}${indented(lines, indent)}`).join('')
  return replace(range, `${put}\n${' '.repeat(indent - 2)}`)
}
