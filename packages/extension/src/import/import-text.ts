import type { Address } from '@entitle/graph'
import type { ReviseAnswer } from '../language/requests.ts'
import { counted } from '../plan/summary.ts'

type Revised = Exclude<ReviseAnswer, { readonly questions: unknown }>

/** What became of sources into which a tenant was written. */
export interface ImportReport extends Pick<Revised, 'count' | 'listed' | 'parts' | 'absent' | 'waivers' | 'errors'> {
  readonly title: string
  /** Paths in the folder. */
  readonly changed: readonly string[]
  readonly fresh: readonly string[]
  /** What couldn't be read or looked up, in sentences. */
  readonly unread: readonly string[]
  /** What people call an object: `package Alpine in Partners`. */
  nameOf(address: Address): string
}

/** `2 files changed, 1 new`. */
export const importSummary = ({ changed, fresh }: Pick<ImportReport, 'changed' | 'fresh'>): string =>
  changed.length + fresh.length === 0
    ? 'the sources say it already'
    : [
        ...(changed.length === 0 ? [] : [`${counted(changed.length, 'file')} changed`]),
        ...(fresh.length === 0 ? [] : [`${counted(fresh.length, 'new file')}`]),
      ].join(', ')

/** Whether there is something that the files don't say, or that somebody must decide. */
export const leavesOpen = ({ listed, parts, absent, waivers, errors, unread }: ImportReport): boolean =>
  [listed, parts, absent, waivers, errors, unread].some(({ length }) => length > 0)

/** What was written and what wasn't, as Markdown. */
export const importText = (report: ImportReport): string => {
  const { title, count, listed, parts, absent, waivers, errors, unread, changed, fresh, nameOf } = report
  const said = ({ address, path, why }: Revised['listed'][number]) =>
    `- ${plain(nameOf(address))}${path === '' ? '' : `: \`${path}\``}. ${why}`
  const block = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${heading}`, '', ...lines, '']
  return [
    `# Import of ${plain(title)}`,
    '',
    `${counted(count.read, 'object')} read = ${count.written} in the sources + ${count.listed} listed; ${importSummary(report)}.`,
    '',
    ...block('Changed', changed.map(asCode)),
    ...block('New', fresh.map(asCode)),
    ...block(
      'Not read',
      unread.map(each => `- ${each}`),
    ),
    ...block('Not written', listed.map(said)),
    ...block(
      'Written, and not as they are in the tenant: deploying would change them',
      parts.filter(changes).map(said),
    ),
    ...block(
      'Written without: deploying keeps it as it is in the tenant',
      parts.filter(each => !changes(each)).map(said),
    ),
    ...block(
      'Declared, and not in the tenant: deploying makes them. Remove what somebody deleted there on purpose',
      absent.map(address => `- ${plain(nameOf(address))}`),
    ),
    ...block(
      'Excused by a waiver, since the tenant breaks a rule',
      waivers.map(({ rule, path, until }) => `- ${rule}, in \`${path}\`, until ${until}`),
    ),
    ...block(
      'Errors that are new',
      errors.map(({ message }) => `- ${message}`),
    ),
  ].join('\n')
}

const changes = ({ changes: does }: Revised['parts'][number]): boolean => does

const asCode = (path: string): string => `- \`${path}\``

/** A name in which Markdown sees nothing but a name. */
const plain = (name: string): string => name.replaceAll(/[\\`*_[\]<>#|]/g, '\\$&')
