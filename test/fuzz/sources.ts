import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const folders = ['test/corpus', 'examples', 'packages/language/test/format/fixtures', '../shared/samples']

/** Sources of the repository, and the design's samples where they are: valid ones, or all. */
export const sources = ({ valid }: { readonly valid: boolean }): readonly string[] =>
  folders
    .map(folder => path.join(root, folder))
    .filter(folder => fs.existsSync(folder))
    .flatMap(folder =>
      fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => path.join(folder, name)),
    )
    .filter(file => file.endsWith('.entitle') && !fs.existsSync(file.replace(/\.entitle$/, '.expected')))
    .map(file => fs.readFileSync(file, 'utf8'))
    .filter(text => text.trim() !== '' && !(valid && /\/\/~ (?:error|warning) (?:syntax|unknown-name)/.test(text)))
