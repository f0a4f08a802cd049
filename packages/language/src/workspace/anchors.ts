import type { SourceRange } from '@entitle/graph'
import type { AstNode, LangiumDocument } from 'langium'
import { type Cut, cutOf } from '../syntax/passages.ts'
import { lineOf } from '../syntax/per-node.ts'

interface Anchored {
  readonly cut: Cut
  /** Passages by their ids. */
  readonly byId: ReadonlyMap<string, AstNode>
  readonly starts: readonly number[]
}

/**
 * Tells places in passages of large files from the passage's first line on, so that what is known of one place stays true when lines are
 * added above it. Such a place has the passage behind `#@` in its URI.
 */
export class Anchors {
  private readonly files = new Map<string, Anchored>()
  private now = 0

  /** Another number whenever a place may be elsewhere than it was. */
  get time(): number {
    return this.now
  }

  /** Takes in where the passages of the files stand now. */
  update(documents: Iterable<LangiumDocument>): void {
    const gone = new Set(this.files.keys())
    for (const document of documents) {
      const cut = cutOf(document)
      if (cut === undefined) continue
      const uri = document.uri.toString()
      gone.delete(uri)
      const before = this.files.get(uri)
      if (before?.cut === cut) continue
      const starts = cut.passages.map(lineOf)
      this.files.set(uri, { cut, starts, byId: new Map([...cut.ids].map(([node, id]) => [id, node])) })
      if (before === undefined || starts.some((line, index) => line !== before.starts[index])) this.now += 1
    }
    for (const uri of gone) this.files.delete(uri)
    if (gone.size > 0) this.now += 1
  }

  /** Data with its places told from the passages that they stand in. */
  anchored<T>(value: T): T {
    return this.files.size === 0 ? value : mapped(value, range => this.anchor(range))
  }

  /** Data with its places as they are now. */
  placed<T>(value: T): T {
    return this.files.size === 0 ? value : mapped(value, range => this.place(range))
  }

  /** Whether data has places that are told from passages. */
  moves(value: unknown): boolean {
    return this.files.size > 0 && JSON.stringify(value).includes(mark)
  }

  private anchor(range: SourceRange): SourceRange {
    const file = this.files.get(range.uri)
    if (file === undefined) return range
    const index = lastUpTo(file.starts, range.start.line)
    const node = file.cut.passages[index]
    const base = file.starts[index]
    const end = node?.$cstNode?.range.end.line
    if (node === undefined || base === undefined || end === undefined || range.start.line > end) return range
    return moved(range, `${range.uri}${mark}${file.cut.ids.get(node)}`, -base)
  }

  private place(range: SourceRange): SourceRange {
    const at = range.uri.indexOf(mark)
    if (at < 0) return range
    const uri = range.uri.slice(0, at)
    const node = this.files.get(uri)?.byId.get(range.uri.slice(at + mark.length))
    return node === undefined ? range : moved(range, uri, lineOf(node))
  }
}

const mark = '#@'

/** The file of a place, whether or not it is told from a passage. */
export const fileOfPlace = ({ uri }: Pick<SourceRange, 'uri'>): string => {
  const at = uri.indexOf(mark)
  return at < 0 ? uri : uri.slice(0, at)
}

const moved = ({ start, end }: SourceRange, uri: string, lines: number): SourceRange => ({
  uri,
  start: { line: start.line + lines, character: start.character },
  end: { line: end.line + lines, character: end.character },
})

/** The index of the last number that is not above `limit`; -1 for none. */
const lastUpTo = (numbers: readonly number[], limit: number): number => {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Plain data with every place in it exchanged. */
const mapped = <T>(value: T, of: (range: SourceRange) => SourceRange): T => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(each => mapped(each as unknown, of)) as T
  if (isRange(value)) return of(value) as T
  const copy: { [property: string]: unknown } = {}
  for (const [property, each] of Object.entries(value)) copy[property] = mapped(each as unknown, of)
  return copy as T
}

const isRange = (value: object): value is SourceRange => 'uri' in value && 'start' in value && 'end' in value
