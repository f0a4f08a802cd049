import type { Finding } from '@entitle/graph'
import { minutesInWords, momentInWords } from '../printing/duration-words.ts'
import { counted } from '../printing/fields.ts'
import type {
  Approval,
  CatalogElement,
  Expiration,
  PackageElement,
  PolicyElement,
  Program,
  Review,
  Terms,
} from '../resolve/program.ts'
import { isExternalPolicy, requestorsOf } from '../rules/external.ts'
import { subjectsInWords } from '../rules/own/object-words.ts'
import { rules } from '../rules/table.ts'
import type { ExternalWay } from './report.ts'

/** Every policy by which people from outside may get something, in the order of catalogs and packages. */
export const externalWays = (program: Program, findings: readonly Finding[]): ExternalWay[] => {
  const rulesAt = rulesByPolicy(findings)
  return program.catalogs.flatMap(catalog =>
    catalog.packages.flatMap(element =>
      element.policies
        .filter(policy => isExternalPolicy(policy, program))
        .map(policy => wayOf(catalog, element, policy, program, rulesAt(policy))),
    ),
  )
}

interface Broken {
  readonly failing: readonly string[]
  readonly waived: readonly string[]
}

const wayOf = (
  catalog: CatalogElement,
  element: PackageElement,
  policy: PolicyElement,
  program: Program,
  broken: Broken,
): ExternalWay => ({
  catalog: catalog.displayName,
  package: element.displayName,
  policy: policy.displayName,
  who: requestorsOf(policy, program),
  grants: element.grants.map(
    ({ role, resource: { object } }) => `${role} ${object.kind === 'group' ? 'of' : 'in'} ${object.displayName}`,
  ),
  ...lifeOf(policy.terms),
  file: policy.nameRange.uri,
  line: policy.nameRange.start.line + 1,
  ...broken,
})

/** How access under a policy is given, ends and is looked at again. */
const lifeOf = ({
  approval,
  expiration,
  extension,
  review,
}: Terms): Pick<ExternalWay, 'approval' | 'ends' | 'extension' | 'review'> => ({
  approval: approval === undefined ? 'nobody approves' : approvalInWords(approval.value),
  ends: expiration === undefined ? 'never' : endInWords(expiration.value),
  extension: extension?.value.allowed !== true ? 'no' : extension.value.approval ? 'with approval' : 'without approval',
  review: review === undefined ? 'never' : reviewInWords(review.value),
})

const approvalInWords = (approval: Approval): string =>
  !approval.required || approval.stages.length === 0
    ? 'nobody approves'
    : approval.stages
        .map(({ approvers, fallback }) =>
          fallback.length === 0
            ? subjectsInWords(approvers)
            : `${subjectsInWords(approvers)} (else ${subjectsInWords(fallback)})`,
        )
        .join(', then ')

const endInWords = (expiration: Expiration): string => {
  if (expiration.expires === 'never') return 'never'
  return expiration.expires === 'after' ? `after ${minutesInWords(expiration.minutes)}` : momentInWords(expiration.date)
}

const outcomes = { remove: 'access is removed', keep: 'access is kept', follow: 'the recommendation is followed' }

const reviewInWords = ({ frequency, reviewers, openForDays, noResponse }: Review): string =>
  [
    `${frequency}${reviewers.length === 0 ? '' : ` by ${subjectsInWords(reviewers)}`}`,
    `open for ${counted(openForDays, 'day')}`,
    ...(noResponse === undefined ? [] : [`without an answer ${outcomes[noResponse.value]}`]),
  ].join(', ')

/** Rules that find something at a template point at the policies that it reaches; what others point at has done nothing. */
const aboutPolicies = new Set(rules.filter(({ element }) => element === 'policy').map(({ name }) => name))

/** The rules that findings on a policy, or on a template that reaches it, are about. */
const rulesByPolicy = (findings: readonly Finding[]) => {
  const places = findings.flatMap(({ rule, severity, waived, place, related = [] }) =>
    severity === 'hint'
      ? []
      : [place, ...(aboutPolicies.has(rule) ? related.map(other => other.place) : [])].flatMap(at =>
          at.kind === 'source' ? [{ rule, isWaived: waived !== undefined, range: at.range }] : [],
        ),
  )
  const byFile = Map.groupBy(places, ({ range }) => range.uri)
  return ({ range: { uri, start, end } }: PolicyElement): Broken => {
    const inside = (byFile.get(uri) ?? []).filter(
      ({ range }) => range.start.line >= start.line && range.end.line <= end.line,
    )
    const named = (isWaived: boolean) => [
      ...new Set(inside.filter(found => found.isWaived === isWaived).map(({ rule }) => rule)),
    ]
    return { failing: named(false), waived: named(true) }
  }
}
