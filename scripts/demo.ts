import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { exitCodes, nodePorts, run, sandboxTransport } from '@entitle/cli'
import { openSandbox } from '@entitle/sandbox'
import picocolors from 'picocolors'
import { changeBehindOurBack } from './demo/behind-our-back.ts'

// `npm run demo`: the whole way once, in a folder of its own that is gone afterwards. What it shows are the commands themselves.

const root = path.resolve(import.meta.dirname, '..')
const example = path.join(root, 'examples/partner-collaboration')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-demo-'))
const interruption = new AbortController()
process.once('SIGINT', () => interruption.abort())
const ports = nodePorts(interruption.signal, folder)
const { bold, cyan, dim, green, red } = picocolors.createColors(ports.terminal.colour)
const say = (text: string): void => console.log(text)
/** Time to read, where somebody reads. */
const breathe = () => pause(ports.terminal.interactive && process.env.CI === undefined ? 1200 : 0)

const chapter = async (title: string, words: string): Promise<void> => {
  await breathe()
  say(`\n${cyan('━━')} ${bold(title)}\n${dim(words)}\n`)
}

/** Runs a command as it would be typed, and insists on the exit code that the story needs. */
const entitle = async (line: string, expected: number): Promise<void> => {
  say(`${green('$')} ${bold(`entitle ${line}`)}`)
  const exitCode = await run(line.split(' '), ports)
  if (interruption.signal.aborted) throw new Error('Cancelled.')
  say(dim(`(exit code ${exitCode})`))
  if (exitCode !== expected) throw new Error(`entitle ${line} ended with ${exitCode} instead of ${expected}.`)
}

const story = async (): Promise<void> => {
  fs.cpSync(example, folder, { recursive: true, filter: file => !file.includes('.entitle/') })
  say(bold('Entitle: from files to a tenant, and back when somebody changes the tenant.'))
  say(dim('Everything happens on this machine, in a sandbox tenant that answers as Microsoft Graph does.'))

  await chapter(
    'Check',
    'Contoso and its two partners, written in six files. What do Microsoft’s recommendations say about them?',
  )
  await entitle('check', exitCodes.fine)

  await chapter('Plan', 'The tenant is empty. What would deploying change?')
  await entitle('plan --sandbox', exitCodes.pending)

  await chapter('Deploy', 'Exactly that, in the order that Graph needs; catalogs side by side.')
  await entitle('deploy --sandbox --yes', exitCodes.fine)

  await chapter('Plan again', 'A tenant that is as declared needs nothing.')
  await entitle('plan --sandbox', exitCodes.fine)

  await chapter('Behind our back', 'Meanwhile somebody "just quickly" changes two things in the portal:')
  await meanwhile()

  await chapter('Drift', 'What is no longer as declared?')
  await entitle('drift --sandbox', exitCodes.pending)

  await chapter('Repair', 'Deploying writes back what the files say, and only that.')
  await entitle('deploy --sandbox --yes', exitCodes.fine)
  await entitle('drift --sandbox', exitCodes.fine)
}

/** Opens the sandbox's file as another program would, and sends Graph requests that we know nothing of. */
const meanwhile = async (): Promise<void> => {
  const sandbox = openSandbox({ database: path.join(folder, '.entitle/sandbox.db') })
  try {
    for (const done of await changeBehindOurBack(await sandboxTransport(sandbox)))
      say(`  ${done.method} ${done.path}\n    ${dim(done.meaning)}`)
  } finally {
    sandbox.close()
  }
}

const goOn = (): void => {
  say(`\n${cyan('━━')} ${bold('How to go on')}\n`)
  const ways = [
    [
      'In VS Code',
      'npm run package && code --install-extension packages/extension/entitle.vsix',
      'then open examples/partner-collaboration',
    ],
    [
      'On the command line',
      'npm run entitle -- check examples/partner-collaboration',
      'then change a file, and see what plan --sandbox says',
    ],
    [
      'With your own tenant',
      'npm run entitle -- plan my-folder --tenant contoso',
      'reads only; your tenant’s domain stands in its declaration',
    ],
  ]
  for (const [title, line, note] of ways)
    say(`  ${bold(title ?? '')}\n    ${green('$')} ${line}\n    ${dim(note ?? '')}`)
  say('')
}

try {
  await story()
  goOn()
} catch (error) {
  say(`\n${red('✗')} The demo stopped: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}
