import { run } from '@entitle/cli'
import type { RequestRecord } from '@entitle/sandbox'
import { happen } from './events.ts'
import { graphCalls } from './graph-calls.ts'
import { type Part, parseStory } from './story.ts'
import { home, World } from './world.ts'

/** A story with what its commands gave now, as the lines that should stand below them. */
export interface Told {
  readonly parts: readonly Part[]
  readonly actual: ReadonlyMap<Part, readonly string[]>
}

/** Lives through a story from its first line to its last. */
export const tell = async (text: string, starting: { readonly [file: string]: string } = {}): Promise<Told> => {
  const parts = parseStory(text)
  const world = new World()
  for (const [file, content] of Object.entries(starting)) world.files.texts.set(`${home}/${file}`, content)
  const actual = new Map<Part, readonly string[]>()
  try {
    for (const part of parts) {
      if (part.part === 'file') world.files.texts.set(`${home}/${part.name}`, part.text)
      if (part.part === 'event') await happen(part.words, world)
      if (part.part === 'command') actual.set(part, await command(part, world))
    }
  } finally {
    world.close()
  }
  return { parts, actual }
}

const command = async (part: Part & { part: 'command' }, world: World): Promise<readonly string[]> => {
  world.answers = [...part.answers]
  world.printed.out = ''
  world.printed.err = ''
  const before = counts(world)
  const exitCode = await run(part.argv, world.ports())
  return [
    ...prefixed('|', world.printed.out),
    ...prefixed('!', world.printed.err),
    `= exit ${exitCode}`,
    ...graphCalls(since(world, before)),
  ]
}

const prefixed = (mark: string, text: string): readonly string[] =>
  text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map(line => `${mark} ${line}`.trimEnd())

const counts = (world: World) => new Map(world.all().map(sandbox => [sandbox, sandbox.requests.length]))

const since = (world: World, before: ReturnType<typeof counts>): readonly RequestRecord[] =>
  world.all().flatMap(sandbox => sandbox.requests.slice(before.get(sandbox) ?? 0))
