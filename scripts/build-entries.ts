/** One program that esbuild bundles into one file (or, with `splitting`, into that file and the chunks beside it). */
export interface BuildEntry {
  readonly in: string
  readonly out: string
  readonly format: 'cjs' | 'esm' | 'iife'
  readonly platform: 'node' | 'browser'
  /** What the host brings, and is therefore not bundled. */
  readonly external?: readonly string[]
  /** Dynamic imports become files of their own, loaded when they are needed. */
  readonly splitting?: boolean
  /**
   * Whether it reads whole workspaces. Names are left as they are written then: libraries go by those of their classes, and giving each closure
   * its name back, as short names would need, takes a second when a large workspace opens.
   */
  readonly readsSources?: boolean
}

/** Everything that `npm run build` writes; paths from the repository's root. */
export const entries: readonly BuildEntry[] = [
  {
    in: 'packages/cli/src/bin.ts',
    out: 'packages/cli/dist/entitle.mjs',
    readsSources: true,
    format: 'esm',
    platform: 'node',
    splitting: true,
  },
  {
    in: 'packages/extension/src/extension.ts',
    out: 'packages/extension/dist/extension.cjs',
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
  },
  {
    in: 'packages/extension/src/server.ts',
    out: 'packages/extension/dist/server.cjs',
    readsSources: true,
    format: 'cjs',
    platform: 'node',
  },
  {
    in: 'packages/extension/src/tenant/engine-node.ts',
    out: 'packages/extension/dist/engine.cjs',
    format: 'cjs',
    platform: 'node',
  },
  {
    // VS Code in a browser adds `.js` to the name of the file that it loads.
    in: 'packages/extension/src/browser.ts',
    out: 'packages/extension/dist/extension-web.js',
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
  },
  {
    in: 'packages/extension/src/tenant/engine-web.ts',
    out: 'packages/extension/dist/engine-web.js',
    format: 'esm',
    platform: 'browser',
  },
  {
    in: 'packages/extension/src/browser-server.ts',
    out: 'packages/extension/dist/server-web.js',
    readsSources: true,
    format: 'iife',
    platform: 'browser',
  },
]
