import { MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode'
import type { LiveNode } from './live-node.ts'

/** Scheme of the resources that stand for live objects, so that VS Code decorates their lines. */
export const liveScheme = 'entitle-live'

const icons: { readonly [kind in LiveNode['kind']]?: string } = {
  catalog: 'library',
  'access-package': 'package',
  'assignment-policy': 'law',
  'connected-organization': 'organization',
  'catalog-resource': 'symbol-class',
  'resource-role-scope': 'key',
  assignments: 'people',
  assignment: 'person',
}

const importable: ReadonlySet<LiveNode['kind']> = new Set(['catalog', 'access-package', 'assignment-policy'])

/** What can be done with a line, for the menus: `portal source import`. */
const abilities = ({ kind, page, range }: LiveNode): string =>
  [
    ...(page === undefined ? [] : ['portal']),
    ...(range === undefined ? [] : ['source']),
    ...(importable.has(kind) ? ['import'] : []),
  ].join(' ')

const tooltip = ({ label, detail }: LiveNode): MarkdownString =>
  new MarkdownString().appendText(detail === undefined ? label : `${label}: ${detail}`)

/** @param tenant tells the lines of two tenants apart */
export const liveItem = (node: LiveNode, tenant: string): TreeItem => {
  const isLeaf = node.children.length === 0 && node.kind !== 'assignments'
  const item = new TreeItem(node.label, isLeaf ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed)
  item.id = `${tenant} ${node.id}`
  if (node.detail !== undefined) item.description = node.detail
  item.iconPath = new ThemeIcon(icons[node.kind] ?? 'circle-small')
  item.tooltip = tooltip(node)
  item.contextValue = abilities(node)
  item.accessibilityInformation = { label: node.detail === undefined ? node.label : `${node.label}, ${node.detail}` }
  if (node.standing !== undefined)
    item.resourceUri = Uri.from({ scheme: liveScheme, path: `/${tenant}/${node.address}`, query: node.standing })
  return item
}
