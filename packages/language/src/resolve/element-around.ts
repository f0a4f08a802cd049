import type { Element, PolicyElement, Program } from './program.ts'

/** The elements that may hold a waiver; `policies` are those of all packages, where they are known already. */
export const waivingElements = (program: Program, policies?: readonly PolicyElement[]): readonly Element[] => {
  const packages = program.catalogs.flatMap(catalog => catalog.packages)
  return [
    ...program.tenants,
    ...program.organizations,
    ...program.catalogs,
    ...packages,
    ...(policies ?? packages.flatMap(each => each.policies)),
  ]
}

/** The innermost of some elements around a line of a file. */
export const elementAround = (elements: readonly Element[], uri: string, line: number): Element | undefined =>
  elements
    .filter(({ range }) => range.uri === uri && range.start.line <= line && line <= range.end.line)
    .sort((a, b) => height(a) - height(b))[0]

const height = ({ range }: Element): number => range.end.line - range.start.line
