import assert from 'node:assert/strict'
import type { Step } from '../harness/attempt.ts'
import { insist, shown } from '../harness/insist.ts'
import { packageMemoryFiles, scheme } from '../harness/memory-files.ts'
import type { Scene } from './scene.ts'
import { sources } from './sources.ts'
import { storyOf } from './story-of.ts'

const steps: readonly Step<Scene>[] = [
  {
    name: 'VS Code opens a folder that is on no disk, and what a file means is known from the others',
    act: async ({ workbench, url, visitors }) => {
      const { page } = workbench
      await workbench.open(url, `${scheme}:/contoso`)
      const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'visitors.entitle' })
      const editor = workbench.editor(visitors)
      await insist('the file opens', () => row.dblclick({ timeout: 3_000 }), shown(editor.lines.first()))
      await workbench.sees(editor.findings)
      assert.equal(await editor.findings.count(), 1)
    },
  },
  {
    name: 'every file of it is checked, open or not',
    act: async ({ workbench, picture }) => {
      await workbench.run('Entitle: Check Workspace')
      await workbench.sees(workbench.problem('access that never ends'))
      await workbench.sees(workbench.problem('prolong their own access'))
      await workbench.notices.told('1 error')
      await picture('1-checked')
      await workbench.notices.clear()
    },
  },
  {
    name: 'it is repaired and saved where it is',
    act: async ({ workbench, visitors }) => {
      const editor = workbench.editor(visitors)
      await editor.focus()
      await editor.replace('never expires', 'expires after 180 days')
      await editor.save()
      await workbench.misses(workbench.problem('access that never ends'))
    },
  },
  {
    name: 'it is planned and deployed',
    act: async ({ workbench, picture }) => {
      await workbench.run('Entitle: Start Sandbox Tenant')
      await workbench.notices.told('The sandbox tenant is running')
      await workbench.notices.clear()
      await workbench.run('Entitle: Deploy')
      await workbench.answer('Deploy to the sandbox tenant?', 'Deploy')
      await workbench.sees(workbench.tree.message('Deployed to the sandbox tenant: '))
      await workbench.tree.reveal('package Site visits')
      await picture('2-deployed')
    },
  },
  { name: 'nothing has left this machine', act: async ({ outside }) => assert.deepEqual(outside, []) },
]

/** A person opens a repository without cloning it: VS Code has its files from an extension, not from a disk. */
export const virtualStory = storyOf({ name: 'virtual', steps, extensions: packageMemoryFiles(sources) })
