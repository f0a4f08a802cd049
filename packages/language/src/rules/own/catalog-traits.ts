import type { NamedThing, PackageElement, PolicyElement, Trait } from '../../resolve/program.ts'
import { patternIn } from '../pattern.ts'
import { type Place, type Target, type Verdict, verdict } from './verdict.ts'

type Of<T extends Trait['trait']> = Extract<Trait, { readonly trait: T }>
type Named = Target['catalog'] | PackageElement | PolicyElement

export const catalogPlace = ({ catalog }: Target): Omit<Place, 'is'> => ({
  subject: `Catalog "${catalog.displayName}"`,
  range: catalog.nameRange,
})

export const isInCatalog = (target: Target, { catalogs }: Of<'catalog'>): Verdict => {
  const words = `is in catalog ${target.catalog.displayName}`
  const subject = target.package === undefined ? catalogPlace(target) : packageOrCatalog(target)
  return verdict(
    catalogs.some(({ node }) => node === target.catalog.node),
    subject,
    [words, words],
  )
}

const packageOrCatalog = ({ package: element, ...target }: Target): Omit<Place, 'is'> =>
  element === undefined
    ? catalogPlace(target)
    : { subject: `Package "${element.displayName}"`, range: element.nameRange }

export const isVisible = (target: Target): Verdict => {
  const { catalog } = target
  const place = { ...catalogPlace(target), range: catalog.statementRanges.Visible ?? catalog.nameRange }
  return verdict(catalog.visibleToExternal, place, ['is visible to external users', 'isn’t visible to external users'])
}

export const isNamed = (target: Target, { of, pattern }: Of<'name'>): Verdict => {
  const { element } = named(target, of)
  const words = `is called "${element.displayName}"`
  return verdict(
    patternIn(pattern)?.test(element.displayName) === true,
    { subject: `${nouns[of]} ${element.name}`, range: element.nameRange },
    [words, words],
  )
}

const nouns: { readonly [thing in NamedThing]: string } = { catalog: 'Catalog', package: 'Package', policy: 'Policy' }

export const isDescribed = (target: Target, { of, pattern }: Of<'description'>): Verdict => {
  const { element, subject } = named(target, of)
  const { description } = element
  const place = { subject, range: element.statementRanges.Description ?? element.nameRange }
  if (description === '') return verdict(false, place, ['', 'has no description'])
  const fits = pattern === undefined || patternIn(pattern)?.test(description) === true
  const words = pattern === undefined ? 'has a description' : `is described as "${shortened(description)}"`
  return verdict(fits, place, [words, words])
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

/** The catalog, the package or the policy itself, as a rule that asks for its name or description means it. */
const named = ({ catalog, package: element, policy }: Target, of: NamedThing): { element: Named; subject: string } => {
  if (of === 'policy' && policy !== undefined) return { element: policy, subject: `Policy "${policy.displayName}"` }
  if (of !== 'catalog' && element !== undefined) return { element, subject: `Package "${element.displayName}"` }
  return { element: catalog, subject: `Catalog "${catalog.displayName}"` }
}
