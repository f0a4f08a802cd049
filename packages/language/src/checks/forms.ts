import type { Finding } from '@entitle/graph'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const domain = /^(?=.{1,253}$)([\p{L}\p{Nd}]([\p{L}\p{Nd}-]*[\p{L}\p{Nd}])?\.)+[\p{L}\p{Nd}-]{2,}$/u

/** Ids, domains, user principal names and addresses that can't be any: the tenant would not know them. */
export const forms: FileCheck = ({ documents }) =>
  documents.flatMap((document): Finding[] => [
    ...nodesOf(document, 'Pin').flatMap(pin => {
      const holder = pin.$container
      const isSite = holder?.$type === 'DirectoryObject' && holder.objectKind === 'site'
      return isSite || pin.value === undefined || guid.test(pin.value)
        ? []
        : [
            malformed(
              propertyRange(pin, 'value'),
              `"${pin.value}" is no id. An id looks like "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11".`,
            ),
          ]
    }),
    ...nodesOf(document, 'TenantSource').flatMap(source =>
      source.value === undefined || guid.test(source.value)
        ? []
        : [
            malformed(
              propertyRange(source, 'value'),
              `"${source.value}" is no tenant id. It looks like "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11"; a domain name stands behind \`domain\`.`,
            ),
          ],
    ),
    ...nodesOf(document, 'Domain').flatMap(node =>
      node.value === undefined || domain.test(node.value)
        ? []
        : [
            malformed(
              propertyRange(node, 'value'),
              `"${node.value}" is no domain. A domain looks like "fabrikam.com".`,
            ),
          ],
    ),
    ...nodesOf(document, 'Requestor').flatMap(node =>
      node.domain === undefined || domain.test(node.domain)
        ? []
        : [
            malformed(
              propertyRange(node, 'domain'),
              `"${node.domain}" is no domain. A domain looks like "fabrikam.com".`,
            ),
          ],
    ),
    ...nodesOf(document, 'LogicApp').flatMap(node =>
      node.subscription === undefined || guid.test(node.subscription)
        ? []
        : [
            malformed(
              propertyRange(node, 'subscription'),
              `"${node.subscription}" is no id of a subscription. It looks like "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11".`,
            ),
          ],
    ),
    ...nodesOf(document, 'InTenant').flatMap(node => {
      const isSite = node.$container?.$type === 'DirectoryObject' && node.$container.objectKind === 'site'
      return isSite || node.id === undefined || guid.test(node.id)
        ? []
        : [
            malformed(
              propertyRange(node, 'id'),
              `"${node.id}" is no id. An id looks like "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11".`,
            ),
          ]
    }),
    ...nodesOf(document, 'DirectoryObject').flatMap(node =>
      directoryForm(node.objectKind, node.displayName, propertyRange(node, 'displayName')),
    ),
    ...nodesOf(document, 'ObjectUse').flatMap(node =>
      directoryForm(node.objectKind, node.value, propertyRange(node, 'value')),
    ),
  ])

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
