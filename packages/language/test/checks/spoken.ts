import type { Finding } from '@entitle/graph'
import { expect, it } from 'vitest'
import { applyFix, markedText, readSources } from '../../src/testing/index.ts'

/** What a check says of a text: severity and the piece that it marks, in order. */
export const spoken = async (text: string, rule: string): Promise<string[]> =>
  (await findingsOf(text, rule)).map(finding => `${finding.severity}: ${markedText(finding, text)}`)

export const findingsOf = async (text: string, rule: string): Promise<readonly Finding[]> => {
  const { findings } = await readSources(text)
  const broken = findings.filter(({ rule: name }) => name === 'syntax')
  if (broken.length > 0) throw new Error(`${text}\n${broken.map(({ message }) => message).join('\n')}`)
  return findings.filter(finding => finding.rule === rule)
}

/** The text after the check's first fix. */
export const fixed = async (text: string, rule: string): Promise<string> => {
  const [finding] = await findingsOf(text, rule)
  if (finding?.fixes === undefined) throw new Error(`${rule} offers no fix for ${text}`)
  return applyFix(text, finding)
}

/** What a check says of each text; an empty list: nothing. */
export const says = (rule: string, cases: readonly (readonly [text: string, ...said: string[]])[]): void => {
  it.each(cases.map(([text, ...said]) => ({ text, said })))(`${rule}: $text`, async ({ text, said }) => {
    expect(await spoken(text, rule)).toEqual(said)
    for (const { message } of await findingsOf(text, rule)) {
      expect(message).toMatch(/^[^a-z].*[.?]$/s)
      expect(message).not.toMatch(/\b(invalid|please|oops)\b|!|undefined/i)
    }
  })
}
