import type { Entry, Frame, Page } from '../../../src/printing/reference/entry.ts'

// The declarations that examples of the reference speak of without declaring them.

const stock: readonly (readonly [words: string, text: string])[] = [
  ['tenant contoso', 'tenant contoso "Contoso" { domain "contoso.com" }'],
  ['tenant contoso-test', 'tenant contoso-test "Contoso (test)" { domain "contosotest.onmicrosoft.com" }'],
  [
    'organization fabrikam',
    'organization fabrikam "Fabrikam" { domain "fabrikam.com" internal sponsors user "pm@contoso.com" external sponsors user "pm@fabrikam.com" }',
  ],
  [
    'organization litware',
    'organization litware "Litware" { domain "litware.com" internal sponsors user "pm@contoso.com" }',
  ],
  ['user anna', 'user anna "anna@contoso.com"'],
  ['group governance', 'group governance "Identity Governance desk"'],
  ['group partner-pms', 'group partner-pms "Partner programme managers"'],
  ['group auditors', 'group auditors "Internal audit"'],
  ['group alpine', 'group alpine "Project Alpine"'],
  ['app salesforce', 'app salesforce "Salesforce"'],
  ['site alpine-site', 'site alpine-site "https://contoso.sharepoint.com/sites/alpine"'],
  ['catalog partners', 'catalog partners "Partner collaboration" { resources alpine }'],
  [
    'package toolbox',
    'package toolbox "Shared toolbox" in partners { policy staff "Staff" { requestable by any member expires after 365 days } }',
  ],
]

const call = 'resource group "rg-governance" subscription "5a1c7c5e-7d1c-4b5c-8f6e-2c9d4f0b7a33"'
const home = (inside: string) => `catalog home "Home" {
  resources alpine, salesforce, alpine-site
  workflow badge "Order a badge" { logic app "order-badge" ${call} on request }
  workflow reminder "Remind the sponsor" { logic app "remind-sponsor" ${call} on assignment }
  package here "Here" {
    ${inside}
  }
}`

const framed: { readonly [frame in Frame]: (text: string) => string } = {
  file: text => text,
  package: text => home(text),
  policy: text => home(`policy it "It" {\n${text}\n}`),
}

export const frameOf = (page: Page, entry: Entry): Frame => entry.frame ?? page.frame

/** The example where it can stand, with everything that it speaks of. */
export const staged = (text: string, frame: Frame): string => {
  // Where an example declares a tenant, it is the one that is deployed to.
  const own = (words: string) =>
    new RegExp(`^${words.replace(' ', ' +')} `, 'm').test(text) ||
    (words.startsWith('tenant ') && /^tenant /m.test(text))
  const needed = stock.filter(([words]) => !own(words) && !(words.endsWith('-test') && !text.includes('contoso-test')))
  return [...needed.map(([, declaration]) => declaration), framed[frame](text)].join('\n')
}

/** The example as the formatter lays it out, indented as it is in its block. */
export const laidOut = (
  text: string,
  frame: Frame,
): { readonly source: string; readonly back: (formatted: string) => string } => {
  if (frame === 'file') return { source: `${text}\n`, back: formatted => formatted.trimEnd() }
  const head = frame === 'package' ? 'package p "P" in c {' : 'policy template t {'
  const source = `${head}\n${text.replaceAll(/^(?=.)/gm, '  ')}\n}\n`
  return { source, back: formatted => formatted.split('\n').slice(1, -2).join('\n').replaceAll(/^ {2}/gm, '') }
}
