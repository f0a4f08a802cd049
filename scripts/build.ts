import fs from 'node:fs'
import path from 'node:path'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { type BuildEntry, entries } from './build-entries.ts'

// Bundles what is shipped. `node scripts/build.ts cli` builds only the entries whose paths hold one of the words given.

const root = path.resolve(import.meta.dirname, '..')

/** Packages written as CommonJS call `require`, which an ES module does not have. */
const requireBanner =
  "import { createRequire as entitleCreateRequire } from 'node:module'; const require = entitleCreateRequire(import.meta.url);"

/**
 * Where bundles are split, what is imported lazily must be an ES module: of a CommonJS one only `default` would arrive.
 * Microsoft's Graph client comes as both, and esbuild takes the CommonJS one for Node.
 */
const graphClientAsModule: Plugin = {
  name: 'graph-client-as-module',
  setup({ onResolve, resolve }) {
    const client = '@microsoft/microsoft-graph-client'
    const modules: { readonly [name: string]: string } = {
      [client]: `${client}/lib/es/src/index.js`,
      [`${client}/authProviders/azureTokenCredentials/index.js`]: `${client}/lib/es/src/authentication/azureTokenCredentials/index.js`,
    }
    onResolve({ filter: /^@microsoft\/microsoft-graph-client/ }, ({ path: name, kind, resolveDir }) => {
      const module = modules[name]
      return module === undefined ? undefined : resolve(module, { kind, resolveDir })
    })
  },
}

const optionsOf = (entry: BuildEntry): BuildOptions & { metafile: true } => {
  const to = path.join(root, entry.out)
  const extension = path.extname(to)
  return {
    bundle: true,
    platform: entry.platform,
    format: entry.format,
    target: entry.platform === 'node' ? 'node22' : 'es2022',
    minifyWhitespace: true,
    minifySyntax: true,
    minifyIdentifiers: entry.readsSources !== true,
    keepNames: entry.readsSources !== true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    absWorkingDir: root,
    external: [...(entry.external ?? [])],
    plugins: [graphClientAsModule],
    outdir: path.dirname(to),
    outExtension: { '.js': extension },
    entryPoints: { [path.basename(to, extension)]: path.join(root, entry.in) },
    ...(entry.splitting === true ? { splitting: true, chunkNames: 'parts/[name]-[hash]' } : {}),
    ...(entry.format === 'esm' && entry.platform === 'node' ? { banner: { js: requireBanner } } : {}),
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} kB`

/** How large the file that is loaded first is, and all files together. */
const sizes = (metafile: Metafile, entry: BuildEntry): { first: number; all: number; files: number } => {
  const outputs = Object.entries(metafile.outputs)
  const first = outputs.find(([file]) => path.resolve(root, file) === path.join(root, entry.out))?.[1].bytes ?? 0
  return { first, all: outputs.reduce((sum, [, output]) => sum + output.bytes, 0), files: outputs.length }
}

/** What a bundle leaves to be found where it runs, beside what its host brings: in a browser there must be no such thing. */
const leftOut = (metafile: Metafile, { external = [] }: BuildEntry): readonly string[] =>
  Object.values(metafile.outputs)
    .flatMap(({ imports }) => imports)
    .flatMap(({ path, external: isExternal }) => (isExternal === true && !external.includes(path) ? [path] : []))

const words = process.argv.slice(2)
const wanted = entries.filter(entry => words.length === 0 || words.some(word => entry.out.includes(word)))
if (wanted.length === 0) {
  console.error(`No entry's file is called ${words.join(' or ')}; there are: ${entries.map(e => e.out).join(', ')}.`)
  process.exit(1)
}
const missing = wanted.filter(entry => !fs.existsSync(path.join(root, entry.in)))
if (missing.length > 0) {
  for (const entry of missing) console.error(`${entry.in} does not exist, but scripts/build-entries.ts lists it.`)
  process.exit(1)
}

// Parts are named by their content, so old ones would stay behind.
for (const entry of wanted.filter(entry => entry.splitting === true))
  fs.rmSync(path.join(root, path.dirname(entry.out)), { recursive: true, force: true })
for (const entry of wanted) {
  const started = performance.now()
  // esbuild has said what is wrong, with the place.
  const built = await build(optionsOf(entry)).catch(() => undefined)
  if (built === undefined) {
    console.error(`${entry.out} could not be built.`)
    process.exit(1)
  }
  const { metafile } = built
  const foreign = entry.platform === 'browser' ? leftOut(metafile, entry) : []
  if (foreign.length > 0) {
    console.error(`${entry.out} runs in a browser, where there is no ${foreign.join(', ')}.`)
    process.exit(1)
  }
  const { first, all, files } = sizes(metafile, entry)
  const parts = files === 1 ? '' : `, ${kilobytes(all)} in ${files} files`
  const took = `${(performance.now() - started).toFixed(0)} ms`
  console.log(`${entry.out.padEnd(42)} ${kilobytes(first).padStart(8)}${parts}  (${took})`)
}
const command = path.join(root, 'packages/cli/dist/entitle.mjs')
if (fs.existsSync(command)) fs.chmodSync(command, 0o755)
