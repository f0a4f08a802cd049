import type { Finding, SourceRange } from '@entitle/graph'
import { fileOf } from '../references/units.ts'
import { gather, type Said } from '../rules/index.ts'
import { withoutConsequences } from '../syntax/consequences.ts'
import { type Anchors, fileOfPlace } from './anchors.ts'
import type { Outcome } from './check-file.ts'
import { sortFindings } from './order.ts'

/** What one unit says of a file. */
interface Page {
  readonly findings: Finding[]
  readonly said: Said[]
  /** Whether it tells places in passages, which move. */
  moves: boolean
  /** With its places as they were at that time. */
  placed?: { readonly time: number; readonly findings: readonly Finding[]; readonly said: readonly Said[] }
}

interface Entry {
  readonly outcome: Outcome
  readonly pages: ReadonlyMap<string, Page>
}

/**
 * Puts together what looking at each unit told: a file's findings are those of its units, those that other units have of its lines, and those
 * that hold as long as no unit uses something. Only files of which something else is told are put together again.
 */
export class Ledger {
  private readonly anchors: Anchors
  private readonly entries = new Map<string, Entry>()
  private readonly speakers = new Map<string, Set<string>>()
  private readonly uses = new Map<string, number>()
  private readonly watchers = new Map<string, Set<string>>()
  private readonly known = new Map<string, readonly Finding[]>()
  private readonly moving = new Set<string>()
  private time = 0

  constructor(anchors: Anchors) {
    this.anchors = anchors
  }

  /** Replaces what looking at a unit told, its places anchored; undefined: the unit is gone. */
  set(unit: string, outcome: Outcome | undefined): void {
    const before = this.entries.get(unit)
    const after = outcome && { outcome, pages: pagesOf(unit, outcome, this.anchors) }
    const used = new Set([...usedBy(before), ...usedBy(after)])
    const was = new Set([...used].filter(id => this.uses.has(id)))
    if (before !== undefined) this.enter(unit, before, -1)
    if (after === undefined) this.entries.delete(unit)
    else this.enter(unit, after, 1)
    for (const id of used)
      if (was.has(id) !== this.uses.has(id))
        for (const watcher of this.watchers.get(id) ?? []) this.known.delete(fileOf(watcher))
  }

  /** What looking at a unit told. */
  outcomeOf(unit: string): Outcome | undefined {
    return this.entries.get(unit)?.outcome
  }

  /** Files of which something may be told. */
  get files(): readonly string[] {
    return [...this.speakers.keys()].sort()
  }

  /** The findings of a file, by position. The same array until something else is told of it. */
  in(uri: string): readonly Finding[] {
    this.lookForMoves()
    const known = this.known.get(uri)
    if (known !== undefined) return known
    const units = [...(this.speakers.get(uri) ?? [])].sort()
    const pages = units.flatMap(unit => this.entries.get(unit)?.pages.get(uri) ?? [])
    if (pages.some(({ moves }) => moves)) this.moving.add(uri)
    const placed = pages.map(page => this.placedPage(page))
    const findings = sortFindings([
      ...withoutConsequences(placed.flatMap(page => page.findings)),
      ...gather(placed.flatMap(page => page.said)),
      ...units.flatMap(unit => (fileOf(unit) === uri ? this.depending(unit) : [])),
    ])
    this.known.set(uri, findings)
    return findings
  }

  /** The findings of a unit that hold as long as nobody uses something, or as somebody does. */
  private depending(unit: string): readonly Finding[] {
    const { unless = [], waivers = [] } = this.entries.get(unit)?.outcome ?? {}
    const findings = [
      ...unless.flatMap(({ ids, finding }) => (ids.some(id => this.uses.has(id)) ? [] : [finding])),
      ...waivers.flatMap(({ place, ifUsed, ifUnused }) => (this.uses.has(idOf(place)) ? ifUsed : ifUnused)),
    ]
    return findings.length === 0 ? findings : this.anchors.placed(findings)
  }

  private placedPage(page: Page): Pick<Page, 'findings' | 'said'> | NonNullable<Page['placed']> {
    if (!page.moves) return page
    const { time } = this.anchors
    if (page.placed?.time !== time)
      page.placed = { time, findings: this.anchors.placed(page.findings), said: this.anchors.placed(page.said) }
    return page.placed
  }

  private lookForMoves(): void {
    if (this.time === this.anchors.time) return
    this.time = this.anchors.time
    for (const uri of this.moving) this.known.delete(uri)
    this.moving.clear()
  }

  private enter(unit: string, entry: Entry, step: 1 | -1): void {
    this.entries.set(unit, entry)
    for (const target of entry.pages.keys()) {
      this.known.delete(target)
      put(this.speakers, target, unit, step)
    }
    for (const id of usedBy(entry)) {
      const count = (this.uses.get(id) ?? 0) + step
      if (count === 0) this.uses.delete(id)
      else this.uses.set(id, count)
    }
    for (const { ids } of entry.outcome.unless) for (const id of ids) put(this.watchers, id, unit, step)
    for (const { place } of entry.outcome.waivers) put(this.watchers, idOf(place), unit, step)
  }
}

const put = (sets: Map<string, Set<string>>, key: string, value: string, step: 1 | -1): void => {
  const set = sets.get(key) ?? new Set<string>()
  if (step === 1) set.add(value)
  else set.delete(value)
  if (set.size === 0) sets.delete(key)
  else sets.set(key, set)
}

/** Tells a waiver from all others of the workspace. */
const idOf = ({ uri, start }: SourceRange): string => `${uri}#${start.line}:${start.character}`

const usedBy = (entry: Entry | undefined): readonly string[] =>
  entry === undefined ? [] : [...entry.outcome.uses, ...entry.outcome.used.map(idOf)]

const pagesOf = (unit: string, { findings, said, unless, waivers }: Outcome, anchors: Anchors): Map<string, Page> => {
  const pages = new Map<string, Page>()
  const pageOf = (uri: string): Page => {
    const page = pages.get(uri) ?? { findings: [], said: [], moves: false }
    pages.set(uri, page)
    return page
  }
  pageOf(fileOf(unit)).moves = anchors.moves([unless, waivers])
  for (const finding of findings)
    pageOf(finding.place.kind === 'source' ? fileOfPlace(finding.place.range) : '').findings.push(finding)
  for (const each of said) pageOf(fileOfPlace(each.report.range)).said.push(each)
  for (const page of pages.values()) page.moves ||= anchors.moves([page.findings, page.said])
  return pages
}
