import type { SuggestedNames } from '@entitle/graph'
import type { LogOutputChannel } from 'vscode'
import type { NamesAnswer, NamesParams } from '../language/requests.ts'
import { KeptNames } from './kept-names.ts'

/** A directory that can be looked into without asking anybody. */
export interface NameSource {
  /** Tells directories, and who looks into them, apart. */
  readonly key: string
  /** `the sandbox tenant` */
  readonly title: string
  find(query: NamesParams['query'], signal: AbortSignal): Promise<SuggestedNames>
}

/** The directory that is meant; undefined where there is none, or nobody is signed in to it. */
export type FindSource = (params: NamesParams) => Promise<NameSource | undefined>

/** So long whoever types waits at most, in milliseconds; what comes later is offered with the next letter. */
const patience = 1_500
/** So long a request may take. */
const longest = 20_000
/** Only when typing pauses as long as this, a directory is asked. */
const pause = 100
/** So long it stays who is signed in where, unless told that it changed. */
const lasting = 30_000

const later = { names: [], complete: false, source: '' } as const satisfies NonNullable<NamesAnswer>

/** Names of directories for whoever types, soon or not at all. Names are never logged. */
export class NameLookup {
  readonly #sourceOf: FindSource
  readonly #log: Pick<LogOutputChannel, 'debug'>
  readonly #kept: KeptNames
  readonly #now: () => number
  readonly #sources = new Map<string, { readonly source: Promise<NameSource | undefined>; readonly until: number }>()
  readonly #underWay = new Map<string, Promise<NamesAnswer>>()
  #age = 0

  constructor(sourceOf: FindSource, log: Pick<LogOutputChannel, 'debug'>, now: () => number = Date.now) {
    this.#sourceOf = sourceOf
    this.#log = log
    this.#kept = new KeptNames(now)
    this.#now = now
  }

  /** Forgets what was found: somebody signed in or out, or the sandbox is another. */
  forget(): void {
    this.#age += 1
    this.#kept.clear()
    this.#sources.clear()
    this.#underWay.clear()
  }

  async answer(params: NamesParams, cancelled: AbortSignal): Promise<NamesAnswer> {
    const timer = Promise.withResolvers<NamesAnswer>()
    const late = setTimeout(() => timer.resolve(later), patience)
    const stop = () => timer.resolve(null)
    cancelled.addEventListener('abort', stop)
    try {
      return await Promise.race([timer.promise, this.#look(params, cancelled)])
    } finally {
      clearTimeout(late)
      cancelled.removeEventListener('abort', stop)
    }
  }

  async #look(params: NamesParams, cancelled: AbortSignal): Promise<NamesAnswer> {
    const source = await this.#source(params)
    if (source === undefined) return null
    const known = this.#kept.find(source.key, params.query)
    if (known !== undefined) return known
    await new Promise(resolve => setTimeout(resolve, pause))
    return cancelled.aborted ? null : this.#ask(source, params.query)
  }

  #source(params: NamesParams): Promise<NameSource | undefined> {
    const key = JSON.stringify([params.tenant, params.query.kind])
    const before = this.#sources.get(key)
    if (before !== undefined && before.until > this.#now()) return before.source
    const source = this.#sourceOf(params).catch((error: unknown) => {
      this.#log.debug(`There is no directory to complete names from (${nameOf(error)}).`)
      return undefined
    })
    this.#sources.set(key, { source, until: this.#now() + lasting })
    return source
  }

  /** Whoever asks the same while it is under way gets the same answer; nobody's going away stops it, since the next letter may need it. */
  #ask(source: NameSource, query: NamesParams['query']): Promise<NamesAnswer> {
    const key = JSON.stringify([source.key, query])
    const before = this.#underWay.get(key)
    if (before !== undefined) return before
    const age = this.#age
    const asking = this.#read(source, query)
      .then(found => {
        if (age === this.#age) this.#kept.keep(source.key, query, found)
        return found
      })
      .finally(() => {
        if (this.#underWay.get(key) === asking) this.#underWay.delete(key)
      })
    this.#underWay.set(key, asking)
    return asking
  }

  async #read(source: NameSource, query: NamesParams['query']): Promise<NamesAnswer> {
    try {
      const found = await source.find(query, AbortSignal.timeout(longest))
      if ('names' in found) return { ...found, source: source.title }
      const { status, code } = found.failure
      this.#log.debug(`Names (${query.kind}) of ${source.title} could not be read: ${status} ${code}.`)
    } catch (error) {
      this.#log.debug(`Names (${query.kind}) of ${source.title} could not be read (${nameOf(error)}).`)
    }
    return null
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
