import { isRef, type Tenant, type TenantObject, type Value } from '@entitle/graph'
import { openWorkspace, printTenant } from '@entitle/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { saysNothing } from '../../../src/printing/source/left-over.ts'
import { testDay } from '../../../src/testing/index.ts'
import { arbitraryTenant } from './arbitrary-tenant.ts'

/** Values that a tenant may hold and the language may not know. */
const strange: readonly Value[] = [
  null,
  true,
  false,
  0,
  7,
  '',
  'unknownFutureValue',
  'PT30M',
  'P1M',
  'P14D',
  '2027-01-04T09:13:22Z',
  [],
  ['x'],
  [{ '@odata.type': '#microsoft.graph.targetManager', managerLevel: 2 }],
  [{ '@odata.type': '#microsoft.graph.internalSponsors' }],
  {},
  { new: 'x' },
  { type: 'noEnd', new: 1 },
]

const isParts = (value: Value | undefined): value is { readonly [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value)

/** Every place of a value, and one that isn't there yet. */
const places = (value: Value, path: readonly string[] = []): readonly (readonly string[])[] =>
  Array.isArray(value) || isParts(value)
    ? [
        ...Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...places(inner as Value, [...path, key])]),
        ...(Array.isArray(value) ? [] : [[...path, 'strange']]),
      ]
    : []

const put = (value: Value, [key, ...rest]: readonly string[], what: Value): Value => {
  if (key === undefined) return what
  if (Array.isArray(value))
    return value.map((item: Value, index) => (String(index) === key ? put(item, rest, what) : item))
  return isParts(value) ? { ...value, [key]: put(value[key] ?? null, rest, what) } : value
}

const at = (value: Value | undefined, [key, ...rest]: readonly string[]): Value | undefined =>
  key === undefined
    ? value
    : Array.isArray(value)
      ? at(value[Number(key)] as Value, rest)
      : isParts(value)
        ? at(value[key], rest)
        : undefined

/** Graph's properties have types: a text is never a list. New ones, and null, may be anything. */
const fits = (old: Value | undefined, what: Value): boolean =>
  old === undefined ||
  old === null ||
  what === null ||
  (typeof old === typeof what && Array.isArray(old) === Array.isArray(what) && !isRef(old))

/** Where `b` doesn't say what `a` says. */
const differences = (a: Value | undefined, b: Value | undefined, path = ''): readonly string[] => {
  if (a === undefined || a === null || a === '' || (saysNothing(a) && saysNothing(b))) return []
  const at = (key: string) => (path === '' ? key : `${path}/${key}`)
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length)
    return a.flatMap((item: Value, index) => differences(item, b[index] as Value, at(String(index))))
  if (isParts(a) && isParts(b))
    return Object.keys(a)
      .filter(key => !(key.startsWith('@') && /localizations/.test(path))) // they have no sorts
      .flatMap(key => differences(a[key], b[key], at(key)))
  return JSON.stringify(a) === JSON.stringify(b) ? [] : [path]
}

/** Where the scope is told, the sentence is about who may request as a whole. */
const ofWho = /^(specificAllowedTargets|requestorSettings\/enableTargetsToSelfAddAccess)/

const isTold = (path: string, told: readonly string[]): boolean =>
  (told.includes('allowedTargetScope') && ofWho.test(path)) ||
  told.some(each => each === '' || each === path || path.startsWith(`${each}/`) || each.startsWith(`${path}/`))

const policiesOf = ({ objects }: Tenant) => objects.filter(({ kind }) => kind === 'assignment-policy')

it('whatever a policy loses on the way through the sources is told', { timeout: 120_000 }, async () => {
  const arbitrary = arbitraryTenant(testDay).filter(tenant => policiesOf(tenant).length > 0)
  await fc.assert(
    fc.asyncProperty(arbitrary, fc.nat(), fc.constantFrom(...strange), async (tenant, seed, what) => {
      const victim = policiesOf(tenant)[0] as TenantObject
      // A review that is switched off is none; what sort a workflow is, the workflow says and not its call.
      const all = places(victim.properties as Value).filter(
        ([key, inner, part, last]) =>
          key !== 'displayName' && inner !== 'isEnabled' && !(part === 'customExtension' && last === '@odata.type'),
      )
      const place = all[seed % all.length] ?? []
      fc.pre(fits(at(victim.properties as Value, place), what))
      const properties = put(victim.properties as Value, place, what) as TenantObject['properties']
      const changed = { ...victim, properties }
      const { files, unsaid } = printTenant({ objects: tenant.objects.map(each => (each === victim ? changed : each)) })
      const sources = Object.fromEntries(files.map(({ path, text }) => [`/${path}`, text]))
      const workspace = await openWorkspace({ files: sources, today: testDay, rules: false })
      const again = workspace.desired().tenant.objects.find(({ address }) => address === victim.address)
      expect(workspace.check().filter(({ rule }) => rule === 'syntax' || rule === 'unknown-name')).toEqual([])
      const told = unsaid.filter(({ address }) => address === victim.address).map(({ path }) => path)
      const lost = differences(properties as Value, again?.properties as Value).filter(path => !isTold(path, told))
      expect({ place, what, lost }).toEqual({ place, what, lost: [] })
    }),
    { numRuns: 100 },
  )
})
