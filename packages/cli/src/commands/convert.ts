import path from 'node:path'
import { convert as converted, type Form, formOf, type Loss, NotConvertible } from '@entitle/language'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { fileReason, writable } from '../sources/file-reason.ts'
import { convertJson, lossLine } from '../views/convert.ts'
import { printableText } from '../views/printable.ts'

export interface ConvertArguments {
  readonly files: readonly string[]
  /** Undefined: as each looks. */
  readonly from?: Form
  /** Where the sources go, as typed; to standard output without. */
  readonly out?: string
  readonly format: 'human' | 'json'
}

/** Writes as sources what another tool says. Asks no tenant. */
export const convert = async ({ files, from, out, format }: ConvertArguments, ports: Ports): Promise<ExitCode> => {
  const texts: string[] = []
  const losses: (Loss & { readonly file: string })[] = []
  if (out !== undefined && (await ports.files.kindOf(path.resolve(ports.folder, out))) !== 'absent')
    throw unusable(`${printableText(out)} is there already, and nothing of it is to be lost. Name a file that is not.`)
  for (const file of files) {
    const text = await textOf(file, ports)
    const form = from ?? formOf(text)
    if (form === undefined)
      throw unusable(
        `${printableText(file)} looks neither like Microsoft Graph’s JSON nor like Terraform’s azuread resources or Microsoft365DSC’s. --from says what it is.`,
      )
    const made = await converted(text, form).catch((error: unknown) => {
      if (!(error instanceof NotConvertible)) throw error
      const place = error.line === undefined ? file : `${file}:${error.line}`
      throw unusable(`${printableText(place)} can’t be converted. ${printableText(error.message)}`)
    })
    texts.push(made.text)
    losses.push(...made.losses.map(loss => ({ ...loss, file })))
  }
  const text = texts.join('\n')
  if (format === 'json') ports.terminal.write(convertJson(text, losses))
  else {
    if (out === undefined) ports.terminal.write(text)
    for (const loss of losses) ports.terminal.writeError(lossLine(loss))
  }
  if (out !== undefined) {
    await writable(out, () => ports.files.writeText(path.resolve(ports.folder, out), text))
    if (format === 'human')
      ports.terminal.write(`${printableText(out)} is written. entitle check says what is still missing in it.\n`)
  }
  return exitCodes.fine
}

const textOf = async (file: string, { files, folder }: Ports): Promise<string> => {
  try {
    return await files.readText(path.resolve(folder, file))
  } catch (error) {
    throw unusable(`${printableText(file)} can’t be read: ${fileReason(error, 'read')}.`)
  }
}
