import path from 'node:path'
import type { Sandbox, SandboxState } from '@entitle/sandbox'
import type { KeptArguments } from '../arguments/sandbox-tending.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { Refusal, unusable } from '../refusal.ts'
import { fileReason } from '../sources/file-reason.ts'
import { inFolder } from '../tenants/target.ts'
import { counted } from '../views/counted.ts'
import { json } from '../views/json.ts'

type Given = Pick<Ports, 'sandboxes' | 'terminal' | 'folder' | 'files'>

/** Opens a sandbox for as long as a command needs it. */
export const withSandbox = async <T>(
  file: string,
  missing: 'refuse' | 'make',
  { sandboxes, folder }: Pick<Given, 'sandboxes' | 'folder'>,
  work: (sandbox: Sandbox) => T | Promise<T>,
): Promise<T> => {
  const sandbox = await sandboxes.open(inFolder(folder, file), missing)
  try {
    return await work(sandbox)
  } finally {
    sandbox.close()
  }
}

/** Asks before everything in a sandbox is replaced. @throws {Refusal} unless the person agrees. */
const agree = async (question: string, yes: boolean, { terminal }: Given): Promise<void> => {
  if (yes) return
  if (!terminal.interactive)
    throw new Refusal('Not confirmed: this is not a terminal, so nobody can be asked. Add --yes. Nothing was changed.')
  const answer = await terminal.ask(`${question} [y/N] `)
  if (!/^y(es)?$/i.test(answer.trim())) throw new Refusal('Not confirmed. Nothing was changed.')
}

const sizeOf = (sandbox: Sandbox): number => sandbox.export().documents.length

export const resetSandbox = async ({ file, format, yes }: KeptArguments, given: Given): Promise<ExitCode> =>
  withSandbox(file, 'refuse', given, async sandbox => {
    await agree(`Forget everything in the sandbox in ${file} (${counted(sizeOf(sandbox), 'object')})?`, yes, given)
    sandbox.reset()
    given.terminal.write(
      format === 'json'
        ? json({ format: 'entitle-sandbox-reset/1', file, tenantId: sandbox.tenant.id })
        : `The sandbox in ${file} is empty again. entitle sandbox seed adds whom the sources name.\n`,
    )
    return exitCodes.fine
  })

export const exportSandbox = async (
  { file, format, out }: KeptArguments & { readonly out: string | undefined },
  given: Given,
): Promise<ExitCode> =>
  withSandbox(file, 'refuse', given, async sandbox => {
    const state = sandbox.export()
    const text = `${JSON.stringify(state, undefined, 2)}\n`
    if (out === undefined) {
      given.terminal.write(text)
      return exitCodes.fine
    }
    await given.files.writeText(path.resolve(given.folder, out), text).catch((error: unknown) => {
      throw unusable(`${out} cannot be written: ${fileReason(error)}.`)
    })
    const objects = state.documents.length
    given.terminal.write(
      format === 'json'
        ? json({ format: 'entitle-sandbox-export/1', file, out, objects })
        : `Wrote ${counted(objects, 'object')} of the sandbox in ${file} to ${out}.\n`,
    )
    return exitCodes.fine
  })

export const importSandbox = async (
  { file, format, yes, from }: KeptArguments & { readonly from: string },
  given: Given,
): Promise<ExitCode> => {
  const state = await readState(from, given)
  return withSandbox(file, 'make', given, async sandbox => {
    const before = sizeOf(sandbox)
    const count = counted(state.documents.length, 'object')
    await agree(`Replace everything in ${file} (${counted(before, 'object')}) by the ${count} of ${from}?`, yes, given)
    sandbox.import(state)
    given.terminal.write(
      format === 'json'
        ? json({ format: 'entitle-sandbox-import/1', file, from, objects: state.documents.length })
        : `The sandbox in ${file} has the ${count} of ${from}.\n`,
    )
    return exitCodes.fine
  })
}

/** Reads a JSON file. @throws {Refusal} when it is absent or no JSON. */
export const readJson = async (file: string, { files, folder }: Pick<Given, 'files' | 'folder'>): Promise<unknown> => {
  const text = await files.readText(path.resolve(folder, file)).catch((error: unknown) => {
    throw unusable(`${file} cannot be read: ${fileReason(error)}.`)
  })
  try {
    return JSON.parse(text)
  } catch {
    throw unusable(`${file} is not JSON.`)
  }
}

const readState = async (file: string, given: Given): Promise<SandboxState> => {
  const read = await readJson(file, given)
  const isState = typeof read === 'object' && read !== null && 'version' in read && 'documents' in read
  if (!isState || !Array.isArray(read.documents) || !read.documents.every(isDocument))
    throw unusable(`${file} is not what entitle sandbox export writes.`)
  if (read.version !== 1) throw unusable(`${file} is of version ${String(read.version)}; this entitle reads version 1.`)
  return read as unknown as SandboxState
}

const isDocument = (each: unknown): boolean =>
  typeof each === 'object' &&
  each !== null &&
  'kind' in each &&
  typeof each.kind === 'string' &&
  'body' in each &&
  typeof each.body === 'object' &&
  each.body !== null &&
  'id' in each.body &&
  typeof each.body.id === 'string'
