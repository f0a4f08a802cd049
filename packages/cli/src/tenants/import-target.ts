import path from 'node:path'
import type { TenantIdentity } from '@entitle/graph'
import { openWorkspace } from '@entitle/language'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { listed } from '../views/counted.ts'
import { printableText } from '../views/printable.ts'

/**
 * The tenant to import from: one that the folder declares, else the one that was typed. Undefined where the sandbox alone says which.
 * @throws {Refusal} where that isn't known.
 */
export const importedTenant = async (
  { tenant, sandbox }: Pick<TenantArguments, 'tenant' | 'sandbox'>,
  folder: string,
  ports: Pick<Ports, 'files' | 'clock'>,
): Promise<TenantIdentity | undefined> => {
  const declared = await declaredIn(folder, ports)
  const named = declared.find(({ name }) => name === tenant)
  if (named !== undefined) return named
  const names = declared.map(({ name }) => name)
  if (tenant !== undefined) return typedTenant(tenant, names)
  if (declared.length > 1) throw unusable(`Several tenants are declared: say which with --tenant ${names.join('|')}.`)
  if (declared.length === 1 || sandbox !== undefined) return declared[0]
  throw unusable(
    'It is not known which tenant to import. Say its domain, as in --tenant contoso.com, or take a rehearsal tenant with --sandbox.',
  )
}

const declaredIn = async (folder: string, { files, clock }: Pick<Ports, 'files' | 'clock'>) => {
  if ((await files.kindOf(folder)) !== 'folder') return []
  const today = clock.now().toISOString().slice(0, 10)
  return (await openWorkspace({ fileSystem: files, roots: [folder], today, rules: false })).tenants()
}

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i

const typedTenant = (typed: string, declared: readonly string[]): TenantIdentity => {
  const of = { name: '', displayName: '', cloud: 'global', protected: false } as const
  if (guid.test(typed)) return { ...of, id: typed.toLowerCase() }
  if (domain.test(typed)) return { ...of, domain: typed.toLowerCase() }
  const known = declared.length === 0 ? '' : ` Declared in the folder: ${listed(declared)}.`
  throw unusable(
    `${printableText(typed)} is neither a domain such as contoso.com, nor the id of a tenant, nor a tenant that the folder declares.${known}`,
  )
}

/** A folder as typed, absolute. @throws {Refusal} where a file is in its place. */
export const outFolder = async (typed: string, { files, folder }: Pick<Ports, 'files' | 'folder'>): Promise<string> => {
  const at = path.resolve(folder, typed)
  if ((await files.kindOf(at)) === 'file')
    throw unusable(`${printableText(typed)} is a file. --out takes the folder that the files go to.`)
  return at
}
