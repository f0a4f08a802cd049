import { stripVTControlCharacters } from 'node:util'

/** One thing that a story shows, given what is on its stage. */
export interface Step<Scene> {
  readonly name: string
  readonly act: (scene: Scene) => Promise<unknown>
}

/** What a step came to; without a reason it passed. */
export interface Result {
  readonly name: string
  readonly why?: string
}

/** What an error says, without the colours that Playwright puts into it. */
export const reason = (error: unknown): string =>
  stripVTControlCharacters(error instanceof Error ? (error.stack ?? error.message) : String(error))

/** One telling of a story, from its beginning; tells on the console how it goes. */
export class Attempt {
  /** 1, and 2 where the story is told again. */
  readonly number: number
  readonly results: Result[] = []

  constructor(number: number) {
    this.number = number
  }

  /** What went wrong first. */
  get failure(): Result | undefined {
    return this.results.find(({ why }) => why !== undefined)
  }

  ok(name: string, milliseconds?: number): void {
    this.results.push({ name })
    console.log(`  ok      ${name}${milliseconds === undefined ? '' : ` (${(milliseconds / 1000).toFixed(1)} s)`}`)
  }

  failed(name: string, why: string): void {
    this.results.push({ name, why })
    console.log(`  FAILED  ${name}\n${why.replace(/^/gm, '          ')}`)
  }

  /** Takes steps in their order, up to the first that fails. */
  async take<Scene>(steps: readonly Step<Scene>[], scene: Scene): Promise<void> {
    for (const { name, act } of steps) {
      const started = performance.now()
      try {
        await act(scene)
      } catch (error) {
        this.failed(name, reason(error))
        return
      }
      this.ok(name, performance.now() - started)
    }
  }

  /** Counts what the story did not get to: none of its steps may be lost from the count. */
  end(names: readonly string[]): void {
    const told = new Set(this.results.map(({ name }) => name))
    const why = `Not reached, because this failed: ${this.failure?.name ?? 'the story'}.`
    for (const name of names) if (!told.has(name)) this.failed(name, why)
  }
}
