import { createHash } from 'node:crypto'
import type { Finding, SourceRange } from '@entitle/graph'

/** What tells a finding from others and stays as it is when lines move. Of several with the same key, the first is the first. */
export interface FindingKey {
  readonly rule: string
  /** The file's name, as its reader calls it; empty for an object of a tenant. */
  readonly file: string
  /** The way to the innermost declaration or object around it, where there is one. */
  readonly in?: string
  /** What the sources say there, where it is more than the declaration's name. */
  readonly at?: string
}

/** What keys are read from. */
export interface KeySources {
  nameOf(uri: string): string
  textOf(uri: string): string | undefined
  wayTo(place: SourceRange): string | undefined
}

export const keyOf = ({ rule, place }: Finding, sources: KeySources): FindingKey => {
  if (place.kind === 'tenant') return { rule, file: '', in: place.address }
  const way = sources.wayTo(place.range)
  const said = saidAt(sources.textOf(place.range.uri) ?? '', place.range)
  // On a declaration's name: the declaration says it all, and its other words may change.
  const at = way?.endsWith(` ${said}`) === true ? '' : said
  return {
    rule,
    file: sources.nameOf(place.range.uri),
    ...(way === undefined ? {} : { in: way }),
    ...(at === '' ? {} : { at }),
  }
}

/** Longer texts are told apart by their beginning. */
const longest = 200

/** What stands in the range's first line, or in the whole line where the range is empty; blanks don't count. */
const saidAt = (text: string, { start, end }: SourceRange): string => {
  const line = text.split(/\r\n|\r|\n/)[start.line] ?? ''
  const until = end.line > start.line ? line.length : end.character
  const within = line.slice(start.character, until)
  return (within.trim() === '' ? line : within).trim().replaceAll(/\s+/g, ' ').slice(0, longest)
}

/** The key as one text, the same for two findings with the same key. */
export const keyText = (key: FindingKey): string => JSON.stringify([key.rule, key.file, key.in ?? '', key.at ?? ''])

/** For each finding a short name that stays as it is when lines move; equal keys are numbered in order. */
export const fingerprints = (findings: readonly Finding[], sources: KeySources): readonly string[] => {
  const seen = new Map<string, number>()
  return findings.map(finding => {
    const key = keyText(keyOf(finding, sources))
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return `${createHash('sha256').update(key).digest('hex').slice(0, 16)}:${count}`
  })
}
