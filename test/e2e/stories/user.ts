import assert from 'node:assert/strict'
import type { Step } from '../harness/attempt.ts'
import type { Story } from '../harness/report.ts'
import { authorSteps } from './author.ts'
import { deploySteps } from './deploy.ts'
import { repairSteps } from './repair.ts'
import { keepPicture, type Scene } from './scene.ts'
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

/** The pictures in the README and the walkthrough of the extension, and what is taken for them. */
const pictures = {
  'images/screenshots/check.png': 'user-2-quick-fix.png',
  'images/screenshots/plan.png': 'user-6-plan.png',
  'images/screenshots/deployed.png': 'user-8-deployed.png',
  'walkthrough/check.png': 'user-2-quick-fix-detail.png',
  'walkthrough/plan.png': 'user-6-plan-detail.png',
  'walkthrough/deployed.png': 'user-8-deployed-detail.png',
}

/** A person opens the example, repairs a finding, plans and deploys: everything through keys and clicks. */
export const userStory = ({ updateImages }: { readonly updateImages: boolean }): Story =>
  storyOf({
    name: 'user',
    steps,
    after: () => {
      if (!updateImages) return
      for (const [picture, taken] of Object.entries(pictures)) keepPicture(taken, picture)
    },
  })
