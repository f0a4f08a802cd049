import type { StepOutcome, StepResult } from '@entitle/graph'
import { MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode'
import { abilities } from './abilities.ts'
import type { PlanNode } from './plan-node.ts'
import type { Progress } from './progress.ts'
import { resultWords } from './result-words.ts'

const icon = (name: string, colour?: string) =>
  new ThemeIcon(name, colour === undefined ? undefined : new ThemeColor(colour))

const icons: { readonly [sort in PlanNode['sort']]: () => ThemeIcon | undefined } = {
  group: () => icon('folder'),
  create: () => icon('diff-added', 'gitDecoration.addedResourceForeground'),
  update: () => icon('diff-modified', 'gitDecoration.modifiedResourceForeground'),
  delete: () => icon('diff-removed', 'gitDecoration.deletedResourceForeground'),
  unmanaged: () => icon('question'),
  property: () => undefined,
  finding: () => icon('warning', 'list.warningForeground'),
}

const resultIcons: { readonly [result in StepResult]?: () => ThemeIcon } = {
  created: () => icon('pass-filled', 'testing.iconPassed'),
  updated: () => icon('pass-filled', 'testing.iconPassed'),
  deleted: () => icon('pass-filled', 'testing.iconPassed'),
  already: () => icon('pass', 'testing.iconPassed'),
  failed: () => icon('error', 'testing.iconFailed'),
  stale: () => icon('error', 'testing.iconFailed'),
  unknown: () => icon('question', 'testing.iconFailed'),
  'not-run': () => icon('circle-slash', 'disabledForeground'),
}

const holdsChanges = (node: PlanNode): boolean => node.children.some(child => child.sort !== 'property')

const state = (node: PlanNode): TreeItemCollapsibleState => {
  if (node.children.length === 0) return TreeItemCollapsibleState.None
  if (node.sort === 'update' || (holdsChanges(node) && !node.id.includes('/access-package/')))
    return TreeItemCollapsibleState.Expanded
  return node.sort === 'group' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed
}

const verbs: { readonly [sort in PlanNode['sort']]?: string } = { create: 'add', update: 'change', delete: 'delete' }

/** What a screen reader says, since it doesn't see the icon: `change, policy Approved suppliers`. */
const spoken = ({ sort, label }: PlanNode, detail: string | undefined): string =>
  [verbs[sort], label, detail].filter(part => part !== undefined && part !== '').join(', ')

/** Text from a tenant or a file is shown as it is, never read as Markdown. */
const tooltip = (node: PlanNode, outcome: StepOutcome | undefined): MarkdownString => {
  const text = new MarkdownString()
  text.appendText(node.detail === undefined ? node.label : `${node.label}: ${node.detail}`)
  for (const sentence of [...failed(outcome), ...node.explanation]) text.appendMarkdown('\n\n').appendText(sentence)
  return text
}

const failed = (outcome: StepOutcome | undefined): readonly string[] => {
  const { message, because, remedy } = outcome?.failure ?? {}
  return [message, because, remedy].filter(part => part !== undefined && part !== '').map(ended)
}

const ended = (text = ''): string => (/[.!?]$/.test(text) ? text : `${text}.`)

/** What becomes of a node while the plan is carried out, in words; undefined where nothing is known yet. */
const progressWords = (node: PlanNode, progress: Progress): string | undefined => {
  const outcome = progress.outcomeOf(node.id)
  if (progress.isRunning(node.id)) return 'under way'
  if (outcome?.failure !== undefined) return `${resultWords[outcome.result]}: ${outcome.failure.message}`
  const { done, of } = progress.countIn(node)
  if (of > 1 && progress.outcomes.length > 0 && holdsChanges(node)) return `${done} of ${of} done`
  return outcome === undefined ? undefined : resultWords[outcome.result]
}

const progressIcon = (node: PlanNode, progress: Progress): ThemeIcon | undefined => {
  if (progress.isRunning(node.id)) return icon('loading~spin')
  const outcome = progress.outcomeOf(node.id)
  return outcome === undefined ? undefined : resultIcons[outcome.result]?.()
}

/** How a line of the plan looks in the tree; a click goes to where it was declared, else shows the difference. */
export const planItem = (node: PlanNode, progress: Progress): TreeItem => {
  const item = new TreeItem(node.label, state(node))
  item.id = node.id
  const detail = progressWords(node, progress) ?? node.detail
  if (detail !== undefined) item.description = detail
  const shown = progressIcon(node, progress) ?? icons[node.sort]()
  if (shown !== undefined) item.iconPath = shown
  item.tooltip = tooltip(node, progress.outcomeOf(node.id))
  item.contextValue = abilities(node)
  item.accessibilityInformation = { label: spoken(node, detail) }
  if (node.range !== undefined) {
    const { uri, start } = node.range
    const selection = new Range(start.line, start.character, start.line, start.character)
    item.command = { command: 'vscode.open', title: 'Go to Declaration', arguments: [Uri.parse(uri), { selection }] }
  } else if (node.address !== undefined && node.sort !== 'group') {
    item.command = { command: 'entitle.plan.showDifference', title: 'Show Difference', arguments: [node] }
  }
  return item
}
