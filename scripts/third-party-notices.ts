import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import type { BuildEntry } from './build-entries.ts'

interface Bundled {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly text: string
}

/** The folder of the package that a bundled file comes from: the last `node_modules/name` or `node_modules/@scope/name`. */
const packageFolder = (file: string): string | undefined =>
  /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll(path.sep, '/'))?.[1]

const read = (root: string, folder: string): Bundled => {
  const at = path.join(root, folder)
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(at, 'package.json'), 'utf8'))
  const file = fs.readdirSync(at).find(entry => /^(licen[cs]e|copying)/i.test(entry))
  const text = file === undefined ? '' : fs.readFileSync(path.join(at, file), 'utf8').trim()
  return { name, version, license: typeof license === 'string' ? license : 'see its page on npm', text }
}

/** The licences of everything by others that the entries bundle, as their licences ask for. */
export const thirdPartyNotices = async (root: string, entries: readonly BuildEntry[]): Promise<string> => {
  const folders = new Set<string>()
  for (const { in: file, platform, format, external } of entries) {
    const { metafile } = await build({
      entryPoints: [path.join(root, file)],
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      platform,
      format,
      external: [...(external ?? [])],
      outdir: 'dist',
      logLevel: 'error',
    })
    const [output] = Object.values(metafile.outputs)
    for (const [input, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
      const folder = packageFolder(input)
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder)
    }
  }
  const packages = [...folders].map(folder => read(root, folder))
  const sorted = [...new Map(packages.map(each => [`${each.name} ${each.version}`, each])).entries()].sort()
  return [
    'This extension contains the following packages. Each is used under its own licence.',
    ...sorted.map(([title, { license, text }]) => `\n${'-'.repeat(80)}\n${title} (${license})\n\n${text}`),
    '',
  ].join('\n')
}
