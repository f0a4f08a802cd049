import { unusable } from '../refusal.ts'
import { printableText } from '../views/printable.ts'

const reasons: { readonly [code: string]: string } = {
  EROFS: 'the disk cannot be written to',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  ENOENT: 'there is no such file',
  ENOSPC: 'the disk is full',
}

/** Why the file system refused, as the end of a sentence. */
export const fileReason = (error: unknown, verb = 'use'): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (code === 'EACCES' || code === 'EPERM') return `you have no permission to ${verb} it`
  return reasons[code] ?? printableText(error instanceof Error ? error.message : code)
}

/** What `read` gives. @throws {Refusal} that names the file and says why it can't be read. */
export const readable = async <T>(name: string, read: () => Promise<T>): Promise<T> => {
  try {
    return await read()
  } catch (error) {
    throw unusable(`${printableText(name)} cannot be read: ${fileReason(error, 'read')}. Nothing was changed.`)
  }
}

/** Writes a file. @throws {Refusal} that names it and says why it can't be written. */
export const writable = async (name: string, write: () => Promise<void>): Promise<void> => {
  try {
    await write()
  } catch (error) {
    throw unusable(`${printableText(name)} cannot be written: ${fileReason(error, 'write')}.`)
  }
}
