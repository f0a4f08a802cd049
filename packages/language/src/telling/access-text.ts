import { fold } from '@entitle/graph'
import { termsInWords } from '../printing/terms-in-words.ts'
import type { PackageElement, PolicyElement, Program } from '../resolve/program.ts'

/**
 * What each package gives, and who gets it how, by what the sources say; of one package where `named` is its name or display name.
 * A text for somebody, or something, that doesn't read the language.
 */
export const accessText = ({ catalogs }: Pick<Program, 'catalogs'>, named?: string): string => {
  const all = catalogs.flatMap(({ packages }) => packages)
  if (all.length === 0) return 'The workspace declares no package.'
  const meant = named === undefined ? all : all.filter(each => isCalled(each, named))
  if (meant.length === 0)
    return `No package is called ${named}. Declared are: ${all.map(({ displayName }) => displayName).join(', ')}.`
  return meant.map(packageText).join('\n\n')
}

const isCalled = ({ name, displayName, catalog }: PackageElement, named: string): boolean =>
  [name, displayName, `${catalog.name}.${name}`].some(each => fold(each) === fold(named))

const packageText = ({ displayName, catalog, description, hidden, grants, policies }: PackageElement): string =>
  [
    `package ${displayName}, in catalog ${catalog.displayName}`,
    ...(description === '' ? [] : [`  description: ${description.replaceAll(/\s+/g, ' ').trim()}`]),
    ...(hidden ? ['  hidden: only those find it who have its link'] : []),
    ...(grants.length === 0 ? ['  grants: nothing'] : []),
    ...grants.map(({ role, resource }) => `  grants: ${role} of ${resource.object.displayName}`),
    ...(policies.length === 0 ? ['  policies: none, so nobody can get it'] : []),
    ...policies.flatMap(policyLines),
  ].join('\n')

const policyLines = ({ displayName, terms }: PolicyElement): readonly string[] => [
  `  policy ${displayName}`,
  ...termsInWords(terms).map(
    ({ label, text, template }) =>
      `    ${label}: ${text}${template === undefined ? '' : ` (from template ${template})`}`,
  ),
]
