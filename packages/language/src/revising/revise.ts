import type { SourceEdit, Tenant, TenantIdentity } from '@entitle/graph'
import type { Printed, PrintedFile, PrintOptions } from '../printing/source/print-tenant.ts'
import type { Unsaid } from '../printing/source/said.ts'
import type { Program } from '../resolve/program.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import { type Declared, declared } from './declared.ts'
import { type Deeds, enact } from './enact.ts'
import { linesOf } from './layout.ts'
import type { Names } from './names.ts'
import { type Asked, type Following, policiesOf, settle } from './templates.ts'
import { type Wishes, wishes } from './wishes.ts'

export interface Revising {
  readonly program: Program
  /** Its declarations. */
  readonly own: ReadonlyMap<string, Declared>
  /** The tenant that it is, where the sources declare one. */
  readonly identity: TenantIdentity | undefined
  /** What the sources say, and what they are to say, under the same addresses. */
  readonly before: Tenant
  readonly after: Tenant
  readonly names: Names
  /** ISO date, in UTC. */
  readonly today: string
  readonly print: (tenant: Tenant, options: PrintOptions) => Printed
}

/** What is to be done to sources, so that they say what they are to say. */
export interface Revisions {
  readonly edits: readonly SourceEdit[]
  /** Declarations that lie in no other one, by the file of an import that they would be in; parts of one file follow each other. */
  readonly fresh: readonly PrintedFile[]
  /** What no statement says of what they are to say. */
  readonly unsaid: readonly Unsaid[]
  /** Policies of which a template says something that they can't undo, by their key, with the template's name. */
  readonly stuck: readonly { readonly of: string; readonly template: string }[]
}

/**
 * Says in sources what a tenant is like, and leaves everything else in them as it stands: comments, order, layout, names, templates and what no
 * tenant knows of. Both tenants are printed with the names of the sources and compared statement by statement; what differs is changed where
 * the sources say it.
 */
export const revise = async ({ own, ...revising }: Revising): Promise<Revisions> => {
  const [before, after] = await Promise.all([printed(revising.before, revising), printed(revising.after, revising)])
  const { meaning } = revising.names
  const wanted = new Map<string, Wishes>()
  const inside = Map.groupBy(
    [...after.declared.values()].filter(({ key, within }) => !own.has(key) && within !== undefined && own.has(within)),
    ({ within }) => within,
  )
  for (const [key, { written }] of own) {
    const [was, is] = [before.declared.get(key)?.written, after.declared.get(key)?.written]
    if (was !== undefined && is !== undefined)
      wanted.set(key, wishes({ own: written, before: was, after: is, meaning }))
  }
  const policies = followers(revising.program, own, after.declared)
  const asked = policies.flatMap(({ key }): Asked[] =>
    (wanted.get(key)?.inherited ?? []).map(each => ({ ...each, of: key })),
  )
  const settled = settle(asked, policies, meaning)
  const isPolicy = new Set(policies.map(({ key }) => key))
  const edits = [...own].map(([key, { written }]) => {
    const deeds = wanted.get(key)
    const is = after.declared.get(key)
    if (deeds === undefined || is === undefined) return []
    const inherited = isPolicy.has(key)
      ? (settled.own.get(key) ?? [])
      : deeds.inherited.flatMap(each => each.after ?? [])
    const added = inOrderOf(is.written.statements, [...deeds.added, ...inherited])
    const declarations = (inside.get(key) ?? []).map(each => each.written)
    return enact(written, is.written, { ...deeds, added, declarations, meaning })
  })
  const shared = settled.shared.map(({ template, after: is, ...deeds }) =>
    enact(template, is, { ...deeds, added: [], declarations: [], meaning }),
  )
  return {
    // What stands in another declaration comes first: both may end at one place, and there the inner one's statements belong inside.
    edits: [...edits.toReversed().flat(), ...shared.flat()],
    fresh: after.files.flatMap(file => freshIn(file, own)),
    unsaid: after.unsaid,
    stuck: settled.stuck,
  }
}

/** Statements in the order in which they would be printed. */
const inOrderOf = (order: readonly Deeds['added'][number][], some: Deeds['added']): Deeds['added'] =>
  some.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))

interface Reading {
  readonly declared: ReadonlyMap<string, Declared>
  readonly files: readonly (PrintedFile & { readonly roots: readonly Declared[] })[]
  readonly unsaid: readonly Unsaid[]
}

/** A tenant in the words of the sources, read again. */
const printed = async (
  tenant: Tenant,
  { names, identity, print, today }: Pick<Revising, 'names' | 'identity' | 'print' | 'today'>,
): Promise<Reading> => {
  const { taken, directory } = names
  const { files, unsaid } = print(tenant, { taken, directory, ...(identity === undefined ? {} : { identity }) })
  const texts = Object.fromEntries(files.map(({ path, text }) => [`/${path}`, text]))
  const { program, files: uris } = await openWorkspace({ files: texts, today, rules: false })
  const all = declared(program)
  const roots = Map.groupBy(
    [...all.values()].filter(({ within }) => within === undefined),
    ({ range }) => range.uri,
  )
  const pathOf = (uri: string) => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
  const uriOf = new Map(uris.map(uri => [pathOf(uri), uri]))
  return {
    declared: all,
    files: files.map(file => ({ ...file, roots: roots.get(uriOf.get(file.path) ?? '') ?? [] })),
    unsaid,
  }
}

/** What of a printed file nothing in the sources declares; directory objects are printed only where the sources don't have them. */
const freshIn = (
  { path, text, roots }: Reading['files'][number],
  own: ReadonlyMap<string, Declared>,
): readonly PrintedFile[] => {
  if (roots.length === 0) return isDirectory(path) ? [{ path, text }] : []
  return roots
    .filter(({ key, written }) => !own.has(key) && written.type !== 'Tenant')
    .map(({ written }) => ({ path, text: `${linesOf(written).join('\n')}\n` }))
}

const isDirectory = (path: string) => /^directory(?:-\d+)?\.entitle$/.test(path)

const followers = (
  program: Program,
  own: ReadonlyMap<string, Declared>,
  after: ReadonlyMap<string, Declared>,
): readonly Following[] => {
  const policies = new Map(
    policiesOf(program).map(policy => [
      `${policy.range.uri} ${policy.range.start.line} ${policy.range.start.character}`,
      policy,
    ]),
  )
  return [...own.values()].flatMap(({ key, range, written }) => {
    const policy = policies.get(`${range.uri} ${range.start.line} ${range.start.character}`)
    const is = after.get(key)
    return policy === undefined || is === undefined ? [] : [{ key, policy, written, after: is.written }]
  })
}
