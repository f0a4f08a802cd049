import path from 'node:path'
import type { TenantIdentity } from '@entitle/graph'
import { openWorkspace } from '@entitle/language'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { printableText } from '../views/printable.ts'
import { meantTenant } from './meant-tenant.ts'

/**
 * The tenant to import from, see {@link meantTenant}: among those that the folder of the import declares, or where it has none, the current
 * one. @throws {Refusal} where that isn't known.
 */
export const importedTenant = async (
  options: Pick<TenantArguments, 'tenant' | 'sandbox'>,
  folder: string,
  ports: Pick<Ports, 'files' | 'clock' | 'folder'>,
): Promise<TenantIdentity | undefined> => {
  const there = await declaredIn(folder, ports)
  const isElsewhere = there.length === 0 && options.sandbox === undefined && folder !== ports.folder
  return meantTenant(options, once(isElsewhere ? await declaredIn(ports.folder, ports) : there), 'import')
}

/** A folder in which an earlier import lies declares its tenant a second time. */
const once = (tenants: readonly TenantIdentity[]): readonly TenantIdentity[] => [
  ...new Map(tenants.toReversed().map(each => [(each.domain ?? each.id ?? each.name).toLowerCase(), each])).values(),
]

const declaredIn = async (folder: string, { files, clock }: Pick<Ports, 'files' | 'clock'>) => {
  if ((await files.kindOf(folder)) !== 'folder') return []
  const today = clock.now().toISOString().slice(0, 10)
  return (await openWorkspace({ fileSystem: files, roots: [folder], today, rules: false })).tenants()
}

/** A folder as typed, absolute. @throws {Refusal} where a file is in its place. */
export const outFolder = async (typed: string, { files, folder }: Pick<Ports, 'files' | 'folder'>): Promise<string> => {
  const at = path.resolve(folder, typed)
  if ((await files.kindOf(at)) === 'file')
    throw unusable(`${printableText(typed)} is a file. --out takes the folder that the files go to.`)
  return at
}
