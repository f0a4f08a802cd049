import assert from 'node:assert/strict'
import type { Step } from '../harness/attempt.ts'
import type { Story } from '../harness/report.ts'
import { authorSteps } from './author.ts'
import { deploySteps } from './deploy.ts'
import { repairSteps } from './repair.ts'
import { keepImage, type Scene } from './scene.ts'
import { storyOf } from './story-of.ts'
import { writeSteps } from './write.ts'

const steps: readonly Step<Scene>[] = [
  { name: 'VS Code opens the example', act: ({ workbench, url, workspace }) => workbench.open(url, workspace) },
  ...repairSteps,
  ...writeSteps,
  ...deploySteps,
  ...authorSteps,
  { name: 'nothing has left this machine', act: async ({ outside }) => assert.deepEqual(outside, []) },
]

/** A person opens the example, repairs a finding, plans and deploys: everything through keys and clicks. */
export const userStory = ({ updateImages }: { readonly updateImages: boolean }): Story =>
  storyOf({
    name: 'user',
    steps,
    after: () => {
      if (updateImages) keepImage('user-6-plan.png')
    },
  })
