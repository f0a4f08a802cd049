import type { Finding } from '../model/finding.ts'
import { notReadable } from './not-readable.ts'
import type { ReadFailure } from './source.ts'

/** Something that was read, or why it isn't known. */
export type Known<T> = { readonly known: T } | { readonly finding: Finding }

/** What isn't known, and which permissions it takes where they are missing. */
export function unknownFor(what: string, failure: ReadFailure, permissions: string): { readonly finding: Finding } {
  const finding = notReadable(what, failure)
  const help = `Sign in with an account that has ${permissions}.`
  return { finding: failure.status === 403 ? { ...finding, help } : finding }
}
