import { type Disposable, type FileDecoration, ThemeColor, window } from 'vscode'
import { liveScheme } from './live-item.ts'

const badges: { readonly [standing: string]: FileDecoration } = {
  differs: {
    badge: 'M',
    tooltip: 'differs from your files',
    color: new ThemeColor('gitDecoration.modifiedResourceForeground'),
  },
  undeclared: {
    badge: 'U',
    tooltip: 'not declared',
    color: new ThemeColor('gitDecoration.untrackedResourceForeground'),
  },
}

/** Marks the lines of live objects that are not as declared, in the colours that VS Code marks changed files with. */
export const decorateStandings = (): Disposable =>
  window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme, query }) => (scheme === liveScheme ? badges[query] : undefined),
  })
