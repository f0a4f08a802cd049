import type { Finding } from '@entitle/graph'
import type { AstNode } from 'langium'
import { isDirectoryObject } from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const domain = /^(?=.{1,253}$)([\p{L}\p{Nd}]([\p{L}\p{Nd}-]*[\p{L}\p{Nd}])?\.)+[\p{L}\p{Nd}-]{2,}$/u

/** Ids, domains, user principal names and addresses that can't be any: the tenant would not know them. */
export const forms: FileCheck = ({ documents }) =>
  documents.flatMap((document): Finding[] => [
    ...nodesOf(document, 'Pin').flatMap(node => (isOfSite(node) ? [] : idForm(node, 'value', node.value))),
    ...nodesOf(document, 'InTenant').flatMap(node => (isOfSite(node) ? [] : idForm(node, 'id', node.id))),
    ...nodesOf(document, 'TenantSource').flatMap(node =>
      formed(
        node,
        'value',
        node.value,
        guid,
        value => `"${value}" is no tenant id. It looks like "${anId}"; a domain name stands behind \`domain\`.`,
      ),
    ),
    ...nodesOf(document, 'LogicApp').flatMap(node =>
      formed(
        node,
        'subscription',
        node.subscription,
        guid,
        value => `"${value}" is no id of a subscription. It looks like "${anId}".`,
      ),
    ),
    ...nodesOf(document, 'Domain').flatMap(node => domainForm(node, 'value', node.value)),
    ...nodesOf(document, 'Requestor').flatMap(node => domainForm(node, 'domain', node.domain)),
    ...nodesOf(document, 'DirectoryObject').flatMap(node =>
      directoryForm(node.objectKind, node.displayName, propertyRange(node, 'displayName')),
    ),
    ...nodesOf(document, 'ObjectUse').flatMap(node =>
      directoryForm(node.objectKind, node.value, propertyRange(node, 'value')),
    ),
  ])

const anId = '8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11'

/** Sites are told by their addresses; their ids have a form of their own. */
const isOfSite = ({ $container: holder }: AstNode): boolean => isDirectoryObject(holder) && holder.objectKind === 'site'

/** A text that is said and hasn't the form. */
const formed = (
  node: AstNode,
  property: string,
  value: string | undefined,
  form: RegExp,
  message: (value: string) => string,
): Finding[] =>
  value === undefined || form.test(value) ? [] : [malformed(propertyRange(node, property), message(value))]

const idForm = (node: AstNode, property: string, id: string | undefined): Finding[] =>
  formed(node, property, id, guid, value => `"${value}" is no id. An id looks like "${anId}".`)

const domainForm = (node: AstNode, property: string, name: string | undefined): Finding[] =>
  formed(node, property, name, domain, value => `"${value}" is no domain. A domain looks like "fabrikam.com".`)

const directoryForm = (
  kind: string | undefined,
  value: string | undefined,
  range: Parameters<typeof malformed>[0],
): Finding[] => {
  if (value === undefined) return []
  if (value.trim() === '')
    return [malformed(range, 'An empty text names nothing. Write what the object is called in the directory.')]
  if (kind === 'user' && !/^[^\s@]+@[^\s@]+$/.test(value))
    return [
      malformed(
        range,
        `"${value}" is no user principal name. Write the name that the user signs in with, as in "anna@contoso.com".`,
      ),
    ]
  if (kind === 'site' && !/^https:\/\/[^\s/]+/.test(value))
    return [
      malformed(
        range,
        `"${value}" is no address of a site. Write its URL, as in "https://contoso.sharepoint.com/sites/alpine".`,
      ),
    ]
  return []
}

const malformed = (range: Parameters<typeof findingAt>[2], message: string): Finding =>
  findingAt('malformed-value', 'error', range, message)
