import type { Fix, SourceEdit } from '@entitle/graph'
import { AstUtils, type LangiumDocument, type ReferenceInfo } from 'langium'
import { isGrant } from '../generated/ast.ts'

/** Fixes that declare `name`, at the end of the file that uses it. A template's base, a policy or a workflow is better written by hand. */
export const declarationFixes = (document: LangiumDocument, type: string, name: string, info: ReferenceInfo): Fix[] => {
  if (name.includes('.')) return []
  const title = titleOf(name)
  const declare = (what: string, text: string): Fix => ({
    title: `Declare ${what} ${name}`,
    safe: false,
    edits: [atTheEnd(document, text)],
  })
  switch (type) {
    case 'Tenant':
      return [declare('tenant', `tenant ${name} "${title}" {\n  domain "${name}.onmicrosoft.com"\n}`)]
    case 'Organization':
      return [declare('organization', `organization ${name} "${title}" {\n  domain "${name}.com"\n}`)]
    case 'Catalog':
      return [declare('catalog', `catalog ${name} "${title}"`)]
    case 'PolicyTemplate':
      return [declare('policy template', `policy template ${name} {\n  requestable by no one\n}`)]
    case 'Standard':
      return [declare('standard', `standard ${name} extends recommended`)]
    case 'Excludable':
      return [declare('group', `group ${name} "${title}"`)]
    case 'DirectoryObject':
      return wordsFor(info).map(word =>
        declare(
          word,
          `${word} ${name} "${word === 'user' ? `${name}@contoso.com` : word === 'site' ? `https://contoso.sharepoint.com/sites/${name}` : title}"`,
        ),
      )
    default:
      return []
  }
}

/** Which sorts of directory objects fit where the name is used, the likeliest first. */
const wordsFor = ({ container }: ReferenceInfo): readonly string[] => {
  const around = container.$container
  if (around?.$type === 'TheseApps') return ['app']
  if (isGrant(around)) return around.preposition === 'of' ? ['group'] : ['app', 'site']
  if (around?.$type === 'Resources') return ['group', 'app', 'site']
  return AstUtils.getContainerOfType(container, isGrant) === undefined ? ['group', 'user'] : ['group']
}

const atTheEnd = (document: LangiumDocument, text: string): SourceEdit => {
  const source = document.textDocument.getText()
  const at = document.textDocument.positionAt(source.length)
  return {
    range: { uri: document.uri.toString(), start: at, end: at },
    text: `${source === '' || source.endsWith('\n') ? '' : '\n'}\n${text}\n`,
  }
}

/** `alpine-supplier` → `Alpine supplier`. */
const titleOf = (name: string): string => {
  const words = name.replace(/[-_]+/g, ' ').trim()
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}
