import type { Finding } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import { isNodesKey } from '../references/linker.ts'
import { unitsOf } from '../references/units.ts'
import { Elements } from '../resolve/elements.ts'
import type { Program } from '../resolve/program.ts'
import { type FileProgram, resolve, resolveFile } from '../resolve/resolve.ts'
import { type ExternalPolicy, externalPoliciesIn, nothing, type Tally, tallyOf, together } from '../rules/index.ts'
import type { EntitleServices } from '../services.ts'
import { Anchors } from './anchors.ts'
import { checkFile, type Outcome, type Rules, type World } from './check-file.ts'
import { Ledger } from './ledger.ts'

export interface AnalyzerOptions {
  /** ISO date, in UTC. */
  readonly today: () => string
  readonly rules?: Rules
}

/** A file of the workspace, or a part of a large one, which need not be read as long as what is known of it holds. */
export interface SourceFile {
  /** The key of the unit: the URI of the file, or one of its own for a passage. */
  readonly uri: string
  /** Another one whenever the file is. */
  readonly state: object
  /** The linked file, or the part of it. */
  document(): LangiumDocument
}

/** A document that is linked already, as the files that it is looked at as. */
export const sourceFiles = (document: LangiumDocument): readonly SourceFile[] =>
  unitsOf(document).map(({ key, state, document: part }) => ({ uri: key, state, document: () => part }))

/** What is known of a file: plain data, which holds as long as the file and nothing that it relied on is different. */
export interface Knowledge {
  readonly reliedOn: readonly string[]
  readonly external: readonly ExternalPolicy[]
  readonly tally: Tally
  readonly outcome: Outcome
}

interface Unit {
  readonly file: SourceFile
  /** Undefined where the file must be looked at again. */
  readonly state: object | undefined
  readonly today: string
  readonly reliedOn: ReadonlySet<string>
  readonly external: readonly ExternalPolicy[]
  readonly tally: Tally
}

/** What a file declares, and its policies for people from outside. */
interface Resolved {
  readonly program: FileProgram
  readonly external: readonly ExternalPolicy[]
  readonly tally: Tally
  readonly reliedOn: readonly string[]
}

interface FirstExternal {
  readonly policy: ExternalPolicy
  /** As `policy`, its place told from the passage: who speaks of it speaks anew when that is another one. */
  readonly anchored: ExternalPolicy
}

const isBefore = ({ policy: { nameRange: a } }: FirstExternal, { policy: { nameRange: b } }: FirstExternal): boolean =>
  a.uri === b.uri
    ? a.start.line - b.start.line < 0 || (a.start.line === b.start.line && a.start.character < b.start.character)
    : a.uri < b.uri

/** Where a policy of whatever catalog is meant; no catalog has this name. */
const everywhere = 'any catalog'

/** By what a file relies on there being a policy for people from outside, in the catalog of that name or `everywhere`. */
const externalKeyOf = (catalog: string) => `a policy for people from outside in ${catalog}`

/** Keeps the first one of each catalog and the first of all. */
const enter = (first: Map<string, FirstExternal>, next: FirstExternal): void => {
  for (const key of [next.policy.catalog, everywhere]) {
    const known = first.get(key)
    if (known === undefined || isBefore(next, known)) first.set(key, next)
  }
}

const isSame = (a: FirstExternal | undefined, b: FirstExternal | undefined): boolean =>
  (a?.policy === b?.policy && a?.anchored === b?.anchored) || JSON.stringify(a) === JSON.stringify(b)

/** By what a file relies on how much of each sort there is. */
const tallyKey = 'how much there is'

/**
 * Knows what the files of a workspace tell, and looks again only at those that changed and those that relied on what changed.
 * The findings are those that looking at everything anew would give.
 */
export class Analyzer {
  readonly program: Program
  private readonly services: EntitleServices
  private readonly options: AnalyzerOptions
  readonly elements: Elements
  private readonly units = new Map<string, Unit>()
  private readonly relying = new Map<string, Set<string>>()
  private readonly changed = new Set<string>()
  private readonly anchors = new Anchors()
  private readonly ledger = new Ledger(this.anchors)
  /** By the names of catalogs; the very first of all under `everywhere`. */
  private external = new Map<string, FirstExternal>()
  private tally = nothing

  constructor(services: EntitleServices, options: AnalyzerOptions) {
    const { FactTable: facts, Reliances: reliances } = services.shared.workspace
    this.services = services
    this.options = options
    this.elements = new Elements({ facts, reliances })
    this.program = resolve(this.elements, { facts, reliances })
    reliances.listen(keys => {
      for (const key of keys) this.changed.add(key)
    })
  }

  /** Takes in what these files, all that there are, say now. Large ones may be cut into passages. */
  update(files: Iterable<SourceFile>, large: Iterable<LangiumDocument> = []): void {
    this.anchors.update(large)
    const today = this.options.today()
    const there = new Set<string>()
    const stale = new Map<string, SourceFile>()
    for (const file of files) {
      const { uri, state } = file
      there.add(uri)
      const unit = this.units.get(uri)
      if (unit?.state !== state || unit.today !== today) stale.set(uri, file)
    }
    for (const uri of [...this.units.keys()]) if (!there.has(uri)) this.forget(uri)
    this.addRelying(stale)
    const resolved = this.survey(stale)
    this.addRelying(stale)
    for (const [uri, file] of stale) this.look(uri, file, today, resolved.get(uri))
  }

  /** Takes for known what was known of a file before, in another process. */
  restore(file: SourceFile, { reliedOn, external, tally, outcome }: Knowledge): void {
    const { uri, state } = file
    this.tally = together(this.tally, tally)
    this.keep(uri, { file, state, today: this.options.today(), external, tally, reliedOn: new Set(reliedOn) })
    this.ledger.set(uri, outcome)
    for (const policy of external) enter(this.external, { policy, anchored: policy })
  }

  /** What is known of a file. */
  knowledgeOf(uri: string): Knowledge | undefined {
    const unit = this.units.get(uri)
    const outcome = this.ledger.outcomeOf(uri)
    return unit?.state === undefined || outcome === undefined
      ? undefined
      : { reliedOn: [...unit.reliedOn], external: unit.external, tally: unit.tally, outcome }
  }

  /** Files of which something may be told, sorted. */
  get files(): readonly string[] {
    return this.ledger.files
  }

  /** Findings whose place is in the file, by position. The same array as long as they are the same. */
  findingsIn(uri: string): readonly Finding[] {
    return this.ledger.in(uri)
  }

  /** Sorted by file and position. */
  get findings(): readonly Finding[] {
    return this.ledger.files.flatMap(uri => this.ledger.in(uri))
  }

  private addRelying(stale: Map<string, SourceFile>): void {
    for (const key of this.changed)
      for (const uri of this.relying.get(key) ?? []) {
        const unit = this.units.get(uri)
        if (unit === undefined || stale.has(uri)) continue
        stale.set(uri, unit.file)
        this.units.set(uri, { ...unit, state: undefined }) // looked at again next time, should looking fail this time
      }
    this.changed.clear()
  }

  /** Resolves what must be looked at, and finds out what all may have to think of: the first policy for people from outside, and how much there is. */
  private survey(stale: ReadonlyMap<string, SourceFile>): ReadonlyMap<string, Resolved> {
    const resolved = new Map<string, Resolved>()
    if (this.options.rules === undefined) return resolved
    const { Reliances: reliances } = this.services.shared.workspace
    for (const [uri, file] of stale) {
      const { value, reliedOn } = reliances.record(() => {
        const program = resolveFile(file.document(), this.elements)
        const external = this.anchors.anchored(externalPoliciesIn(program, this.program))
        return { program, external, tally: tallyOf(program) }
      })
      resolved.set(uri, { ...value, reliedOn })
    }
    const first = new Map<string, FirstExternal>()
    let all = nothing
    const known = [...this.units].flatMap(([uri, unit]) => (resolved.has(uri) ? [] : [unit]))
    for (const { external, tally } of [...known, ...resolved.values()]) {
      all = together(all, tally)
      for (const anchored of external) enter(first, { policy: this.anchors.placed(anchored), anchored })
    }
    const keys = new Set([...first.keys(), ...this.external.keys()])
    reliances.change([...keys].filter(key => !isSame(first.get(key), this.external.get(key))).map(externalKeyOf))
    this.external = first
    if (JSON.stringify(all) !== JSON.stringify(this.tally)) reliances.change([tallyKey])
    this.tally = all
    return resolved
  }

  private look(uri: string, file: SourceFile, today: string, resolved: Resolved | undefined): void {
    const { FactTable: facts, Reliances: reliances, SymbolTable: symbols } = this.services.shared.workspace
    const { elements, program, services } = this
    const { rules } = this.options
    const externalPolicy = (catalog = everywhere) => {
      reliances.on(externalKeyOf(catalog))
      return this.external.get(catalog)?.policy
    }
    const tally = () => {
      reliances.on(tallyKey)
      return this.tally
    }
    const { grantersOf } = elements
    const world: World = {
      services,
      rules,
      elements,
      facts,
      symbols,
      program,
      today,
      externalPolicy,
      tally,
      grantersOf,
    }
    const { value, reliedOn } = reliances.record(() => {
      const document = file.document()
      return checkFile(document, resolved?.program ?? resolveFile(document, elements), world)
    })
    const { external, tally: own, reliedOn: before } = resolved ?? this.units.get(uri) ?? unknown
    this.keep(uri, {
      file,
      state: file.state,
      today,
      external,
      tally: own,
      reliedOn: new Set([...data(before), ...data(reliedOn)]),
    })
    this.ledger.set(uri, this.anchors.anchored(value))
  }

  private keep(uri: string, unit: Unit): void {
    this.release(uri)
    this.units.set(uri, unit)
    for (const key of unit.reliedOn) {
      const relying = this.relying.get(key)
      if (relying === undefined) this.relying.set(key, new Set([uri]))
      else relying.add(uri)
    }
  }

  private release(uri: string): void {
    for (const key of this.units.get(uri)?.reliedOn ?? []) {
      const relying = this.relying.get(key)
      relying?.delete(uri)
      if (relying?.size === 0) this.relying.delete(key)
    }
  }

  private forget(uri: string): void {
    this.release(uri)
    this.units.delete(uri)
    this.ledger.set(uri, undefined)
  }
}

/** Of a file that nobody has looked at. */
const unknown = { external: [], tally: nothing, reliedOn: [] }

/** Outcomes are data, so it is no matter to them that the nodes of another file are new. */
const data = (reliedOn: Iterable<string>): readonly string[] => [...reliedOn].filter(key => !isNodesKey(key))
