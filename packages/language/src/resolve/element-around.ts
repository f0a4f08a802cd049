import type {
  CatalogElement,
  OrganizationElement,
  PackageElement,
  PolicyElement,
  Program,
  ReviewElement,
  TemplateElement,
  TenantElement,
} from './program.ts'

/** What may hold waivers. */
export type WaivingElement =
  | TenantElement
  | OrganizationElement
  | TemplateElement
  | ReviewElement
  | CatalogElement
  | PackageElement
  | PolicyElement

/** The elements that may hold a waiver; `policies` are those of all packages, where they are known already. */
export const waivingElements = (program: Program, policies?: readonly PolicyElement[]): readonly WaivingElement[] => {
  const packages = program.catalogs.flatMap(catalog => catalog.packages)
  return [
    ...program.tenants,
    ...program.organizations,
    ...program.templates,
    ...program.reviews,
    ...program.catalogs,
    ...packages,
    ...(policies ?? packages.flatMap(each => each.policies)),
  ]
}

/** The innermost of some elements around a line of a file. */
export const elementAround = (
  elements: readonly WaivingElement[],
  uri: string,
  line: number,
): WaivingElement | undefined =>
  innermost(
    elements.filter(({ range }) => range.uri === uri),
    line,
  )

/** {@link elementAround} for many places, one after the other. */
export const elementsAround = (
  elements: readonly WaivingElement[],
): ((uri: string, line: number) => WaivingElement | undefined) => {
  const byFile = Map.groupBy(elements, ({ range }) => range.uri)
  return (uri, line) => innermost(byFile.get(uri) ?? [], line)
}

const innermost = (elements: readonly WaivingElement[], line: number): WaivingElement | undefined =>
  elements
    .filter(({ range }) => range.start.line <= line && line <= range.end.line)
    .sort((a, b) => height(a) - height(b))[0]

const height = ({ range }: WaivingElement): number => range.end.line - range.start.line

/** The way to an element by the names of the sources: `catalog tools › package toolbox › policy partners`. */
export const wayOf = (element: WaivingElement): string => {
  const step = `${element.element} ${element.name}`.trimEnd()
  if (element.element === 'policy') return `${wayOf(element.package)} › ${step}`
  return element.element === 'package' ? `${wayOf(element.catalog)} › ${step}` : step
}
