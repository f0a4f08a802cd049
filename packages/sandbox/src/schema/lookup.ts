import { graphEnums } from './graph-enums.ts'
import { graphTypes } from './graph-types.ts'

/** What a declared property or navigation holds. */
export interface TypeReference {
  readonly type: string
  readonly collection: boolean
  readonly nullable: boolean
}

/** Reads `Type`, `Type[]`, `Type!`. */
function parseReference(text: string): TypeReference {
  const nullable = !text.endsWith('!')
  const bare = nullable ? text : text.slice(0, -1)
  const collection = bare.endsWith('[]')
  return { type: collection ? bare.slice(0, -2) : bare, collection, nullable }
}

function findUpwards(type: string, part: 'props' | 'nav', name: string): TypeReference | undefined {
  for (let at: string | undefined = type; at !== undefined; at = graphTypes[at]?.base) {
    const members = graphTypes[at]?.[part]
    if (members && Object.hasOwn(members, name)) return parseReference(String(members[name]))
  }
  return undefined
}

export const propertyOf = (type: string, name: string) => findUpwards(type, 'props', name)
export const navigationOf = (type: string, name: string) => findUpwards(type, 'nav', name)

/** Every structural property of a type, inherited ones first. */
export function propertiesOf(type: string): [string, TypeReference][] {
  const declared = graphTypes[type]
  if (!declared) return []
  const inherited = declared.base ? propertiesOf(declared.base) : []
  return [
    ...inherited,
    ...Object.entries(declared.props).map(([name, text]) => [name, parseReference(text)] as [string, TypeReference]),
  ]
}

/** The names of every navigation property of a type, inherited ones first. */
export function navigationsOf(type: string): string[] {
  const declared = graphTypes[type]
  if (!declared) return []
  return [...(declared.base ? navigationsOf(declared.base) : []), ...Object.keys(declared.nav ?? {})]
}

export function isSubtype(type: string, ancestor: string): boolean {
  for (let at: string | undefined = type; at !== undefined; at = graphTypes[at]?.base) if (at === ancestor) return true
  return false
}

export const isStructured = (type: string): boolean => Object.hasOwn(graphTypes, type)
export const isAbstract = (type: string): boolean => graphTypes[type]?.abstract === true

/** The member of an enumeration as published, whatever the case it was written in. */
export function enumMember(type: string, text: string): string | undefined {
  return graphEnums[type]?.find(member => member.toLowerCase() === text.toLowerCase())
}

export const isEnum = (type: string): boolean => Object.hasOwn(graphEnums, type)

/** `#microsoft.graph.singleUser`, `microsoft.graph.singleUser` → `singleUser`. */
export function typeNameOf(annotation: string): string {
  return annotation.replace(/^#/, '').replace(/^(microsoft\.)?graph\./, '')
}
