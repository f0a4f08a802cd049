import path from 'node:path'
import { type Drawn, mermaid, nearest, svg } from '@entitle/language'
import type { PictureFormat } from '../arguments/graph.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { writable } from '../sources/file-reason.ts'
import { openSources } from '../sources/open-sources.ts'
import type { CommonArguments } from '../tenant-arguments.ts'
import { listed } from '../views/counted.ts'
import { printableText } from '../views/printable.ts'

export interface GraphArguments extends CommonArguments {
  /** The package whose lifecycle is drawn; undefined: a map. */
  readonly package?: string
  /** The catalog that is mapped; undefined: all. */
  readonly catalog?: string
  /** Undefined: as the name of the file ends. */
  readonly as?: PictureFormat
  /** Undefined: standard output. */
  readonly out?: string
}

/** Draws what the sources declare. @throws {Refusal} where there is nothing to draw, or it can't be told what is meant. */
export const graph = async (options: GraphArguments, ports: Ports): Promise<ExitCode> => {
  const { out, as = out !== undefined && /\.svg$/i.test(out) ? 'svg' : 'mermaid' } = options
  const drawn = drawnBy(options)
  const drawing = (await openSources(options, ports)).draw(drawn)
  if (!('picture' in drawing)) throw unusable(printableText(withNear(drawing, drawn)))
  const text = as === 'svg' ? svg(drawing.picture) : mermaid(drawing.picture)
  if (out === undefined) {
    ports.terminal.write(text)
    return exitCodes.fine
  }
  await writable(out, () => ports.files.writeText(path.resolve(ports.folder, out), text))
  ports.terminal.write(`${printableText(out)} is written: ${printableText(drawing.picture.title)}\n`)
  return exitCodes.fine
}

const drawnBy = ({ package: named, catalog }: GraphArguments): Drawn => {
  if (named !== undefined && catalog !== undefined)
    throw unusable('--package draws the lifecycle of one package and --catalog a map: give one of them.')
  if (named !== undefined) return { what: 'lifecycle', package: named }
  return catalog === undefined ? { what: 'map' } : { what: 'map', catalog }
}

/** So many names are read at a glance. */
const few = 8

const withNear = (
  { says, near }: { readonly says: string; readonly near: readonly string[] },
  drawn: Drawn,
): string => {
  const typed = drawn.what === 'lifecycle' ? drawn.package : (drawn.catalog ?? '')
  const guess = typed === '' ? undefined : nearest(typed, near)
  if (near.length === 0) return says
  if (guess !== undefined) return `${says} Is it ${guess}?`
  return near.length > few
    ? `${says} There are ${near.length}, ${near.slice(0, few).join(', ')} and others.`
    : `${says} There ${near.length === 1 ? 'is' : 'are'} ${listed(near)}.`
}
