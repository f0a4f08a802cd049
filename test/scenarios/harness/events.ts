import fs from 'node:fs'
import path from 'node:path'
import type { Json, JsonObject } from '@entitle/graph'
import type { DirectorySeed, FaultRule } from '@entitle/sandbox'
import { home, type World } from './world.ts'

const em = '/identityGovernance/entitlementManagement'
const lists: { readonly [word: string]: string } = {
  catalog: `${em}/catalogs`,
  package: `${em}/accessPackages`,
  policy: `${em}/assignmentPolicies`,
  organization: `${em}/connectedOrganizations`,
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `{policy Approved suppliers}` becomes that object's id. */
const withIds = async (text: string, world: World): Promise<string> => {
  let result = text
  for (const [whole, word = '', name = ''] of text.matchAll(/\{(catalog|package|policy|organization) ([^{}]+)\}/g)) {
    const listed = await world.graph('GET', lists[word] ?? '')
    const values = isObject(listed) && Array.isArray(listed.value) ? listed.value : []
    const found = values.filter(isObject).find(value => value.displayName === name)
    if (found === undefined) throw new Error(`The tenant has no ${word} ${name}.`)
    result = result.replace(whole, String(found.id))
  }
  return result
}

const at = (name: string) => `${home}/${name}`

/** Copies the sources of a folder into the story's. */
const take = (folder: string, world: World): void => {
  for (const file of fs.readdirSync(folder).filter(name => /\.(?:entitle|tf)$/.test(name)))
    world.files.texts.set(at(file), fs.readFileSync(path.join(folder, file), 'utf8'))
}

/** What can happen besides commands, each with the words that make it happen. */
const events: readonly (readonly [RegExp, (world: World, ...found: string[]) => Promise<void> | void])[] = [
  [/^the sources of (\S+)$/, (world, name = '') => take(path.join(import.meta.dirname, '../sources', name), world)],
  [/^the example (\S+)$/, (world, name = '') => take(path.join(import.meta.dirname, '../../../examples', name), world)],
  [
    /^replace (\S+): "(.*)" by "(.*)"$/,
    (world, file = '', from = '', to = '') => {
      const text = world.files.texts.get(at(file))
      if (!text?.includes(from)) throw new Error(`${file} does not hold "${from}".`)
      world.files.texts.set(at(file), text.replace(from, to))
    },
  ],
  [
    /^the tenant has the groups (.+)$/,
    (world, names = '') =>
      world.sandbox('tenant').seed({ groups: names.split(', ').map(displayName => ({ displayName })) }),
  ],
  [
    /^the directory has (\{.*\})$/,
    (world, seed = '') => world.sandbox('tenant').seed(JSON.parse(seed) as DirectorySeed),
  ],
  [
    /^another tenant (\S+) at (\S+) with the groups (.+)$/,
    (world, tenant = '', domain = '', names = '') =>
      world
        .sandbox(`tenant ${tenant}`, domain)
        .seed({ groups: names.split(', ').map(displayName => ({ displayName })) }),
  ],
  [/^remove (\S+)$/, (world, file = '') => void world.files.texts.delete(at(file))],
  [/^lock (\S+)$/, (world, file = '') => void world.files.locked.add(at(file))],
  [
    /^graph (GET|POST|PUT|PATCH|DELETE) ([^\s{]*(?:\{[^{}]*\}[^\s{]*)*)(?: (\{.*\}))?$/,
    async (world, method = '', path = '', body = '') => {
      const target = await withIds(path, world)
      const sent = body === '' ? undefined : (JSON.parse(await withIds(body, world)) as Json)
      await world.graph(method as 'POST', target, sent)
    },
  ],
  [
    /^merge (policy|package|catalog) "(.*?)" (\{.*\})$/,
    async (world, word = '', name = '', change = '') => {
      const path = `${lists[word]}/${await withIds(`{${word} ${name}}`, world)}`
      const read = word === 'policy' ? await world.graph('GET', `${path}?$expand=accessPackage`) : undefined
      const merged = { ...(isObject(read) ? read : {}), ...(JSON.parse(change) as JsonObject) }
      await world.graph(word === 'policy' ? 'PUT' : 'PATCH', path, merged)
    },
  ],
  [/^fault (\{.*\})$/, (world, rule = '') => world.latest.faults.add(JSON.parse(rule) as FaultRule)],
  [/^no more faults$/, world => world.latest.faults.clear()],
  [
    /^permissions (.+)$/,
    (world, names = '') => {
      world.permissions = names === 'all' ? undefined : names.split(/\s+/)
    },
  ],
  [
    /^Ctrl-C at request (\d+)$/,
    (world, number = '') => {
      world.cancelAt = Number(number)
    },
  ],
  [
    /^no more Ctrl-C$/,
    world => {
      world.cancelAt = undefined
    },
  ],
  [/^another tenant$/, world => world.anotherTenant()],
  [/^now (\S+)$/, (world, moment = '') => world.setNow(moment)],
]

/** Makes it happen. @throws {Error} for words that mean nothing here. */
export const happen = async (words: string, world: World): Promise<void> => {
  for (const [pattern, make] of events) {
    const found = pattern.exec(words)
    if (found !== null) return make(world, ...found.slice(1).map(group => group ?? ''))
  }
  throw new Error(`A story knows no event like "% ${words}".`)
}
