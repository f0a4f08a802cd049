import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Draft, edited, format, interviews, turn } from '@entitle/language'
import { interviewText } from '@entitle/language/agents'
import type { Ports } from '../ports.ts'
import { writable } from '../sources/file-reason.ts'
import { openSources } from '../sources/open-sources.ts'
import type { CommonArguments } from '../tenant-arguments.ts'

/** Goes through the interview for a package; at its end the package is written, with what it needs elsewhere. */
export const newPackage = async (
  options: CommonArguments,
  answers: { readonly [id: string]: string },
  ports: Ports,
): Promise<string> => {
  const { home, program } = await openSources(options, ports)
  const files = (await ports.files.list(home)).flatMap(({ name, kind }) => (kind === 'file' ? [name] : []))
  const now = turn(interviews.package({ program, files, layOut }), answers)
  if (!('draft' in now)) return interviewText(now)
  for (const each of now.draft.also ?? []) await write(each, home, ports)
  const file = await write(now.draft, home, ports)
  return `${path.relative(ports.folder, file)} is written:\n\n${now.draft.text}`
}

const layOut = (text: string): string => {
  const formatted = format(text)
  return 'text' in formatted ? formatted.text : text
}

const write = async ({ place, text }: Draft, home: string, { files }: Ports): Promise<string> => {
  const file = 'path' in place ? path.join(home, place.path) : fileURLToPath(place.uri)
  const whole =
    'path' in place ? text : edited(await files.readText(file), [{ range: { ...place.range, uri: place.uri }, text }])
  await writable(path.relative(home, file), () => files.replaceText(file, whole))
  return file
}
