import { bind, fold, isRef, type Ref, type Tenant, type Value } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { revisedSources } from '../../src/importing/update-sources.ts'
import { printTenant } from '../../src/index.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'

const today = '2026-06-01'

const refsIn = (value: Value): readonly Ref[] => {
  if (isRef(value)) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(refsIn) : []
}

/** What these sources say of the file, when the tenant is as other sources say. */
const revised = async (source: string, tenant: string, more: { readonly [file: string]: string } = {}) => {
  const workspace = await openWorkspace({ files: { '/w/a.entitle': source, ...more }, today, rules: false })
  const there = await openWorkspace({ files: { '/w/a.entitle': tenant }, today, rules: false })
  const problems = [...workspace.check(), ...there.check()].filter(({ severity }) => severity === 'error')
  expect(problems.map(({ message }) => message)).toEqual([])
  const [desired, live] = [workspace.desired().tenant, there.desired().tenant]
  const refs = [...desired.objects, ...live.objects].flatMap(({ properties }) => refsIn(properties as Value))
  const ids = new Map(
    refs.map(ref => [`${ref.$ref} ${fold(ref.name)} ${ref.id?.toLowerCase() ?? ''}`, ref.id ?? idOf(ref)]),
  )
  const survey = {
    tenant: asRead(bind(live, { ids })),
    unclear: new Set<string>(),
    directory: { ids },
    findings: [],
    unread: [],
    requests: 1,
  }
  const result = await revisedSources(workspace, survey, {
    folder: '/w',
    print: printTenant,
    today,
    tenant: undefined,
    whole: true,
  })
  if ('questions' in result) throw new Error(result.questions.map(({ message }) => message).join('\n'))
  return { ...result, texts: Object.fromEntries(result.texts.map(({ path, text }) => [path, text])) }
}

const idOf = ({ $ref, name }: Ref) => `id of ${$ref} ${fold(name)}`

const asRead = ({ objects }: Tenant): Tenant => ({
  objects: objects.map(({ origin: _origin, formerly: _formerly, ...object }, index) => ({
    ...object,
    id: object.id ?? `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    properties: { ...object.defaults, ...object.properties },
    raw: {},
  })),
})

const textOf = async (source: string, tenant: string) => (await revised(source, tenant)).texts['a.entitle']

const indented = (line: string) => (line === '' ? '' : `  ${line}`)

const inCatalog = (...lines: readonly string[]) => ['catalog c "C" {', ...lines.map(indented), '}', ''].join('\n')
const inPackage = (...lines: readonly string[]) => inCatalog('package p "P" {', ...lines.map(indented), '}')
const inPolicy = (...lines: readonly string[]) =>
  inPackage('policy s "S" {', ...['requestable by any member', ...lines].map(indented), '}')

describe('sources that are brought to where a tenant is', () => {
  it('stay where they say it already, however they are laid out', async () => {
    const source = 'catalog   c "C" { unpublished } // by hand\n\n\n/** A doc. */\npackage p "P" in c { }'
    expect(await textOf(source, 'catalog c "C" { unpublished\n package p "P" }')).toBe(source)
  })

  it.each<readonly [string, string, string, string]>([
    [
      'a changed value where it stands, and keep the comment behind it',
      inCatalog('description "Old" // why', 'unpublished'),
      inCatalog('description "New"', 'unpublished'),
      inCatalog('description "New" // why', 'unpublished'),
    ],
    [
      'a statement that is new in its place',
      inCatalog(
        'resources group "G"',
        'package p "P" {',
        '  description "D"',
        '  // what it gives',
        '  grants "Member" of group "G"',
        '}',
      ),
      inCatalog(
        'resources group "G"',
        'package p "P" {',
        '  description "D"',
        '  hidden',
        '  grants "Member" of group "G"',
        '}',
      ),
      inCatalog(
        'resources group "G"',
        'package p "P" {',
        '  description "D"',
        '  hidden',
        '  // what it gives',
        '  grants "Member" of group "G"',
        '}',
      ),
    ],
    [
      'nothing where a statement is gone, and keep all around it',
      inPolicy('approval not required', '// ends soon', 'expires after 30 days', 'extension allowed'),
      inPolicy('approval not required', 'expires after 30 days'),
      inPolicy('approval not required', '// ends soon', 'expires after 30 days'),
    ],
    [
      'another item of a list',
      inCatalog('owners group "A", group "B" // the two'),
      inCatalog('owners group "A", group "C"'),
      inCatalog('owners group "A", group "C" // the two'),
    ],
    [
      'what is otherwise inside a statement',
      inPolicy('approval {', '  // first', '  stage by group "A" { within 5 days }', '}', 'expires after 30 days'),
      inPolicy('approval {', '  stage by group "A" { within 7 days }', '}', 'expires after 30 days'),
      inPolicy('approval {', '  // first', '  stage by group "A" { within 7 days }', '}', 'expires after 30 days'),
    ],
  ])('say %s', async (_, source, tenant, expected) => {
    const resources = (text: string) => text
    expect(await textOf(resources(source), resources(tenant))).toBe(expected)
  })

  it('say a new declaration behind those of its block, and a new catalog in a file of its own', async () => {
    const { texts, listed, absent } = await revised(
      inPackage('description "D"'),
      `${inPackage('description "D"', 'policy s "S" { requestable by any member expires after 30 days }')}catalog d "Delta"`,
    )
    expect(texts).toEqual({
      'a.entitle': inPackage(
        'description "D"',
        '',
        'policy s "S" {',
        '  requestable by any member',
        '  approval not required',
        '  expires after 30 days',
        '}',
      ),
      'delta.entitle': 'catalog delta "Delta"\n',
    })
    expect({ listed, absent }).toEqual({ listed: [], absent: [] })
  })

  it('keep what the tenant does not have, and say so', async () => {
    const source = inCatalog('package p "P"', 'package q "Q"')
    const { texts, absent } = await revised(source, inCatalog('package p "P"'))
    expect(texts).toEqual({ 'a.entitle': source })
    expect(absent).toEqual(['catalog/C/access-package/Q'])
  })

  it('call objects as they are declared, with the names that the sources have', async () => {
    const source = `group gs "The group"\n${inCatalog('owners group "A"')}`
    expect(await textOf(source, inCatalog('owners group "A", group "The group"'))).toBe(
      `group gs "The group"\n${inCatalog('owners group "A", gs')}`,
    )
  })

  const template = 'policy template t {\n  requestable by any member\n  expires after 30 days\n}\n'
  const two = (first: string, second: string) =>
    `${template}${inPackage(`policy s "S" from t${first}`, `policy u "U" from t${second}`)}`
  const plain = (first: string, second: string) =>
    inPackage(
      `policy s "S" { requestable by any member expires after ${first} }`,
      `policy u "U" { requestable by any member expires after ${second} }`,
    )

  it('say in a template what all of its policies have otherwise', async () => {
    expect(await textOf(two('', ''), plain('60 days', '60 days'))).toBe(
      two('', '').replace('after 30 days', 'after 60 days'),
    )
  })

  it('say in a policy what only it has otherwise than its template', async () => {
    const text = await textOf(two('', ''), plain('60 days', '30 days'))
    expect(text).toBe(two(' {\n      expires after 60 days\n    }', ''))
  })

  it('keep waivers, tags and former names, of which no tenant knows', async () => {
    const source = inPackage(
      'formerly "Old"',
      'tags a, b',
      'waive package-description until 2026-08-01 because "Later"',
      'hidden',
    )
    expect(await textOf(source, inPackage('description "D"', 'hidden'))).toBe(
      inPackage(
        'formerly "Old"',
        'description "D"',
        'tags a, b',
        'waive package-description until 2026-08-01 because "Later"',
        'hidden',
      ),
    )
  })

  it('are not touched where it is not known which object they mean', async () => {
    const twice = `${inPackage('description "D"')}catalog d "C" { id "00000000-0000-4000-8000-0000000000aa" }`
    await expect(revised(inCatalog(), twice)).rejects.toThrow()
  })
})
