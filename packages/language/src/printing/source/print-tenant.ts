import type { Address, Tenant, TenantIdentity, TenantObject } from '@entitle/graph'
import { accessPackage } from './access-package.ts'
import { accessReview } from './access-review.ts'
import { assignment } from './assignment.ts'
import { assignmentPolicy, policySentence, type WrittenPolicy } from './assignment-policy.ts'
import { catalog } from './catalog.ts'
import { connectedOrganization } from './connected-organization.ts'
import { type DirectoryOptions, directoryWords } from './declared-objects.ts'
import { filePaths } from './file-paths.ts'
import { surroundingsOf, type TakenNames } from './names.ts'
import { notWellFormed } from './not-well-formed.ts'
import { render } from './render.ts'
import { type Said, said, type Unsaid } from './said.ts'
import { type Sentence, usesIn } from './sentence.ts'
import type { Surroundings } from './surroundings.ts'
import { findTemplates, type Template } from './templates.ts'
import { tenant } from './tenant.ts'

export interface PrintOptions {
  /** Which tenant it is; without it no tenant is declared, and its settings are unsaid. */
  readonly identity?: TenantIdentity
  /** Let a template say what three or more policies share. */
  readonly templates?: boolean
  readonly directory?: DirectoryOptions
  /** What the workspace has already. */
  readonly taken?: TakenNames
  /** Statements that no tenant knows of, tags and waivers, for the declarations of its objects; for that of the tenant by the address of its settings. */
  readonly also?: ReadonlyMap<Address, readonly Sentence[]>
}

/** A file of the workspace; its path is one step, relative to the folder it is meant for. */
export interface PrintedFile {
  readonly path: string
  readonly text: string
}

/** A tenant as sources, and what of it they don't say. */
export interface Printed {
  readonly files: readonly PrintedFile[]
  readonly unsaid: readonly Unsaid[]
}

/** Files besides those of catalogs. */
const fixed = ['tenant', 'organizations', 'directory', 'policy-templates', 'reviews', 'assignments']

/** The formatter: the text laid out, or why it stays as it is. */
type Format = (text: string) => { readonly text: string } | { readonly unchanged: string }

/**
 * Prints a tenant, live or desired, as sources: parsed and lowered they give the same tenant, less what `unsaid` names. One file for
 * each catalog, one each for the tenant, organizations, directory objects, templates and assignments, laid out by `format`.
 */
export const tenantPrinter =
  (format: Format) =>
  (tenant: Tenant, options: PrintOptions = {}): Printed =>
    print(tenant, options, text => {
      const formatted = format(text)
      return 'text' in formatted ? formatted.text : text
    })

const print = (of: Tenant, options: PrintOptions, layOut: (text: string) => string): Printed => {
  const { taken = {} } = options
  const surroundings = surroundingsOf(of.objects, taken, options.also)
  const kind = (name: TenantObject['kind']) => of.objects.filter(object => object.kind === name)
  const policies = new Map(
    kind('assignment-policy').map(policy => [policy.address, assignmentPolicy(policy, surroundings)]),
  )
  const templates = options.templates === true ? findTemplates([...policies.values()], taken.templates ?? []) : []
  const followed = new Map(templates.flatMap(each => each.members.map(member => [member, each] as const)))
  const catalogs = kind('catalog').map(object => wholeCatalog(object, { surroundings, policies, templates: followed }))
  const organizations = kind('connected-organization').map(object => connectedOrganization(object, surroundings))
  const reviews = kind('access-review').map(object => accessReview(object, surroundings))
  const settings = kind('settings')[0]
  const tenants =
    options.identity === undefined ? said() : tenant(options.identity, settings, taken.tenants ?? [], surroundings)

  const reached = reachable(of)
  const assignments = kind('assignment').map(object => assignment(object, surroundings))
  const everything = [tenants, ...organizations, ...catalogs, ...reviews, ...assignments]
  const templateSentences = templates.map(
    ({ name, sentences }): Sentence => ({ parts: ['policy template', name], block: sentences, apart: true }),
  )
  const directory = directoryWords(
    usesIn([...templateSentences, ...everything.flatMap(({ sentences }) => sentences)]),
    [
      ...(taken.directory ?? []),
      ...(taken.packages ?? []),
      ...kind('access-package').flatMap(each => surroundings.nameOf(each.address) ?? []),
    ],
    options.directory,
  )
  const file = (path = '', sentences: readonly Sentence[]): readonly PrintedFile[] =>
    sentences.length === 0 ? [] : [{ path, text: layOut(render(sentences, directory.wordsOf)) }]
  const names = kind('catalog').map(({ address }) => surroundings.nameOf(address) ?? '')
  const [tenantPath, organizationsPath, directoryPath, templatesPath, reviewsPath, assignmentsPath, ...homes] =
    filePaths([...fixed, ...names], taken.files ?? [])
  return {
    files: [
      ...file(tenantPath, tenants.sentences),
      ...file(
        organizationsPath,
        organizations.flatMap(each => each.sentences.map(apart)),
      ),
      ...file(directoryPath, directory.declarations),
      ...file(templatesPath, templateSentences),
      ...file(
        reviewsPath,
        reviews.flatMap(each => each.sentences.map(apart)),
      ),
      ...catalogs.flatMap(({ sentences }, index) => file(homes[index], sentences)),
      ...file(
        assignmentsPath,
        assignments.flatMap(({ sentences }) => sentences),
      ),
    ],
    unsaid: [
      ...everything.flatMap(({ gaps }) => gaps),
      ...[...policies.values()].flatMap(({ gaps }) => gaps),
      ...of.objects.flatMap(object => [...homeless(object, reached, options), ...notWellFormed(object)]),
    ],
  }
}

interface Whole {
  readonly surroundings: Surroundings
  readonly policies: ReadonlyMap<string, WrittenPolicy>
  readonly templates: ReadonlyMap<WrittenPolicy, Template>
}

const wholeCatalog = (object: TenantObject, whole: Whole): Said<Unsaid> => {
  const { surroundings } = whole
  const packages = surroundings.children(object.address, 'access-package').map(each => wholePackage(each, whole))
  const { sentences, gaps } = catalog(
    object,
    packages.flatMap(each => each.sentences),
    surroundings,
  )
  return { sentences, gaps: [...gaps, ...packages.flatMap(each => each.gaps)] }
}

const wholePackage = (object: TenantObject, { surroundings, policies, templates }: Whole): Said<Unsaid> => {
  const sentences = surroundings.children(object.address, 'assignment-policy').flatMap(({ address }) => {
    const policy = policies.get(address)
    return policy === undefined
      ? []
      : [policySentence(policy, surroundings.nameOf(address) ?? '', templates.get(policy))]
  })
  return accessPackage(object, sentences, surroundings)
}

const apart = (sentence: Sentence): Sentence => ({ ...sentence, apart: true })

/** Objects that stand in a declaration: those in nothing, and those in one that does. Parents stand before their children. */
const reachable = ({ objects }: Tenant): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const { address, parent, kind } of objects)
    if (parent === undefined ? roots.has(kind) : found.has(parent)) found.add(address)
  return found
}

const roots: ReadonlySet<string> = new Set(['settings', 'connected-organization', 'catalog', 'access-review'])

const homeless = (
  { kind, address }: TenantObject,
  reached: ReadonlySet<string>,
  { identity }: PrintOptions,
): readonly Unsaid[] => {
  if (kind === 'settings' && identity === undefined)
    return [
      {
        address,
        path: '',
        why: 'It isn’t known which tenant this is, so no tenant is declared that could say its settings.',
      },
    ]
  return reached.has(address)
    ? []
    : [{ address, path: '', why: 'What it lies in was not read, so there is no declaration to write it in.' }]
}
