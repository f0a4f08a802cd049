import fs from 'node:fs'
import path from 'node:path'
import { agentTools } from '@entitle/language/agents'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const { contributes } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))

describe('the tools', () => {
  const tools: readonly {
    name: string
    displayName: string
    modelDescription: string
    toolReferenceName: string
    inputSchema: object
  }[] = contributes.languageModelTools
  const source = fs.readFileSync(path.join(root, 'src/agents/tools.ts'), 'utf8')

  it('are registered as they are contributed', () => {
    const names = [...source.matchAll(/registered(?:<[^(]*>)?\('(entitle_\w+)'/g)].map(found => found[1])
    expect(names.length).toBe(5)
    expect(tools.map(({ name }) => name)).toEqual(names)
  })

  it('are those that agents have elsewhere, in the same words', () => {
    expect(
      tools.map(({ name, displayName, modelDescription, inputSchema }) => [
        name,
        displayName,
        modelDescription,
        inputSchema,
      ]),
    ).toEqual(Object.values(agentTools).map(({ name, title, description, input }) => [name, title, description, input]))
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
