import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { interviewText } from '../../src/agents/tool-text.ts'

const root = path.resolve(import.meta.dirname, '../..')
const { contributes } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))

describe('what an agent is told of an interview', () => {
  it('is the next question, with the answers that it may give', () => {
    const choices = [
      { value: 'any member', label: 'Members', detail: 'no guests' },
      { value: 'no one', label: 'Nobody' },
    ]
    expect(interviewText({ ask: { id: 'requestors', title: 'Who may request it?', choices } }).split('\n')).toEqual([
      'Nothing was written yet. Ask the user: Who may request it?',
      'Answer with one of:',
      '- any member: Members (no guests)',
      '- no one: Nobody',
      'Call again with the answers so far and one for "requestors".',
    ])
  })

  it('is what was wrong with an answer', () => {
    const text = interviewText({
      ask: { id: 'name', title: 'What is it called?', example: 'A', problem: 'Write a name.' },
    })
    expect(text).toMatch(/^The answer to name will not do: Write a name\.\n/)
    expect(text).toContain('such as: A')
  })

  it('is why there are no questions', () => {
    expect(interviewText({ refused: 'No catalog yet.', first: 'catalog' })).toBe('No catalog yet.')
  })
})

describe('the tools', () => {
  const tools: readonly { name: string; modelDescription: string; toolReferenceName: string; inputSchema: object }[] =
    contributes.languageModelTools
  const source = fs.readFileSync(path.join(root, 'src/agents/tools.ts'), 'utf8')

  it('are registered as they are contributed', () => {
    const names = [...source.matchAll(/registered(?:<[^(]*>)?\('(entitle_\w+)'/g)].map(found => found[1])
    expect(names.length).toBe(5)
    expect(tools.map(({ name }) => name)).toEqual(names)
  })

  it('say when to use them, and none deploys', () => {
    for (const { name, modelDescription, toolReferenceName, inputSchema } of tools) {
      expect(modelDescription.length).toBeGreaterThan(60)
      expect(toolReferenceName).toMatch(/^[a-z][A-Za-z]+$/)
      expect(inputSchema).toMatchObject({ type: 'object' })
      expect(name).not.toContain('deploy')
    }
    expect(source).not.toMatch(/apply\(|carryOut|deployShown/)
  })
})
