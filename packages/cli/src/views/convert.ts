import type { Loss } from '@entitle/language'
import { json } from './json.ts'
import { printableText } from './printable.ts'

type Located = Loss & { readonly file: string }

/** Something that wasn't converted, on a line for people. */
export const lossLine = ({ file, line, message }: Located): string =>
  `! ${printableText(line === undefined ? file : `${file}:${line}`)}  ${printableText(message)}\n`

/** `entitle-convert/1`. */
export const convertJson = (text: string, losses: readonly Located[]): string =>
  json({ format: 'entitle-convert/1', text, losses })
