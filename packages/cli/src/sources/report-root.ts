import path from 'node:path'
import type { Ports } from '../ports.ts'

/** The folder from which pipelines and code hosts name files: that of the repository around the current folder, else the current folder. */
export const reportRoot = async ({ files, folder }: Pick<Ports, 'files' | 'folder'>): Promise<string> => {
  for (let at = folder; ; at = path.dirname(at)) {
    if ((await files.kindOf(path.join(at, '.git'))) !== 'absent') return at
    if (at === path.dirname(at)) return folder
  }
}
