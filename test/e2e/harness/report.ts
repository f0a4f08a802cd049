import fs from 'node:fs'
import path from 'node:path'
import { Attempt, type Result, reason } from './attempt.ts'
import { root } from './places.ts'

/** Steps that build on each other, with a stage of their own. */
export interface Story {
  readonly name: string
  /** The names of its steps, as far as they are known beforehand. */
  readonly steps: readonly string[]
  /** Sets its stage anew, and takes its steps. */
  readonly tell: (attempt: Attempt) => Promise<void>
  /** The picture of the window that is kept when its first telling fails. */
  readonly picture?: string
}

/** A story that failed when it was told first. */
interface Unsteady {
  readonly story: string
  readonly step: string
  readonly why: string
  readonly picture: string | undefined
}

/** What a run has shown so far; every step is counted once, by its last outcome. */
export class Report {
  readonly #results: Result[] = []
  readonly #unsteady: Unsteady[] = []

  /** Tells a story to its end, or to the first step that fails. */
  async once(story: Story): Promise<boolean> {
    const { results, failure } = await attempt(story, 1)
    this.#results.push(...results)
    return failure === undefined
  }

  /** Tells a story, and if it fails, once more on a fresh stage: what counts is the second telling, and it is said so. */
  async story(story: Story): Promise<void> {
    const first = await attempt(story, 1)
    const { failure } = first
    if (failure === undefined) return void this.#results.push(...first.results)
    const { name: step, why = '' } = failure
    const picture = fs.existsSync(path.join(root, story.picture ?? '')) ? story.picture : undefined
    this.#unsteady.push({ story: story.name, step, why, picture })
    console.log(`  AGAIN   the ${story.name} story failed at "${step}".`)
    console.log('          It is told once more from its beginning, in a fresh profile and a fresh window.')
    const { results } = await attempt(story, 2)
    this.#results.push(...results)
  }

  /** Counts what can't be shown any more. */
  skip({ name, steps }: Story): void {
    const why = 'Not reached, because VS Code or the extension is not there.'
    for (const step of steps.length === 0 ? [`the ${name} story`] : steps) this.#results.push({ name: step, why })
  }

  /** Prints the last lines, writes the counts for `.ci/run`, and returns the exit code. */
  end(): 0 | 1 {
    const failures = this.#results.filter(({ why }) => why !== undefined)
    const counts = { passed: this.#results.length - failures.length, failed: failures.length }
    const folder = path.join(root, 'out')
    fs.mkdirSync(folder, { recursive: true })
    const results = { ...counts, steady: this.#unsteady.length === 0, unsteady: this.#unsteady }
    fs.writeFileSync(path.join(folder, 'e2e-results.json'), `${JSON.stringify(results)}\n`)
    for (const { story, step, picture } of this.#unsteady)
      console.log(`not steady: the ${story} story failed first at "${step}"${picture ? `; see ${picture}` : ''}`)
    for (const { name } of failures) console.log(`failed: ${name}`)
    console.log(`${counts.passed} passed, ${counts.failed} failed`)
    return counts.failed === 0 && counts.passed > 0 ? 0 : 1
  }
}

const attempt = async (story: Story, number: number): Promise<Attempt> => {
  const telling = new Attempt(number)
  try {
    await story.tell(telling)
  } catch (error) {
    telling.failed(`the ${story.name} story has its stage`, reason(error))
  }
  telling.end(story.steps)
  return telling
}
