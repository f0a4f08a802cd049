import { anchorOf, pages } from '@entitle/language'
import { notice, table } from './page.ts'

const statements = new Set([
  'requestors',
  'approval',
  'subjects',
  'expiration',
  'review',
  'questions',
  'identity',
  'values',
])

/** docs/reference/README.md: what the language is like, and where each word is explained. */
export const indexText = (): string =>
  [
    notice('packages/language/src/printing/reference and scripts/reference'),
    '# The Entitle language',
    'A workspace is every `.entitle` file under a folder, less what `.gitignore` leaves out. Files hold declarations in any order; a declaration may refer to one in another file. There are no imports: like a tenant, a workspace is one space of names.',
    'Statements read as policy. There is no `=`, `:` or `;`, and commas stand only between the items of a list. Everything is safe unless said: a catalog is hidden from external users, a package grants nothing, a policy is requestable by no one, until a statement says otherwise. Names, not ids: display names, user principal names and site URLs are looked up in the tenant when planning.',
    'Each word is explained once: here, when you hover over it in the editor, and by `entitle explain WORD` in the terminal.',
    '## Declarations',
    listing(page => !statements.has(page)),
    '## Statements and values',
    listing(page => statements.has(page)),
    '- [Findings that are not rules](findings.md): what every code means, and the way out\n- [The rules](../rules/README.md)\n- [The commands](../commands/README.md)',
    '## Not deployed',
    'A `scenario` is not deployed: `entitle test` and the Test Explorer try it against the sources.',
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')

const listing = (takes: (name: string) => boolean): string =>
  table([
    ['page', 'words'],
    ...pages
      .filter(({ name }) => takes(name))
      .map(({ name, title, entries }) => [
        `[${title}](${name}.md)`,
        entries.map(entry => `[\`${entry.title}\`](${name}.md#${anchorOf(entry)})`).join(' · '),
      ]),
  ])
