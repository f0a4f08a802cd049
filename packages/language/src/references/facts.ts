import type { AstNode, LangiumDocument } from 'langium'
import type * as ast from '../generated/ast.ts'
import { declarationsIn, nodesOf } from '../syntax/nodes.ts'
import { passageOf } from '../syntax/passages.ts'
import { lineOf } from '../syntax/per-node.ts'
import { uriOf } from '../syntax/range.ts'
import type { Fact } from './fact-table.ts'
import { stampOf } from './stamp.ts'

/** Top-level declarations of one type. */
export const kindKey = (type: ast.Declaration['$type']): string => `every ${type}`

/** Packages that stand outside the block of the catalog that they name. */
export const homeKey = (catalog: string): string => `in ${catalog}`

/** Directory objects, declared or written in place; their names are compared without regard to case, as the directory does. */
export const objectKey = (word: ast.DirectoryWord, name: string): string => `${word} "${name.toLowerCase()}"`

/** Packages that grant a role of an object, called by its declared name or as `objectKey` calls it. */
export const grantKey = (object: string): string => `grants of ${object}`

/** Every directory object that is written in place. */
export const inPlaceKey = 'every object in place'

/** Organizations, catalogs, or packages of one catalog, by their display names: the tenant tells them apart by these. */
export const displayNameKey = (parent: string, displayName: string): string =>
  `${parent} "${displayName.trim().toLowerCase()}"`

/** Among whose packages a package is told apart by its display name. */
export const packagesParent = (node: ast.Package): string => {
  const home = node.$container
  const name = home.$type === 'Catalog' ? home.name : node.catalog?.$refText
  return `package of ${name ?? (home.$cstNode === undefined ? '' : `${uriOf(home)}@${home.$cstNode.offset}`)}`
}

/** Declarations of one type by the id that they are pinned to. */
export const pinKey = (type: string, id: string): string => `${type} pinned to ${id.toLowerCase()}`

/** Scenarios by their titles. */
export const titleKey = (title: string): string => `scenario "${title.trim().toLowerCase()}"`

/** Assignments by the policy that they name, as the sources call it. */
export const assignKey = (policy: string): string => `assigned using ${policy}`

/** The word of an object written in place: behind `app` in a list of apps it is not said again. */
export const wordInPlace = (node: ast.ObjectUse | ast.Exclusion): ast.DirectoryWord | undefined =>
  node.objectKind ?? (node.$container.$type === 'TheseApps' ? 'app' : undefined)

/** What a file says that other files may ask for, read off its own tree. */
export const factsOf = (document: LangiumDocument): readonly Fact[] => {
  const facts: Fact[] = []
  const say = (key: string, node: AstNode, stamp = stampOf(node)) =>
    facts.push({ key, stamp, place: placeIn(document, node), node })
  for (const node of declarationsIn(document)) {
    say(kindKey(node.$type), node)
    switch (node.$type) {
      case 'DirectoryObject':
        if (node.objectKind !== undefined) say(objectKey(node.objectKind, node.displayName ?? node.name ?? ''), node)
        break
      case 'Organization':
        say(displayNameKey('organization', node.displayName ?? node.name ?? ''), node)
        break
      case 'Catalog':
        say(displayNameKey('catalog', node.displayName ?? node.name ?? ''), node)
        break
      case 'StandaloneReview':
        say(displayNameKey('review', node.displayName ?? node.name ?? ''), node)
        break
      case 'Package':
        if (node.catalog !== undefined) say(homeKey(node.catalog.$refText), node)
        break
      case 'Assign':
        if (node.policy !== undefined) say(assignKey(node.policy.$refText), node)
        break
      case 'Scenario':
        if (node.title !== undefined) say(titleKey(node.title), node)
        break
    }
  }
  for (const pin of nodesOf(document, 'Pin'))
    if (pin.value !== undefined) say(pinKey(pin.$container.$type, pin.value), pin.$container)
  for (const node of nodesOf(document, 'Package'))
    say(displayNameKey(packagesParent(node), node.displayName ?? node.name ?? ''), node)
  for (const { resource, $container: granting } of nodesOf(document, 'Grant')) {
    if (resource?.target !== undefined) say(grantKey(resource.target.$refText), granting)
    else if (resource?.objectKind !== undefined && resource.value !== undefined)
      say(grantKey(objectKey(resource.objectKind, resource.value)), granting)
  }
  for (const node of [...nodesOf(document, 'ObjectUse'), ...nodesOf(document, 'Exclusion')]) {
    const word = wordInPlace(node)
    if (word === undefined || node.value === undefined) continue
    say(objectKey(word, node.value), node, node.value)
    say(inPlaceKey, node, '')
  }
  return facts
}

/** Where a node stands: in its passage, which is told apart from others wherever it stands, or else in its file. */
const placeIn = ({ parseResult: { value: root } }: LangiumDocument, node: AstNode): string => {
  const passage = passageOf(node)
  const { line = 0, character = 0 } = node.$cstNode?.range.start ?? {}
  return passage === undefined ? `${line}:${character}` : `${passage}:${line - lineOf(root)}:${character}`
}
