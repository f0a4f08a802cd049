import type * as ast from '../generated/ast.ts'
import { minutesOf } from '../syntax/duration.ts'
import { patternMistake } from '../syntax/pattern.ts'
import type { Names } from './names.ts'
import type { Excluded, Requestable, Trait } from './program.ts'
import { requestableOf } from './requestable.ts'
import { subjectsOf } from './subject.ts'

/** What a rule of one's own looks for; undefined where it is broken or names what nobody declares. */
export const traitOf = (node: ast.Trait | undefined, names: Names): Trait | undefined => {
  switch (node?.$type) {
    case 'GrantsTrait':
      return grantsOf(node, names)
    case 'NameTrait':
      return node.pattern === undefined || isBroken(node.pattern)
        ? undefined
        : { trait: 'name', of: node.of, pattern: node.pattern }
    case 'DescriptionTrait':
      if (isBroken(node.pattern)) return undefined
      return {
        trait: 'description',
        of: node.of,
        ...(node.pattern === undefined ? {} : { pattern: node.pattern }),
      }
    case 'TagTrait':
      return node.tags.length === 0 ? undefined : { trait: 'tag', tags: node.tags }
    case 'CatalogTrait':
      return catalogsOf(node, names)
    case 'HiddenTrait':
      return { trait: 'hidden' }
    case 'VisibleTrait':
      return { trait: 'visible' }
    case 'IncompatibleTrait':
      return incompatibleOf(node.exclusion, names)
    case 'RequestableTrait':
      return requestable(node, names)
    case 'ApprovalTrait': {
      const approvers = subjectsOf(node.approvers, names.directory)
      return approvers.length < node.approvers.length
        ? undefined
        : { trait: 'approval', approvers, stages: node.stages ?? 1 }
    }
    case 'ReviewTrait': {
      const reviewers = subjectsOf(node.reviewers, names.directory)
      return reviewers.length < node.reviewers.length
        ? undefined
        : { trait: 'review', reviewers, ...(node.frequency === undefined ? {} : { frequency: node.frequency }) }
    }
    case 'ExpirationTrait':
      return { trait: 'expiration', ...(node.most === undefined ? {} : { mostMinutes: minutesOf(node.most) }) }
    case 'ExtensionTrait':
      return { trait: 'extension', approval: node.approval === true }
    case 'JustificationTrait':
      return { trait: 'justification' }
    case 'QuestionsTrait':
      return { trait: 'questions' }
    case 'AutomaticTrait':
      return { trait: 'automatic' }
    case 'SilenceTrait':
      return { trait: 'silence' }
    default:
      return undefined
  }
}

const isBroken = (pattern: string | undefined): boolean =>
  pattern !== undefined && patternMistake(pattern) !== undefined

const grantsOf = (node: ast.GrantsTrait, { directory }: Names): Trait | undefined => {
  const resource = directory.use(node.resource)
  if ((node.resource !== undefined && resource === undefined) || isBroken(node.pattern)) return undefined
  return {
    trait: 'grants',
    ...(node.role === undefined ? {} : { role: node.role }),
    ...(node.pattern === undefined ? {} : { pattern: node.pattern }),
    ...(node.anyKind === undefined ? {} : { kind: node.anyKind === 'app' ? 'servicePrincipal' : node.anyKind }),
    ...(resource === undefined ? {} : { resource }),
  }
}

const catalogsOf = (node: ast.CatalogTrait, { catalogOf }: Names): Trait | undefined => {
  const catalogs = node.catalogs.flatMap(({ ref }) => (ref === undefined ? [] : catalogOf(ref)))
  return catalogs.length < node.catalogs.length || catalogs.length === 0 ? undefined : { trait: 'catalog', catalogs }
}

const incompatibleOf = (node: ast.Exclusion | undefined, names: Names): Trait | undefined => {
  if (node === undefined) return undefined
  const excluded = excludedBy(node, names)
  return excluded === undefined ? undefined : { trait: 'incompatible', with: excluded }
}

const excludedBy = (node: ast.Exclusion, { directory, packageOf }: Names): Excluded | undefined => {
  const target = node.target?.ref
  if (target?.$type === 'Package') {
    const excluded = packageOf(target)
    return excluded === undefined ? undefined : { kind: 'package', package: excluded }
  }
  const group = directory.use(node)
  return group === undefined ? undefined : { kind: 'group', group: group.object }
}

const requestable = (node: ast.RequestableTrait, { directory, organizationOf }: Names): Trait | undefined => {
  if (node.audience !== undefined) return { trait: 'audience', audience: node.audience }
  const who = requestableOf(node.who, directory, organizationOf)
  return who === undefined || namedIn(who) < writtenIn(node.who) ? undefined : { trait: 'requestable', who }
}

/** How many organizations or objects are listed: as the sources write them, and as they could be found. */
const writtenIn = (who: ast.Who | undefined): number => {
  if (who === undefined) return 0
  if ('organizations' in who) return who.organizations.length
  return 'objects' in who ? who.objects.length : 0
}

const namedIn = (who: Requestable): number => {
  if (who.who === 'users from') return who.organizations.length
  return 'objects' in who ? who.objects.length : 0
}
