import type { Finding } from '@entitle/graph'
import { gather, type Said } from '../rules/index.ts'
import type { Outcome } from './check-file.ts'
import { sortFindings } from './order.ts'

/** What one file says of another one (or of itself). */
interface Page {
  readonly findings: Finding[]
  readonly said: Said[]
}

interface Entry {
  readonly outcome: Outcome
  readonly pages: ReadonlyMap<string, Page>
}

/**
 * Puts together what looking at each file told: a file's findings are its own, those that other files have of its lines, and those that hold
 * as long as no file uses something. Only files of which something else is told now are put together again.
 */
export class Ledger {
  private readonly entries = new Map<string, Entry>()
  private readonly speakers = new Map<string, Set<string>>()
  private readonly uses = new Map<string, number>()
  private readonly watchers = new Map<string, Set<string>>()
  private readonly known = new Map<string, readonly Finding[]>()

  /** Replaces what looking at a file told; undefined: the file is gone. */
  set(uri: string, outcome: Outcome | undefined): void {
    const before = this.entries.get(uri)
    const after = outcome && { outcome, pages: pagesOf(outcome) }
    this.known.delete(uri)
    const used = new Set([...usedBy(before), ...usedBy(after)])
    const was = new Set([...used].filter(id => this.uses.has(id)))
    if (before !== undefined) this.enter(uri, before, -1)
    if (after === undefined) this.entries.delete(uri)
    else this.enter(uri, after, 1)
    for (const id of used)
      if (was.has(id) !== this.uses.has(id))
        for (const watcher of this.watchers.get(id) ?? []) this.known.delete(watcher)
  }

  /** What looking at a file told. */
  outcomeOf(uri: string): Outcome | undefined {
    return this.entries.get(uri)?.outcome
  }

  /** Files of which something may be told. */
  get files(): readonly string[] {
    return [...new Set([...this.entries.keys(), ...this.speakers.keys()])].sort()
  }

  /** The findings of a file, by position. The same array until something else is told of it. */
  in(uri: string): readonly Finding[] {
    const known = this.known.get(uri)
    if (known !== undefined) return known
    const pages = [...(this.speakers.get(uri) ?? [])]
      .sort()
      .flatMap(from => this.entries.get(from)?.pages.get(uri) ?? [])
    const { unless = [], waivers = [] } = this.entries.get(uri)?.outcome ?? {}
    const findings = sortFindings([
      ...pages.flatMap(page => page.findings),
      ...unless.flatMap(({ ids, finding }) => (ids.some(id => this.uses.has(id)) ? [] : [finding])),
      ...gather(pages.flatMap(page => page.said)),
      ...waivers.flatMap(({ place, ifUsed, ifUnused }) => (this.uses.has(place) ? ifUsed : ifUnused)),
    ])
    this.known.set(uri, findings)
    return findings
  }

  private enter(uri: string, entry: Entry, step: 1 | -1): void {
    this.entries.set(uri, entry)
    for (const target of entry.pages.keys()) {
      this.known.delete(target)
      put(this.speakers, target, uri, step)
    }
    for (const id of usedBy(entry)) {
      const count = (this.uses.get(id) ?? 0) + step
      if (count === 0) this.uses.delete(id)
      else this.uses.set(id, count)
    }
    for (const { ids } of entry.outcome.unless) for (const id of ids) put(this.watchers, id, uri, step)
    for (const { place } of entry.outcome.waivers) put(this.watchers, place, uri, step)
  }
}

const put = (sets: Map<string, Set<string>>, key: string, value: string, step: 1 | -1): void => {
  const set = sets.get(key) ?? new Set<string>()
  if (step === 1) set.add(value)
  else set.delete(value)
  if (set.size === 0) sets.delete(key)
  else sets.set(key, set)
}

const usedBy = (entry: Entry | undefined): readonly string[] =>
  entry === undefined ? [] : [...entry.outcome.uses, ...entry.outcome.used]

const pagesOf = ({ findings, said }: Outcome): Map<string, Page> => {
  const pages = new Map<string, Page>()
  const pageOf = (uri: string): Page => {
    const page = pages.get(uri) ?? { findings: [], said: [] }
    pages.set(uri, page)
    return page
  }
  for (const finding of findings)
    pageOf(finding.place.kind === 'source' ? finding.place.range.uri : '').findings.push(finding)
  for (const each of said) pageOf(each.report.range.uri).said.push(each)
  return pages
}
