import path from 'node:path'
import { type Baseline, readBaseline } from '../findings/baseline.ts'
import type { KeySources } from '../findings/finding-key.ts'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { printableText } from '../views/printable.ts'
import { nameFrom } from '../views/reports/file-names.ts'
import { readable } from './file-reason.ts'
import type { Sources } from './open-sources.ts'

/** A baseline's file, as typed. @throws {Refusal} for what can't be read or is none. */
export const baselineIn = async (typed: string, { files, folder }: Ports): Promise<Baseline> => {
  const found = readBaseline(await readable(typed, () => files.readText(path.resolve(folder, typed))))
  if (found !== undefined) return found
  throw unusable(
    `${printableText(typed)} is no baseline. Write one with entitle check --write-baseline ${printableText(typed)}.`,
  )
}

/** Files are named from the folder of the baseline on, so that it may be kept beside them anywhere. */
export const keysFor = (typed: string, sources: Sources, { folder }: Pick<Ports, 'folder'>): KeySources => {
  const root = path.dirname(path.resolve(folder, typed))
  return {
    nameOf: uri => nameFrom(root, uri),
    textOf: uri => sources.text(uri),
    wayTo: place => sources.wayTo(place),
  }
}
