import type { StepResult } from '@entitle/graph'
import { MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode'
import type { PlanNode } from './plan-node.ts'

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

const resultWords: { readonly [result in StepResult]: string } = {
  created: 'added',
  updated: 'changed',
  deleted: 'deleted',
  already: 'was so already',
  failed: 'failed',
  stale: 'refused: the tenant has changed',
  unknown: 'unknown whether it took effect',
  'not-run': 'not done',
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
const tooltip = (node: PlanNode): MarkdownString => {
  const text = new MarkdownString()
  text.appendText(node.detail === undefined ? node.label : `${node.label}: ${node.detail}`)
  for (const sentence of node.explanation) text.appendMarkdown('\n\n').appendText(sentence)
  return text
}

/** How a line of the plan looks in the tree; a click goes to where it was declared. */
export const planItem = (node: PlanNode, result: StepResult | undefined): TreeItem => {
  const item = new TreeItem(node.label, state(node))
  item.id = node.id
  const detail = result === undefined ? node.detail : resultWords[result]
  if (detail !== undefined) item.description = detail
  const shown = (result === undefined ? undefined : resultIcons[result]?.()) ?? icons[node.sort]()
  if (shown !== undefined) item.iconPath = shown
  item.tooltip = tooltip(node)
  item.contextValue = node.sort
  item.accessibilityInformation = { label: spoken(node, detail) }
  if (node.range !== undefined) {
    const { uri, start } = node.range
    const selection = new Range(start.line, start.character, start.line, start.character)
    item.command = { command: 'vscode.open', title: 'Go to Declaration', arguments: [Uri.parse(uri), { selection }] }
  }
  return item
}
