import { type Imported, trail } from '@entitle/language'
import { wrapped } from './columns.ts'
import { counted } from './counted.ts'
import type { Paint } from './paint.ts'
import { printableText } from './printable.ts'

type Lists = Pick<Imported, 'listed' | 'parts'> & { readonly verbose: boolean }

interface Line {
  /** The object, and the property where it isn't the whole of it. */
  readonly what: string
  readonly why: string
}

/** How many lines of one reason are shown without `--verbose`. */
const most = 8

/** What the files don't say, by reason: whole objects, what deploying would change, what deploying keeps. */
export const unwrittenLines = ({ listed, parts, verbose }: Lists, paint: Paint, columns: number): readonly string[] => {
  const block = (title: string, lines: readonly Line[]) =>
    lines.length === 0 ? [] : [title, ...byReason(lines, verbose, paint, columns), '']
  const line = ({ address, path, why }: { readonly address: string; readonly path: string; readonly why: string }) => ({
    what: path === '' ? trail(address) : `${trail(address)}: ${path}`,
    why,
  })
  const changing = parts.filter(({ changes }) => changes)
  const kept = parts.filter(({ changes }) => !changes)
  return [
    ...block(paint.bold(`Not written: ${counted(listed.length, 'object')}`), listed.map(line)),
    ...block(
      paint.bold('Written, but not as they are in the tenant: deploying the files would change them'),
      changing.map(line),
    ),
    ...block(paint.bold('Written without: deploying keeps it as it is in the tenant'), kept.map(line)),
  ]
}

const byReason = (lines: readonly Line[], verbose: boolean, paint: Paint, columns: number): readonly string[] =>
  [...Map.groupBy(lines, ({ why }) => why)].flatMap(([why, group]) => {
    const shown = verbose ? group : group.slice(0, most)
    const rest = group.length - shown.length
    return [
      ...shown.map(({ what }) => `  ${paint.yellow('?')} ${printableText(what)}`),
      ...(rest === 0 ? [] : [`    ${paint.dim(`and ${rest} more: --verbose shows them`)}`]),
      ...wrapped(printableText(why), columns - 4).map(each => `    ${paint.dim(each)}`),
    ]
  })
