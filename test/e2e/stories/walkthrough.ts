import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import type { Step } from '../harness/attempt.ts'
import { coax, holds, insist, shown } from '../harness/insist.ts'
import type { Workbench } from '../harness/workbench.ts'
import type { Scene } from './scene.ts'
import { storyOf } from './story-of.ts'

const title = 'Get Started with Entitle'

/** A step of the walkthrough, by its name in the manifest. */
const stepOf = ({ page }: Workbench, name: string): Locator =>
  page.locator(`.getting-started-step[data-step-id="entitle.entitle#start#${name}"]`)

const checked = (step: Locator): Locator => step.locator('[role="checkbox"][aria-checked="true"]')

/** Chooses the walkthrough in the palette. */
const openWalkthrough = async (workbench: Workbench): Promise<void> => {
  await workbench.run('Welcome: Open Walkthrough...')
  const row = workbench.input.widget.locator('.monaco-list-row', { hasText: title })
  const open = shown(stepOf(workbench, 'write'))
  await insist('the walkthrough is chosen', () => row.click({ timeout: 3_000 }), open)
}

/** Opens a step of the walkthrough, which VS Code hides behind other tabs and its list of walkthroughs. */
const openStep = async (workbench: Workbench, name: string): Promise<Locator> => {
  const step = stepOf(workbench, name)
  if (!(await step.isVisible())) await openWalkthrough(workbench)
  const opened = step.and(workbench.page.locator('[aria-expanded="true"]'))
  await coax(`the step ${name} opens`, () => step.locator('h3').click({ timeout: 3_000 }), shown(opened), 500)
  return step
}

/** Whether a picture with this text is shown in one of the window's frames. */
const showsPicture = (workbench: Workbench, alt: string) => async (): Promise<boolean> => {
  const widths = workbench.page.frames().map(frame =>
    frame
      .locator(`img[alt^="${alt}"]`)
      .evaluateAll(images => images.map(image => (image as HTMLImageElement).naturalWidth))
      .catch(() => []),
  )
  return (await Promise.all(widths)).flat().some(width => width > 0)
}

/** Presses a step's button until `effect` is seen. */
const pressIn = (step: Locator, button: string, effect: Locator): Promise<void> =>
  insist(
    `${button} is pressed`,
    () => step.locator('.monaco-button', { hasText: button }).click({ timeout: 3_000 }),
    shown(effect),
  )

let began = 0

const steps: readonly Step<Scene>[] = [
  {
    name: 'VS Code offers the walkthrough, and its first step shows a finding with its fix',
    act: async ({ workbench, url, workspace, picture }) => {
      await workbench.open(url, workspace)
      began = performance.now()
      await openWalkthrough(workbench)
      await holds(showsPicture(workbench, 'A policy that never ends'))(20_000)
      await picture('1-write')
    },
  },
  {
    name: 'Check Workspace is pressed, shows what is found, and completes the step',
    act: async ({ workbench }) => {
      const step = await openStep(workbench, 'write')
      await pressIn(step, 'Check Workspace', workbench.problem('gives people from outside access that never ends'))
      await workbench.sees(checked(step))
      await workbench.notices.clear()
    },
  },
  {
    name: 'the sandbox tenant is started from its step',
    act: async ({ workbench }) => {
      const step = await openStep(workbench, 'sandbox')
      await pressIn(step, 'Start Sandbox Tenant', workbench.statusItem('Entitle: Sandbox tenant'))
      await workbench.sees(checked(step))
      await workbench.notices.clear()
    },
  },
  {
    name: 'what was found is repaired',
    act: async ({ workbench, visitors }) => {
      const editor = await workbench.openFile(visitors)
      await editor.replace('never expires', 'expires after 180 days')
      await workbench.misses(workbench.problem('access that never ends'))
    },
  },
  {
    name: 'the plan is made from its step',
    act: async ({ workbench, picture }) => {
      const step = await openStep(workbench, 'plan')
      await pressIn(step, 'Plan', workbench.tree.message('Plan for the sandbox tenant: '))
      await holds(showsPicture(workbench, 'The plan as a tree'))(20_000)
      await workbench.sees(checked(step))
      await picture('3-plan')
      await workbench.notices.clear()
    },
  },
  {
    name: 'the plan is deployed from the last step',
    act: async ({ workbench, picture }) => {
      const { page } = workbench
      const step = await openStep(workbench, 'deploy')
      const question = 'Deploy to the sandbox tenant?'
      await pressIn(step, 'Deploy', page.locator('.monaco-dialog-box', { hasText: question }))
      await workbench.answer(question, 'Deploy')
      await workbench.sees(workbench.tree.message('Deployed to the sandbox tenant: '))
      await workbench.sees(checked(await openStep(workbench, 'deploy')))
      console.log(`          the walkthrough took ${Math.round((performance.now() - began) / 1_000)} s`)
      await picture('4-deployed')
    },
  },
  { name: 'nothing has left this machine', act: async ({ outside }) => assert.deepEqual(outside, []) },
]

/** Somebody new follows the walkthrough, from a finding to a deployment to the sandbox tenant. */
export const walkthroughStory = storyOf({ name: 'walkthrough', steps })
