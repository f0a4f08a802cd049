import fs from 'node:fs'
import path from 'node:path'
import { commandNames, commandNamesBelow, helpOf } from '@entitle/cli'

// Writes docs/commands from the help of the commands. `test/meta/commands.test.ts` compares them.

const folder = path.resolve(import.meta.dirname, '../docs/commands')

/** What a command's own commands say, as sections of its page. */
const below = (name: string): string =>
  commandNamesBelow(name)
    .map(each => `\n## entitle ${each}\n\n\`\`\`text\n${helpOf(each).trimEnd()}\n\`\`\`\n`)
    .join('')

/** A page for each command, and one for `entitle` itself; by file name. */
export const commandPages = (): { readonly [file: string]: string } => {
  const names = commandNames()
  const page = (title: string, help: string, rest = '') =>
    `<!-- Written by scripts/command-pages.ts; change the help instead. -->\n\n# ${title}\n${rest}\n\`\`\`text\n${help.trimEnd()}\n\`\`\`\n`
  const list = names.map(name => `- [entitle ${name}](${name}.md)`).join('\n')
  return {
    'README.md': page('entitle', helpOf(), `\n${list}\n`),
    ...Object.fromEntries(names.map(name => [`${name}.md`, page(`entitle ${name}`, helpOf(name)) + below(name)])),
  }
}

if (import.meta.main) {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(commandPages())) fs.writeFileSync(path.join(folder, file), text)
  console.log(`docs/commands: ${Object.keys(commandPages()).length} pages`)
}
