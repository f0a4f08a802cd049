import { fold, type SourceRange } from '@entitle/graph'
import type { PackageElement, Program } from '../resolve/program.ts'
import { accessMap } from './access-map.ts'
import { lifecycle } from './lifecycle.ts'
import type { Picture } from './picture.ts'

/** What of a program is to be drawn. */
export type Drawn =
  | {
      readonly what: 'lifecycle'
      /** The name or display name of the package, `catalog.package` where several have it. */
      readonly package: string
    }
  | {
      readonly what: 'map'
      /** The name or display name of a catalog; all without. */
      readonly catalog?: string
    }

/** A picture; or why there is none, and what could be meant. */
export type Drawing = { readonly picture: Picture } | { readonly says: string; readonly near: readonly string[] }

/** So many packages at most make a picture that somebody can look at. */
export const mostPackages = 150

/** Draws the lifecycle of a package, or who gets what. */
export const draw = ({ catalogs }: Pick<Program, 'catalogs'>, drawn: Drawn): Drawing => {
  const packages = catalogs.flatMap(catalog => catalog.packages)
  if (packages.length === 0) return { says: 'The sources declare no package, so there is nothing to draw.', near: [] }
  if (drawn.what === 'lifecycle') {
    const found = packages.filter(each => isCalled(each, drawn.package))
    const [one] = found
    if (one === undefined)
      return { says: `No package is called ${drawn.package}.`, near: packages.map(shortest(packages)) }
    if (found.length > 1) return { says: `Several packages are called ${drawn.package}.`, near: found.map(nameOf) }
    if (one.policies.length === 0)
      return { says: `Nobody can get ${one.displayName}: it has no policy, and so no lifecycle.`, near: [] }
    return { picture: lifecycle(one) }
  }
  const { catalog } = drawn
  const chosen =
    catalog === undefined
      ? catalogs
      : catalogs.filter(({ name, displayName }) => [name, displayName].some(each => fold(each) === fold(catalog)))
  const names = catalogs.map(({ name }) => name)
  if (chosen.length === 0) return { says: `No catalog is called ${catalog ?? ''}.`, near: names }
  const count = chosen.reduce((sum, each) => sum + each.packages.length, 0)
  if (count === 0)
    return { says: `${chosen[0]?.displayName ?? ''} has no package, so there is nothing to draw.`, near: [] }
  if (count > mostPackages)
    return { says: `A map of ${count} packages is too large to look at. Draw one catalog.`, near: names }
  return {
    picture: accessMap(chosen, catalog === undefined ? 'Access map' : `Access map of ${chosen[0]?.displayName}`),
  }
}

/** The packages that have a lifecycle, as `draw` takes them, and the one that stands around a place in the sources. */
export const drawablePackages = (
  { catalogs }: Pick<Program, 'catalogs'>,
  at?: { readonly uri: string; readonly line: number },
): { readonly names: readonly string[]; readonly here?: string } => {
  const packages = catalogs.flatMap(catalog => catalog.packages).filter(({ policies }) => policies.length > 0)
  const here = at === undefined ? undefined : packages.find(({ range }) => holds(range, at))
  const called = shortest(packages)
  return { names: packages.map(called), ...(here === undefined ? {} : { here: called(here) }) }
}

const holds = ({ uri, start, end }: SourceRange, at: { readonly uri: string; readonly line: number }): boolean =>
  uri === at.uri && start.line <= at.line && at.line <= end.line

const nameOf = ({ name, catalog }: PackageElement): string => `${catalog.name}.${name}`

/** The name alone, where only one package has it. */
const shortest = (packages: readonly PackageElement[]): ((each: PackageElement) => string) => {
  const counts = new Map<string, number>()
  for (const { name } of packages) counts.set(name, (counts.get(name) ?? 0) + 1)
  return each => (counts.get(each.name) === 1 ? each.name : nameOf(each))
}

const isCalled = (each: PackageElement, named: string): boolean =>
  [each.name, each.displayName, nameOf(each)].some(name => fold(name) === fold(named))
