import fs from 'node:fs'
import path from 'node:path'

export interface Import {
  /** Path below `packages/`, with `/`. */
  readonly file: string
  /** One-based. */
  readonly line: number
  /** What is imported: a path below `packages/`, or a package's name. */
  readonly target: string
  readonly typeOnly: boolean
}

const pattern =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** Every import of the TypeScript sources of `packages`, static and dynamic. */
export const importsOf = (packages: string): Import[] =>
  fs
    .readdirSync(packages, { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll(path.sep, '/'))
    .filter(file => /^[^/]+\/src\/.*\.ts$/.test(file))
    .flatMap(file => {
      const text = fs.readFileSync(path.join(packages, file), 'utf8')
      return [...text.matchAll(pattern)].map(found => {
        const name = found[2] ?? found[3] ?? ''
        return {
          file,
          line: text.slice(0, found.index).split('\n').length + (found[0].match(/^\n*/)?.[0].length ?? 0),
          target: name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name,
          typeOnly: found[1] !== undefined,
        }
      })
    })
