import type { FileSystem, Tenant } from '@entitle/graph'
import { importTenant, openWorkspace, type Updated, updateSources } from '@entitle/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MemoryFiles } from '../scenarios/harness/memory-files.ts'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { arbitraryVersions } from './arbitrary-versions.ts'
import { identity, inWorld, type Rehearsal } from './in-world.ts'
import { isInexact } from './inexact.ts'

const today = '2026-06-01'
const folder = '/sources'

const reading = ({ sandbox }: Rehearsal, files: FileSystem) => ({
  transport: sandboxTransport(sandbox),
  tenantId: identity.tenantId,
  cloud: 'global' as const,
  catalogs: [],
  files,
  folder,
  today,
})

const updated = async (world: Rehearsal, files: FileSystem): Promise<Updated> => {
  const result = await updateSources(reading(world, files))
  if ('refused' in result) throw new Error(JSON.stringify(result))
  return result.updated
}

/** Sources of what is deployed, with a comment over each line that begins a declaration. */
const commented = async (world: Rehearsal, templates: boolean): Promise<MemoryFiles> => {
  const files = new MemoryFiles(folder)
  const result = await importTenant({ ...reading(world, files), templates })
  if ('refused' in result) throw new Error(JSON.stringify(result))
  // What the sandbox lets pass and Graph refuses, such as a question that is asked twice.
  fc.pre(result.imported.errors.length === 0)
  for (const [path, text] of files.texts)
    files.texts.set(
      path,
      text.replaceAll(
        /^( *)((?:catalog|package|organization|workflow|review|policy(?! template)) .*)$/gm,
        '$1// About $2\n$1$2',
      ),
    )
  return files
}

const comments = (files: MemoryFiles) => texts(files).match(/^ *\/\/ About .*$/gm) ?? []

const texts = ({ texts: all }: MemoryFiles) => [...all.values()].join('\n')

const opened = (fileSystem: FileSystem) => openWorkspace({ fileSystem, roots: [folder], today })

const kindIn = (address: string): string => address.split('/').at(-2) ?? ''

/** Sources of one tenant, brought to where it is after something else was deployed. */
const broughtTo = (before: Tenant, after: Tenant, templates: boolean) =>
  inWorld(async world => {
    await world.deploy(before)
    const files = await commented(world, templates)
    const above = comments(files)
    const untouched = Object.fromEntries(files.texts)
    const still = await updated(world, files)
    expect(still.files.filter(({ result }) => result !== 'unchanged')).toEqual([])
    expect(Object.fromEntries(files.texts)).toEqual(untouched)

    await world.deploy(after)
    const { count, listed, parts, absent, errors } = await updated(world, files)
    expect(count.read).toBe(count.written + count.listed)
    expect(listed).toHaveLength(count.listed)
    const sources = await opened(files)
    const found = sources.check().filter(({ severity, waived }) => severity === 'error' && waived === undefined)
    expect(found.filter(({ rule }) => rule === 'syntax' || rule === 'unknown-name')).toEqual([])
    expect({ comments: above.filter(each => !texts(files).includes(each)) }).toEqual({ comments: [] })
    const { plan } = await world.prepare(sources.desired().tenant)
    const told = new Set(parts.filter(({ changes }) => changes).map(({ address }) => address))
    expect({ steps: plan.steps.map(({ action, kind }) => `${action} ${kind}`).sort() }).toEqual({
      steps: [
        ...[...told].map(address => `update ${kindIn(address)}`),
        ...absent.map(address => `create ${kindIn(address)}`),
      ].sort(),
    })
    const once = Object.fromEntries(files.texts)
    if (errors.length === 0) await updated(world, files)
    expect(Object.fromEntries(files.texts)).toEqual(once)
    return { parts, absent, errors }
  })

it('says what somebody changed in a tenant, and leaves all else as it stands', async () => {
  const changing = new Set<string>()
  await fc.assert(
    fc.asyncProperty(arbitraryVersions, fc.boolean(), async ([before, after], templates) => {
      const { parts, absent } = await broughtTo(before, after, templates)
      for (const { address, path, changes } of parts) if (changes) changing.add(`${kindIn(address)} ${path}`)
      expect(absent).toEqual([])
    }),
    { numRuns: 25, seed: 3 },
  )
  expect([...changing].filter(each => !isInexact(each))).toEqual([])
})

it('says what is new in a tenant, and takes no declaration away', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, arbitraryTenant, async (before, after) => {
      await broughtTo(before, after, false)
    }),
    { numRuns: 30, seed: 5 },
  )
})
