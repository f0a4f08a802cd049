import { format, openWorkspace } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { type Circumstances, type Drafted, interviews, type Turn, turn } from '../../src/drafting/index.ts'

const today = '2026-11-20'
const tenant =
  'tenant contoso "Contoso" {\n  domain "contoso.com"\n  external user offboarding block sign-in, delete after 30 days\n}\n\ngroup desk  "Desk"\nuser  anna "anna@contoso.com"\n'
const partners = `organization fabrikam "Fabrikam" {
  domain "fabrikam.com"
  internal sponsors desk
}
`
const shop = `catalog shop "Shop" {
  description "Tools."
  owners desk
  resources group "Tools", group "Files"
}
`
const tools = `package tools "Tools" in shop {
  description "All tools."
  grants "Member" of group "Tools"
}
`
type Files = { readonly [path: string]: string }
const whole: Files = { '/tenant.entitle': tenant, '/partners.entitle': partners, '/shop.entitle': shop }

const layOut = (text: string): string => {
  const formatted = format(text)
  return 'text' in formatted ? formatted.text : text
}
const around = async (files: Files): Promise<Circumstances> => ({
  program: (await openWorkspace({ files, today })).program,
  files: Object.keys(files).map(path => path.slice(1)),
  layOut,
})
const begin = async (what: Drafted, files: Files) => {
  const circumstances = await around(files)
  return (answers: { readonly [id: string]: string } = {}) => turn(interviews[what](circumstances), answers)
}
const asked = (now: Turn) => ('ask' in now ? now.ask : undefined)
const written = (now: Turn) => {
  if ('draft' in now) return now.draft
  throw new Error(`no draft: ${JSON.stringify(now)}`)
}

/** Every way through an interview, with one example for each text. */
const ways = (
  next: (answers: { readonly [id: string]: string }) => Turn,
  answers = {},
): readonly { [id: string]: string }[] => {
  const question = asked(next(answers))
  if (question === undefined) return [answers]
  const possible = question.choices?.map(({ value }) => value) ?? [question.example ?? '']
  return possible.flatMap(answer => ways(next, { ...answers, [question.id]: answer }))
}

/** The files with the draft in them. */
const withDraft = (given: Files, { place, text, also = [] }: ReturnType<typeof written>): Files => {
  const files = also.reduce(withDraft, given)
  if ('path' in place) return { ...files, [`/${place.path}`]: text }
  const path = Object.keys(files).find(path => place.uri.endsWith(path)) ?? ''
  const before = files[path] ?? ''
  const offset = ({ line, character }: { readonly line: number; readonly character: number }) =>
    before
      .split('\n')
      .slice(0, line)
      .reduce((sum, each) => sum + each.length + 1, character)
  const { start, end } = place.range
  return { ...files, [path]: before.slice(0, offset(start)) + text + before.slice(offset(end)) }
}

const changed = (before: Files, after: Files) =>
  Object.values(after).filter(text => !Object.values(before).includes(text))

const findingsOf = async (files: Files) =>
  (await openWorkspace({ files, today }))
    .check()
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, message }) => `${rule}: ${message}`)

describe('every way through an interview ends in sources that are formatted and without findings', () => {
  it.each([
    ['workspace', {}, 1],
    ['catalog', { '/tenant.entitle': tenant }, 2],
    ['catalog', whole, 2],
    ['package', whole, 40],
    ['package', { '/shop.entitle': shop.replace('desk', 'group "Desk"') }, 20],
    ['policy', { ...whole, '/tools.entitle': tools }, 40],
  ] satisfies readonly (readonly [Drafted, Files, number])[])('%s, in %j', async (what, files, atLeast) => {
    const next = await begin(what, files)
    const all = ways(next)
    expect(all.length).toBeGreaterThanOrEqual(atLeast)
    const before = new Set(await findingsOf(files))
    const drafts = new Map(all.map(answers => [JSON.stringify(written(next(answers))), written(next(answers))]))
    for (const draft of drafts.values()) {
      const after = withDraft(files, draft)
      for (const text of changed(files, after)) expect(layOut(text)).toBe(text)
      expect((await findingsOf(after)).filter(finding => !before.has(finding))).toEqual([])
    }
  })
})

describe('an interview', () => {
  it('asks one question after the other, and keeps what was answered', async () => {
    const next = await begin('workspace', {})
    expect(asked(next())).toMatchObject({ id: 'name', example: 'Contoso' })
    expect(asked(next({ name: 'Contoso' }))).toMatchObject({ id: 'domain' })
    expect(asked(next({ name: 'Contoso', domain: 'contoso.com' }))).toMatchObject({ id: 'desk' })
    expect(written(next({ name: 'Contoso', domain: 'contoso.com', desk: 'Desk' }))).toEqual({
      place: { path: 'tenant.entitle' },
      text: 'tenant contoso "Contoso" {\n  domain "contoso.com"\n  external user offboarding block sign-in, delete after 30 days\n}\n\ngroup desk "Desk"\n',
    })
  })

  it('says what is wrong with an answer, and asks again', async () => {
    const next = await begin('workspace', {})
    expect(asked(next({ name: '  ' }))).toMatchObject({ id: 'name', problem: 'Write a name, such as Contoso.' })
    for (const domain of ['', 'contoso', 'https://contoso.com', 'a b.com', '-a.com'])
      expect(asked(next({ name: 'C', domain }))?.problem).toMatch(/^Write a domain/)
    expect(asked(next({ name: 'C', domain: 'mail.contoso.co.uk' }))).toMatchObject({ id: 'desk' })
  })

  it('takes no choice that it did not offer', async () => {
    const next = await begin('catalog', whole)
    const question = asked(next({ name: 'New', description: 'New.', owner: 'anna' }))
    expect(question).toMatchObject({ id: 'owner', problem: 'Choose one of: Desk, Another group.' })
  })

  it('takes no name twice, whatever its case', async () => {
    const next = await begin('catalog', whole)
    expect(asked(next({ name: 'SHOP' }))?.problem).toBe('There is one called Shop already. Write another name.')
  })

  it('does not ask what has one answer only', async () => {
    const next = await begin('package', whole)
    expect(asked(next())?.id).toBe('name')
    const two = await begin('package', {
      ...whole,
      '/more.entitle': shop.replaceAll('shop', 'more').replace('"Shop"', '"More"'),
    })
    expect(asked(two())?.choices?.map(({ label }) => label)).toEqual(['More', 'Shop'])
  })

  it('says what has to come first', async () => {
    expect((await begin('package', {}))()).toMatchObject({ first: 'catalog' })
    expect((await begin('policy', {}))()).toMatchObject({ first: 'catalog' })
    expect((await begin('policy', whole))()).toMatchObject({ first: 'package' })
    expect((await begin('workspace', whole))()).toMatchObject({ first: 'catalog' })
  })

  it('lets people from outside see the catalog that they may request from, and only then', async () => {
    const next = await begin('package', whole)
    for (const answers of ways(next)) {
      const { also = [] } = written(next(answers))
      expect(also.map(({ text }) => text)).toEqual(
        answers.requestors === 'fabrikam' ? ['\n  visible to external users'] : [],
      )
    }
    const open = await begin('package', {
      ...whole,
      '/shop.entitle': shop.replace('owners', 'visible to external users\n  owners'),
    })
    expect(ways(open).every(answers => written(open(answers)).also === undefined)).toBe(true)
  })

  it('never overwrites a file', async () => {
    const next = await begin('workspace', { '/Tenant.entitle': '// nothing yet\n' })
    const { place } = written(next({ name: 'C', domain: 'c.com', desk: 'Desk' }))
    expect(place).toEqual({ path: 'tenant-2.entitle' })
  })

  it('keeps texts whole that would end a literal', async () => {
    const next = await begin('workspace', {})
    const { text } = written(next({ name: 'Con"to\\so', domain: 'c.com', desk: 'A "quoted" desk' }))
    expect(await findingsOf({ '/tenant.entitle': text })).toEqual([])
    expect(text).toContain('"A \\"quoted\\" desk"')
  })

  it.each([
    ['no block', 'package tools "Tools" in shop\n'],
    ['an empty block', 'package tools "Tools" in shop {}\n'],
    ['a block on one line', 'package tools "Tools" in shop { hidden }\n'],
    ['a package inside its catalog', undefined],
  ])('adds a policy to %s', async (_, text) => {
    const files: Files =
      text === undefined
        ? { ...whole, '/shop.entitle': shop.replace(/}\n$/, '  package tools "Tools" {\n    hidden\n  }\n}\n') }
        : { ...whole, '/tools.entitle': text }
    const next = await begin('policy', files)
    const [first = {}] = ways(next)
    const after = withDraft(files, written(next(first)))
    const { program } = await around(after)
    const packages = program.catalogs.flatMap(catalog => catalog.packages)
    expect(packages.map(({ policies }) => policies.map(({ displayName }) => displayName))).toEqual([['Members']])
    for (const text of changed(files, after)) expect(layOut(text)).toBe(text)
  })
})
