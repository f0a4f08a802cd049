import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { newRule } from './new/rule.ts'

// npm run new -- rule NAME: writes the files of a new rule. `--root` is where the repository lies.

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string', default: path.resolve(import.meta.dirname, '..') } },
})
const [kind, name] = positionals

const made =
  kind === 'rule'
    ? newRule(name, {
        read: file => {
          const at = path.join(values.root, file)
          return fs.existsSync(at) ? fs.readFileSync(at, 'utf8') : undefined
        },
        template: file => fs.readFileSync(path.join(import.meta.dirname, 'new/templates', file), 'utf8'),
      })
    : { refusal: 'Say what to make: npm run new -- rule approver-fallback' }

if ('refusal' in made) {
  console.error(made.refusal)
  process.exitCode = 1
} else {
  for (const [file, text] of Object.entries(made.writes)) {
    const at = path.join(values.root, file)
    fs.mkdirSync(path.dirname(at), { recursive: true })
    fs.writeFileSync(at, text)
    console.log(file)
  }
  console.log('Now write what it finds, its tests and its page; docs/how-to/add-a-rule.md says how.')
}
