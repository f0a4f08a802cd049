import type { AstNode, AstNodeDescription, LangiumDocument } from 'langium'
import { type DirectoryWord, isDirectoryObject } from '../generated/ast.ts'
import { shelvesFor } from '../references/scope-provider.ts'
import type { Place } from '../syntax/expectation.ts'
import { nodesOf } from '../syntax/nodes.ts'
import type { EntitleLspServices } from './lsp-services.ts'

/** A name that may be written, and what it stands for. */
export interface Candidate {
  readonly name: string
  readonly description: AstNodeDescription
}

/** Names that a reference of type `type` inside `from` may use, each declaration once. With a qualifier, what follows its dot. */
export const candidates = (
  type: string,
  from: AstNode,
  qualifier: string,
  services: EntitleLspServices,
): readonly Candidate[] => {
  const seen = new Set<unknown>()
  const found: Candidate[] = []
  for (const { family, prefix } of shelvesFor(type, from))
    for (const [key, symbols] of services.shared.workspace.SymbolTable.entries(family)) {
      const description = symbols[0]
      if (description === undefined || !key.startsWith(prefix)) continue
      const name = key.slice(prefix.length)
      if (!name.startsWith(qualifier) || seen.has(description)) continue
      seen.add(description)
      found.push({ name: name.slice(qualifier.length), description })
    }
  return found
}

const people: readonly DirectoryWord[] = ['user', 'group']

/** The sorts of directory objects that a place takes: by the rule of the grammar, or its property. */
const wanted: { readonly [place: string]: readonly DirectoryWord[] } = {
  'Requestor.groups': ['group'],
  'Requestor.person': ['user'],
  AppUse: ['app'],
  Assign: ['user'],
  Exclusion: ['group'],
  ExpectIncompatible: ['group'],
  Grant: ['group', 'app', 'site'],
  GrantsTrait: ['group', 'app', 'site'],
  Resources: ['group', 'app', 'site'],
  ReviewScope: ['group', 'app'],
  RoleHolders: people,
  Sponsors: people,
  Subject: people,
  TheseObjects: people,
}

/** The sorts of directory objects that fit where something is expected; undefined where all do. */
export const wantedSorts = (place: Place | undefined): readonly string[] | undefined => {
  if (place === undefined) return undefined
  return wanted[`${place.rule}.${place.property}`] ?? wanted[place.rule] ?? wantedSorts(place.outer)
}

/** The sort of a declared directory object. */
export const sortOf = ({ node }: AstNodeDescription): string | undefined =>
  isDirectoryObject(node) ? node.objectKind : undefined

/** Tags that carry meaning for the recommended standard, and those that the sources use. */
export const tagsInUse = (services: EntitleLspServices): readonly string[] => {
  const tags = new Set(['project', 'multi-year', 'compliance', 'low-sensitivity'])
  for (const document of services.shared.workspace.LangiumDocuments.all) {
    for (const { names } of nodesOf(document, 'Tags')) for (const name of names) tags.add(name)
    for (const { tags: asked } of [...nodesOf(document, 'TagOption'), ...nodesOf(document, 'TagTrait')])
      for (const tag of asked) tags.add(tag)
  }
  return [...tags]
}

/** A role that a package may grant, and where it was seen. */
export interface Role {
  readonly name: string
  readonly about: string
}

const aboutRoles: { readonly [word in DirectoryWord]: string } = {
  user: 'role',
  group: 'role of a group',
  app: 'role of an application',
  site: 'role of a site',
}

/** The roles that every group has, and those that the sources grant: only the tenant knows which there are. The one being typed is none. */
export const rolesInUse = (
  services: EntitleLspServices,
  typing?: { readonly document: LangiumDocument; readonly offset: number },
): readonly Role[] => {
  const roles = new Map(['Member', 'Owner'].map(name => [name, aboutRoles.group]))
  for (const document of services.shared.workspace.LangiumDocuments.all)
    for (const { role, resource, $cstNode: cst } of nodesOf(document, 'Grant')) {
      if (!role || roles.has(role)) continue
      if (document === typing?.document && cst && cst.offset <= typing.offset && typing.offset <= cst.end) continue
      const target = resource?.target?.ref
      roles.set(role, aboutRoles[resource?.objectKind ?? target?.objectKind ?? 'app'])
    }
  return [...roles].map(([name, about]) => ({ name, about }))
}

/** Objects that the sources write in place, by what they are called: a sort's own. The one being typed is none. */
export const writtenInPlace = (
  sort: string,
  services: EntitleLspServices,
  typing?: { readonly document: LangiumDocument; readonly offset: number },
): readonly string[] => {
  const values = new Set<string>()
  for (const document of services.shared.workspace.LangiumDocuments.all)
    for (const { objectKind, value, $cstNode: cst } of [
      ...nodesOf(document, 'ObjectUse'),
      ...nodesOf(document, 'Exclusion'),
    ]) {
      if (objectKind !== sort || !value) continue
      if (document === typing?.document && cst && cst.offset <= typing.offset && typing.offset <= cst.end) continue
      values.add(value)
    }
  return [...values].toSorted()
}
