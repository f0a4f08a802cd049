import { EventEmitter, ThemeIcon, type TreeDataProvider, TreeItem, TreeItemCollapsibleState } from 'vscode'
import type { Engine } from '../tenant/engine.ts'
import type { Target } from '../tenant/target.ts'
import { liveItem } from './live-item.ts'
import type { LiveNode } from './live-node.ts'
import type { OpenedSurvey } from './open-survey.ts'

/** A tenant, or something in one. */
export interface TenantLine {
  readonly target: Target
  /** Undefined for the tenant itself. */
  readonly node?: LiveNode
  readonly parent?: TenantLine
}

export interface TenantSource {
  targets(): Promise<readonly Target[]>
  open(target: Target): Promise<OpenedSurvey>
  engine(): Promise<Pick<Engine, 'liveOutline' | 'externalOnly' | 'assignmentNodes'>>
}

/** The tenants that the workspace knows, the sandbox first, and what is in each; a tenant is read when it is opened. */
export class TenantTree implements TreeDataProvider<TenantLine> {
  readonly #changed = new EventEmitter<undefined>()
  readonly onDidChangeTreeData = this.#changed.event
  readonly #source: TenantSource
  readonly #surveys = new Map<string, Promise<OpenedSurvey>>()
  #externalOnly = false
  /** Part of what VS Code knows the sandbox's lines by: with another one they are closed, and nothing is read for them. */
  #round = 0

  constructor(source: TenantSource) {
    this.#source = source
  }

  set externalOnly(only: boolean) {
    this.#externalOnly = only
    this.#changed.fire(undefined)
  }

  /** Reads anew whatever is looked at from now on. */
  refresh(): void {
    this.#surveys.clear()
    this.#changed.fire(undefined)
  }

  /** Closes the sandbox: what was read of one that is stopped can't be asked anything more, and reading would start it. */
  closeSandbox(): void {
    for (const key of [...this.#surveys.keys()].filter(each => each.startsWith('sandbox '))) this.#surveys.delete(key)
    this.#round += 1
    this.#changed.fire(undefined)
  }

  async getChildren(line?: TenantLine): Promise<TenantLine[]> {
    if (line === undefined) return (await this.#source.targets()).map(target => ({ target }))
    const { target, node } = line
    const inside = node === undefined ? await this.#outline(target) : await this.#inside(target, node)
    return inside.map(each => ({ target, node: each, parent: line }))
  }

  getParent({ parent }: TenantLine): TenantLine | undefined {
    return parent
  }

  getTreeItem({ target, node }: TenantLine): TreeItem {
    if (node !== undefined) return liveItem(node, this.#idOf(target))
    const item = new TreeItem(target.title, TreeItemCollapsibleState.Collapsed)
    item.id = this.#idOf(target)
    item.iconPath = new ThemeIcon(target.kind === 'sandbox' ? 'beaker' : 'organization')
    if (target.tenant !== undefined) item.description = target.kind === 'sandbox' ? 'on this machine' : target.tenant
    return item
  }

  /** Every object of the tenants that have been read, with the way to it. */
  async everything(): Promise<readonly TenantLine[]> {
    const targets = (await this.#source.targets()).filter(target => this.#surveys.has(keyOf(target)))
    const all = async (line: TenantLine): Promise<readonly TenantLine[]> => {
      if (line.node?.kind === 'assignments') return []
      const children = await this.getChildren(line)
      const below = await Promise.all(children.map(all))
      return children.flatMap((child, place) => [child, ...(below[place] ?? [])])
    }
    return (await Promise.all(targets.map(target => all({ target })))).flat()
  }

  cloudOf({ target }: TenantLine): Promise<OpenedSurvey['cloud']> {
    return this.#survey(target).then(({ cloud }) => cloud)
  }

  dispose(): void {
    this.#changed.dispose()
  }

  #idOf(target: Target): string {
    return target.kind === 'sandbox' ? `${keyOf(target)} ${this.#round}` : keyOf(target)
  }

  async #outline(target: Target): Promise<readonly LiveNode[]> {
    const { survey } = await this.#survey(target)
    const { liveOutline, externalOnly } = await this.#source.engine()
    const nodes = liveOutline(survey)
    return this.#externalOnly ? externalOnly(nodes) : nodes
  }

  async #inside(target: Target, node: LiveNode): Promise<readonly LiveNode[]> {
    if (node.kind !== 'assignments') return node.children
    const { survey, assignmentsOf } = await this.#survey(target)
    const found = survey.objects.find(({ object }) => object.address === node.address)
    const { assignmentNodes } = await this.#source.engine()
    const nodes = found === undefined ? [] : assignmentNodes(await assignmentsOf(found.object))
    return this.#externalOnly ? nodes.filter(({ isExternal }) => isExternal) : nodes
  }

  #survey(target: Target): Promise<OpenedSurvey> {
    const key = keyOf(target)
    const known = this.#surveys.get(key)
    if (known !== undefined) return known
    const opened = this.#source.open(target)
    this.#surveys.set(key, opened)
    // What could not be read is read again the next time that it is opened.
    opened.catch(() => this.#surveys.delete(key))
    return opened
  }
}

const keyOf = ({ kind, tenant = '' }: Target): string => `${kind} ${tenant}`
