import assert from 'node:assert/strict'
import type { Step } from '../harness/attempt.ts'
import { deploySteps } from './deploy.ts'
import { repairSteps } from './repair.ts'
import type { Scene } from './scene.ts'
import { storyOf } from './story-of.ts'

/** VS Code runs the extension in a worker of the browser instead of a process beside it, as vscode.dev does. */
const settings = { 'remote.extensionKind': { 'entitle.entitle': ['web'] } }

const steps: readonly Step<Scene>[] = [
  {
    name: 'VS Code opens the example, and runs the extension in the browser',
    act: async ({ workbench, url, workspace, visitors }) => {
      await workbench.open(url, workspace)
      await workbench.openFile(visitors)
      await workbench.run('Developer: Show Running Extensions')
      const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Entitle' })
      await workbench.sees(row.filter({ hasText: 'Web Worker' }))
    },
  },
  ...[...repairSteps, ...deploySteps].map(({ name, act }) => ({ name: `in the browser: ${name}`, act })),
  {
    name: 'signing in from a browser says what it takes before a page of Entra would',
    act: async ({ workbench, picture }) => {
      const { input, notices } = workbench
      await workbench.run('Entitle: Plan')
      const row = input.widget.locator('.monaco-list-row', { hasText: 'Contoso' })
      await workbench.sees(row)
      await row.click()
      await notices.told('from a browser takes an application of your own')
      await picture('sign-in')
      await notices.clear()
    },
  },
  { name: 'nothing has left the browser', act: async ({ outside }) => assert.deepEqual(outside, []) },
]

/** A person in a browser, without a machine behind it, repairs a finding, plans and deploys to the sandbox tenant. */
export const browserStory = storyOf({ name: 'browser', steps, settings })
