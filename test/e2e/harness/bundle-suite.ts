import path from 'node:path'
import { build } from 'esbuild'
import { out, root } from './places.ts'

/** Bundles the suite that runs inside the extension host, and returns the file that VS Code is told of. */
export const bundleSuite = async (): Promise<string> => {
  const outfile = path.join(out, 'suite.cjs')
  await build({
    entryPoints: [path.join(root, 'test/e2e/suite/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  })
  return outfile
}
