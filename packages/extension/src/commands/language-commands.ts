import type { Entitle } from '../entitle.ts'
import { checkWorkspace } from './check-workspace.ts'
import type { Command } from './register.ts'

/** Commands that need the language server only: they work on the desktop and in a browser. */
export const languageCommands = ({ language, log }: Pick<Entitle, 'language' | 'log'>): readonly Command[] => [
  { name: 'entitle.checkWorkspace', title: 'Check Workspace', run: () => checkWorkspace(language) },
  { name: 'entitle.restartServer', title: 'Restart Language Server', run: () => language.restart() },
  { name: 'entitle.showLog', title: 'Show Log', run: async () => log.show(true) },
]
