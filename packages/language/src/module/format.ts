import { EmptyFileSystem } from 'langium'
import { type FormatOptions, type Formatted, formatText, type Reader } from '../format/format.ts'
import { createEntitleServices } from '../module.ts'

let reader: Reader | undefined

/**
 * Lays a source out as the style has it: `{ text, edits }`, or `{ unchanged }` with the reason.
 * Needs no workspace; tokens and comments keep their order, texts their values. Formatting twice is formatting once.
 */
export const format = (text: string, options?: FormatOptions): Formatted => {
  reader ??= createEntitleServices(EmptyFileSystem).entitle
  return formatText(text, reader, options)
}
