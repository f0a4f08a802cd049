import type { FileSystem, Tenant } from '@entitle/graph'
import { type Imported, importTenant, openWorkspace } from '@entitle/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MemoryFiles } from '../scenarios/harness/memory-files.ts'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { identity, inWorld, type Rehearsal } from './in-world.ts'
import { isInexact } from './inexact.ts'

const today = '2026-06-01'
const folder = '/imported'

const imported = async (world: Rehearsal, files: FileSystem, templates = false): Promise<Imported> => {
  const result = await importTenant({
    transport: sandboxTransport(world.sandbox),
    tenantId: identity.tenantId,
    cloud: 'global',
    catalogs: [],
    templates,
    files,
    folder,
    today,
  })
  if ('refused' in result) throw new Error(JSON.stringify(result))
  return result.imported
}

/** The sources as somebody finds them who opens the folder. */
const opened = (fileSystem: FileSystem) => openWorkspace({ fileSystem, roots: [folder], today })

const kindIn = (address: string): string => address.split('/').at(-2) ?? ''

/** A tenant in which this was deployed, and then whatever else. */
const after = (desired: Tenant, trial: (world: Rehearsal) => Promise<void>): Promise<void> =>
  inWorld(async world => {
    await world.deploy(desired)
    await trial(world)
  })

it('writes or lists whatever was read, and planning what was written finds nothing but what it said', async () => {
  const listed = new Set<string>()
  const refused = new Set<string>()
  const changing = new Set<string>()
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, fc.boolean(), (desired, templates) =>
      after(desired, async world => {
        const files = new MemoryFiles(folder)
        const { count, errors, parts, listed: left } = await imported(world, files, templates)
        expect(count.read).toBe(count.written + count.listed)
        expect(left).toHaveLength(count.listed)
        for (const { address, why } of left) listed.add(`${kindIn(address)}: ${why}`)
        const sources = await opened(files)
        for (const { rule } of errors) refused.add(rule)
        const found = sources.check().filter(({ severity, waived }) => severity === 'error' && waived === undefined)
        expect(found.map(({ rule }) => rule).sort()).toEqual(errors.map(({ rule }) => rule).sort())
        const plan = await world.plan(sources.desired().tenant)
        const told = new Set(parts.filter(({ changes }) => changes).map(({ address }) => address))
        for (const { address, path, changes } of parts) if (changes) changing.add(`${kindIn(address)} ${path}`)
        expect({ steps: plan.steps.map(({ action, kind }) => `${action} ${kind}`).sort() }).toEqual({
          steps: [...told].map(address => `update ${kindIn(address)}`).sort(),
        })
      }),
    ),
    { numRuns: 60, seed: 3 },
  )
  expect([...listed]).toEqual([])
  // What the sandbox lets pass and Graph refuses, but for questions that are asked twice.
  expect([...refused].sort()).toEqual([
    'approval-without-stage',
    'automatic-policy-conflict',
    'repeated-question',
    'review-overlap',
    'reviewer-kind',
  ])
  expect([...changing].filter(each => !isInexact(each))).toEqual([])
})

/** Files that nobody can write or take away after so many writes, as when the process was killed. */
class Dying extends MemoryFiles {
  left: number
  constructor(home: string, left: number) {
    super(home)
    this.left = left
  }

  override async writeText(file: string, text: string): Promise<void> {
    this.die()
    return super.writeText(file, text)
  }

  override async remove(file: string): Promise<void> {
    this.die()
    return super.remove(file)
  }

  private die(): void {
    this.left -= 1
    if (this.left < 0) throw new Error('killed')
  }
}

it('goes on where it was killed, wherever that was, also when the tenant has changed meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTenant, arbitraryTenant, (before, later) =>
      after(before, async world => {
        const whole = new MemoryFiles(folder)
        await imported(world, whole)
        const first = world.sandbox.export()
        await world.deploy(later)
        const changed = new MemoryFiles(folder)
        await imported(world, changed)
        const second = world.sandbox.export()
        for (let left = 0; left <= whole.texts.size + 1; left += 1) {
          const files = new Dying(folder, left)
          world.sandbox.import(first)
          await imported(world, files).catch((error: Error) => error)
          files.left = Number.POSITIVE_INFINITY
          const again = new MemoryFiles(folder)
          for (const [path, text] of files.texts) again.texts.set(path, text)
          await imported(world, files)
          expect(Object.fromEntries(files.texts)).toEqual(Object.fromEntries(whole.texts))
          // Where the first run had ended, its files are sources as any others, which nothing replaces.
          if (left > whole.texts.size) continue
          world.sandbox.import(second)
          await imported(world, again)
          expect(Object.fromEntries(again.texts)).toEqual(Object.fromEntries(changed.texts))
        }
      }),
    ),
    { numRuns: 6, seed: 5 },
  )
})
