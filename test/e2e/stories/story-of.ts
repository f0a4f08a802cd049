import path from 'node:path'
import type { Step } from '../harness/attempt.ts'
import { out, root } from '../harness/places.ts'
import type { Story } from '../harness/report.ts'
import { type Scene, type Stage, withScene } from './scene.ts'

const shows = (name: string) => path.relative(root, path.join(out, `${name}.png`))

export interface StoryOptions extends Stage {
  readonly name: string
  readonly steps: readonly Step<Scene>[]
  /** Done once every step has passed. */
  after?(): void
}

/** A story of somebody at VS Code's window; where a step fails, a picture shows what the window did. */
export const storyOf = ({ name, steps, after, ...stage }: StoryOptions): Story => ({
  name,
  steps: steps.map(step => step.name),
  picture: shows(`${name}-failed-first`),
  tell: attempt =>
    withScene(
      attempt,
      name,
      async scene => {
        await attempt.take(steps, scene)
        if (attempt.failure === undefined) return after?.()
        const picture = attempt.number === 1 ? 'failed-first' : 'failed'
        await scene.picture(picture)
        console.log(`          what the window showed is in ${shows(`${name}-${picture}`)}`)
      },
      stage,
    ),
})
