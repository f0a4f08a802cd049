import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { agentTools } from '@entitle/language/agents'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

const bin = path.resolve(import.meta.dirname, '../../src/bin.ts')
const secret = 'planted-secret-3f9d2c'

const sources = {
  'tenant.entitle': 'tenant contoso "Contoso" { domain "contoso.com" }\n',
  'partners.entitle': `catalog partners "Partner collaboration" {
  description "What partners work on."
  owners group "Governance desk"
  resources group "Project Alpine"

  package supplier "Alpine supplier access" {
    description "Team of the project."
    grants "Member" of group "Project Alpine"

    policy staff "Employees" {
      requestable by any member
      approval { stage by manager, fallback group "Governance desk" }
      expires after 180 days
    }
  }
}
`,
}

let folder = ''
let open: Client[] = []

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-mcp-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
afterEach(async () => {
  await Promise.all(open.map(client => client.close()))
  open = []
})

/** An agent that started `entitle mcp` over these sources. */
const agent = async (args: readonly string[] = [], files: { readonly [file: string]: string } = sources) => {
  for (const each of fs.readdirSync(folder)) fs.rmSync(path.join(folder, each), { recursive: true, force: true })
  for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, file), text)
  const client = new Client({ name: 'test', version: '1' })
  open.push(client)
  const environment = { PATH: process.env.PATH ?? '', HOME: folder, AZURE_CLIENT_SECRET: secret }
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [bin, 'mcp', ...args],
    cwd: folder,
    env: environment,
    stderr: 'pipe',
  })
  await client.connect(transport)
  const call = async (name: string, given: { readonly [name: string]: unknown } = {}) => {
    const { content, isError = false } = await client.callTool({ name, arguments: given })
    const text = (content as readonly { readonly type: string; readonly text?: string }[])
      .map(each => each.text ?? '')
      .join('\n')
    expect(text).not.toContain(secret)
    return { text, isError }
  }
  return { client, call, transport }
}

describe('entitle mcp', () => {
  it('offers the tools that agents have in VS Code, and none that deploys', async () => {
    const { client } = await agent()
    const { tools } = await client.listTools()
    expect(tools.map(({ name, description }) => [name, description])).toEqual(
      Object.values(agentTools).map(({ name, description }) => [name, description]),
    )
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true).map(({ name }) => name)).toEqual([
      'entitle_new_package',
    ])
    expect(tools.every(({ annotations }) => annotations?.destructiveHint === false)).toBe(true)
  })

  it('checks, also sources that have changed since', async () => {
    const { call } = await agent()
    expect((await call('entitle_check')).text).toContain('Nothing to complain about in 2 files')
    fs.appendFileSync(path.join(folder, 'partners.entitle'), 'catalog partners "Twice" {}\n')
    const { text, isError } = await call('entitle_check')
    expect(isError).toBe(false)
    expect(text).toContain('partners.entitle:17:9  error')
  })

  it('explains who gets which access, of one package or of all', async () => {
    const { call } = await agent()
    const { text } = await call('entitle_explain_access', { package: 'supplier' })
    expect(text).toContain('package Alpine supplier access, in catalog Partner collaboration')
    expect((await call('entitle_explain_access')).text).toBe(text)
    expect((await call('entitle_explain_access', { package: 'nothing' })).text).toBe(
      'No package is called nothing. Declared are: Alpine supplier access.',
    )
  })

  it('lists the rules', async () => {
    const { call } = await agent()
    expect((await call('entitle_list_rules')).text).toContain('external-expiration (recommended: error')
  })

  it('reads no tenant that nobody named', async () => {
    const { call } = await agent()
    const { text, isError } = await call('entitle_plan')
    expect(isError).toBe(true)
    expect(text).toContain('entitle mcp --sandbox')
    expect(fs.readdirSync(folder).sort()).toEqual(Object.keys(sources).sort())
  })

  it('plans against the rehearsal tenant, and changes nothing there', async () => {
    const { call } = await agent(['--sandbox'])
    const { text, isError } = await call('entitle_plan')
    expect(isError).toBe(false)
    expect(text).toContain('+ catalog Partner collaboration')
    expect((await call('entitle_plan')).text).toContain('+ catalog Partner collaboration')
  })

  it('says why there is no plan', async () => {
    const broken = { ...sources, 'broken.entitle': 'catalog broken' }
    const { text } = await (await agent(['--sandbox'], broken)).call('entitle_plan')
    expect(text).toContain('Not planned: the sources have errors.')
  })

  it('writes a package once every question is answered, and asks one after the other until then', async () => {
    const { call } = await agent()
    const answers: { [id: string]: string } = {}
    for (let turn = 0; turn < 20; turn += 1) {
      const { text, isError } = await call('entitle_new_package', { answers })
      expect(isError).toBe(false)
      const asked = /one for "([^"]+)"/.exec(text)?.[1]
      if (asked === undefined) {
        expect(text).toContain('is written:')
        break
      }
      expect(fs.readFileSync(path.join(folder, 'partners.entitle'), 'utf8')).toBe(sources['partners.entitle'])
      answers[asked] = /^- ([^:]+):/m.exec(text)?.[1] ?? 'Design reviews'
    }
    const written = fs
      .readdirSync(folder)
      .filter(name => name.endsWith('.entitle'))
      .map(name => fs.readFileSync(path.join(folder, name), 'utf8'))
    expect(written.join('\n')).toContain('"Design reviews"')
    expect((await call('entitle_check')).text).not.toMatch(/ error /)
  })

  it.each<readonly [string, string, object, RegExp]>([
    ['a tool that there is not', 'entitle_deploy', {}, /entitle_deploy/],
    ['something that a tool does not take', 'entitle_check', { force: true }, /force|additional/i],
    ['a value of another type', 'entitle_explain_access', { package: 7 }, /string/],
    ['answers that are no texts', 'entitle_new_package', { answers: { name: { a: 1 } } }, /string/],
  ])('refuses %s by name', async (_, name, given, words) => {
    const { call } = await agent()
    const answer = await call(name, { ...given }).catch((error: Error) => ({ text: error.message, isError: true }))
    expect(answer.isError).toBe(true)
    expect(answer.text).toMatch(words)
  })

  it('says so where there are no sources', async () => {
    const { call } = await agent([], {})
    expect(await call('entitle_check')).toMatchObject({ isError: true })
    expect((await call('entitle_check')).text).toContain('There is no .entitle file')
  })

  it('ends when its client leaves', async () => {
    const { client, transport } = await agent()
    const { pid } = transport
    await client.close()
    await expect.poll(() => isRunning(pid ?? 0), { timeout: 10_000 }).toBe(false)
  })
})

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
