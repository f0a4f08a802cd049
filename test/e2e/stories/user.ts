import assert from 'node:assert/strict'
import path from 'node:path'
import type { Step } from '../harness/attempt.ts'
import { out, root } from '../harness/places.ts'
import type { Story } from '../harness/report.ts'
import { authorSteps } from './author.ts'
import { deploySteps } from './deploy.ts'
import { repairSteps } from './repair.ts'
import { keepImage, type Scene, withScene } from './scene.ts'
import { writeSteps } from './write.ts'

const steps: readonly Step<Scene>[] = [
  { name: 'VS Code opens the example', act: ({ workbench, url, workspace }) => workbench.open(url, workspace) },
  ...repairSteps,
  ...writeSteps,
  ...deploySteps,
  ...authorSteps,
  { name: 'nothing has left this machine', act: async ({ outside }) => assert.deepEqual(outside, []) },
]

const shows = (name: string) => path.relative(root, path.join(out, `${name}.png`))

/** A person opens the example, repairs a finding, plans and deploys: everything through keys and clicks. */
export const userStory = ({ updateImages }: { readonly updateImages: boolean }): Story => ({
  name: 'user',
  steps: steps.map(({ name }) => name),
  picture: shows('failed-first'),
  tell: attempt =>
    withScene(attempt, async scene => {
      await attempt.take(steps, scene)
      if (attempt.failure === undefined) {
        if (updateImages) keepImage('6-plan.png')
        return
      }
      const picture = attempt.number === 1 ? 'failed-first' : 'failed'
      await scene.picture(picture)
      console.log(`          what the window showed is in ${shows(picture)}`)
    }),
})
