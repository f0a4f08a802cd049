import { directorySeed } from '@entitle/language'
import type { DirectorySeed } from '@entitle/sandbox'
import type { KeptArguments } from '../arguments/sandbox-tending.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { counted } from '../views/counted.ts'
import { json } from '../views/json.ts'
import { seedFor } from './sandbox.ts'
import { readJson, withSandbox } from './sandbox-state.ts'

export interface SeedArguments extends KeptArguments {
  readonly from: string | undefined
  readonly tenant: string | undefined
}

/** What makes each sort of directory object what it is. */
const keys: { readonly [part in Exclude<keyof DirectorySeed, 'licences'>]-?: string } = {
  users: 'userPrincipalName',
  groups: 'displayName',
  apps: 'displayName',
  sites: 'webUrl',
}

/** Adds directory objects to a sandbox: those that the sources name, or those of a file. */
export const seedSandbox = async ({ file, format, from, tenant }: SeedArguments, ports: Ports): Promise<ExitCode> => {
  const seed = from === undefined ? directorySeed((await seedFor(tenant, ports)).tenant) : await readSeed(from, ports)
  if (Object.values(seed).flat().length === 0)
    throw unusable(`${from ?? 'No source here'} names ${from === undefined ? 'a' : 'no'} user, group, app or site.`)
  return withSandbox(file, 'make', ports, sandbox => {
    const size = () => sandbox.export().documents.length
    const before = size()
    sandbox.seed(seed)
    const added = size() - before
    ports.terminal.write(
      format === 'json'
        ? json({ format: 'entitle-sandbox-seed/1', file, added })
        : added === 0
          ? `The sandbox in ${file} has all of them already.\n`
          : `Added ${counted(added, 'directory object')} to the sandbox in ${file}.\n`,
    )
    return exitCodes.fine
  })
}

const readSeed = async (from: string, ports: Ports): Promise<DirectorySeed> => {
  const read = await readJson(from, ports)
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw unusable(`${from} must hold an object with ${Object.keys(keys).join(', ')}.`)
  for (const [part, list] of Object.entries(read)) {
    const key = Object.entries(keys).find(([name]) => name === part)?.[1]
    if (key === undefined) throw unusable(`${from} says ${part}, but takes only ${Object.keys(keys).join(', ')}.`)
    const wrong = !Array.isArray(list) || list.some(each => typeof each?.[key] !== 'string')
    if (wrong) throw unusable(`${part} in ${from} must be a list of objects, each with a ${key}.`)
    if (part === 'sites' && list.some((site: { webUrl: string }) => !URL.canParse(site.webUrl)))
      throw unusable(`Each webUrl in ${from} must be an address such as https://contoso.sharepoint.com/sites/Partners.`)
  }
  return read
}
