import { digestOfText, type FileSystem } from '@entitle/graph'

/** Where an import that has not ended notes which files it writes, in the folder that it writes to. */
const place = '.entitle-import.json'

/** Digests of the texts that an import has written, or was about to write, by path. */
export interface Checkpoint {
  readonly files: { readonly [path: string]: readonly string[] }
}

const none: Checkpoint = { files: {} }

/** What an import that didn't end has noted; nothing where the last one ended. */
export const readCheckpoint = async (files: FileSystem, folder: string): Promise<Checkpoint> => {
  const at = `${folder}/${place}`
  if ((await files.kindOf(at)) !== 'file') return none
  return parsed(await files.readText(at))
}

/** Notes the texts, beside those that are noted already, before the first of them is written. */
export const writeCheckpoint = async (
  files: FileSystem,
  folder: string,
  before: Checkpoint,
  texts: readonly { readonly path: string; readonly text: string }[],
): Promise<void> => {
  const noted = new Map(Object.entries(before.files))
  for (const { path, text } of texts) noted.set(path, [...(noted.get(path) ?? []), digestOfText(text)])
  const note = { format: 'entitle-import/1', files: Object.fromEntries(noted) }
  await files.replaceText(`${folder}/${place}`, `${JSON.stringify(note, null, 2)}\n`)
}

export const removeCheckpoint = (files: FileSystem, folder: string): Promise<void> => files.remove(`${folder}/${place}`)

/** Whether the file is as the import left it, so that nobody else's words are in it. */
export const isOwn = ({ files }: Checkpoint, path: string, text: string): boolean =>
  files[path]?.includes(digestOfText(text)) === true

/** A note that somebody changed counts for nothing: then every file is somebody else's. */
const parsed = (text: string): Checkpoint => {
  try {
    const { format, files } = JSON.parse(text) as { readonly format?: unknown; readonly files?: unknown }
    if (format !== 'entitle-import/1' || typeof files !== 'object' || files === null) return none
    const entries = Object.entries(files).filter(
      ([, digests]) => Array.isArray(digests) && digests.every(each => typeof each === 'string'),
    )
    return { files: Object.fromEntries(entries) }
  } catch {
    return none
  }
}
