import type { Step } from '../harness/attempt.ts'
import { gone, insist, shown } from '../harness/insist.ts'
import { placeOf } from '../harness/place-of.ts'
import { settled } from '../harness/settled.ts'
import type { Scene } from './scene.ts'

/** Completion of statements and names, and hover, while one writes. */
export const writeSteps: readonly Step<Scene>[] = [
  {
    name: 'completion offers whole statements',
    act: async ({ workbench, visitors, picture }) => {
      const { keyboard } = workbench.page
      const editor = await workbench.openFile(visitors)
      await editor.typeBelow('expires after 180 days', 'exten')
      const suggestions = workbench.page.locator('.suggest-widget')
      const suggest = async () => {
        // In the open list the same keys toggle details.
        await keyboard.press('Escape')
        await keyboard.press('Control+Space')
      }
      const row = suggestions.locator('.monaco-list-row', { hasText: 'extension' })
      await insist('completion opens', suggest, shown(row))
      await picture('3-completion')
      await workbench.press('Escape', gone(suggestions))
    },
  },
  {
    name: 'what was begun can be taken back',
    act: ({ workbench, visitors }) => workbench.editor(visitors).revert(),
  },
  {
    name: 'hover tells what a name means',
    act: async ({ workbench, visitors, picture }) => {
      const { keyboard } = workbench.page
      const editor = await workbench.openFile(visitors)
      await editor.goTo(placeOf(visitors, 'users from fab').end)
      const hover = workbench.page.locator('.monaco-hover', { hasText: 'Fabrikam' }).filter({ visible: true })
      const ask = async () => {
        await keyboard.press('Control+K')
        await keyboard.press('Control+I')
      }
      await insist('the hover opens', ask, shown(hover))
      await settled(hover).catch(() => {})
      await picture('4-hover')
      await workbench.press('Escape', gone(hover))
    },
  },
]
