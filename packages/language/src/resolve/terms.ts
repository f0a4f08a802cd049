import type * as ast from '../generated/ast.ts'
import { minutesOf } from '../syntax/duration.ts'
import { endingAt } from '../syntax/moment.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { approvalOf } from './approval.ts'
import { removalOf } from './element.ts'
import type { Names } from './names.ts'
import type { AutomaticAssignment, Expiration, Sourced, TemplateElement, Terms } from './program.ts'
import { questionOf } from './question.ts'
import { requestableOf } from './requestable.ts'
import { reviewOf } from './review.ts'
import { workflowCallOf } from './workflow-call.ts'

/** A policy's or template's own statements, then those of its templates, nearest first. */
export interface Link {
  readonly statements: readonly ast.PolicyStatement[]
  readonly template?: TemplateElement
}

/** The nearest statement of one of these types; of several in one block the last. */
export const nearest = <T extends ast.PolicyStatement['$type']>(
  links: readonly Link[],
  types: readonly T[],
): { readonly statement: Extract<ast.PolicyStatement, { readonly $type: T }>; readonly link: Link } | undefined => {
  for (const link of links) {
    const statement = link.statements.findLast(
      (candidate): candidate is Extract<ast.PolicyStatement, { readonly $type: T }> =>
        (types as readonly string[]).includes(candidate.$type),
    )
    if (statement !== undefined) return { statement, link }
  }
  return undefined
}

/** What holds after the chain: the nearest statement of each kind, and where it stands. */
export const termsOf = (links: readonly Link[], { directory, organizationOf, workflowOf }: Names): Terms => {
  const said = <T extends ast.PolicyStatement['$type'], V>(
    types: readonly T[],
    read: (statement: Extract<ast.PolicyStatement, { readonly $type: T }>) => V | undefined,
  ): Sourced<V> | undefined => {
    const found = nearest(links, types)
    const value = found === undefined ? undefined : read(found.statement)
    if (found === undefined || value === undefined) return undefined
    const { template } = found.link
    return { value, range: rangeOf(found.statement), ...(template === undefined ? {} : { template }) }
  }
  /** All statements of one type in the nearest block that has any: a policy's list replaces its template's. */
  const list = <T extends ast.PolicyStatement['$type'], V>(
    type: T,
    read: (statement: Extract<ast.PolicyStatement, { readonly $type: T }>) => V | undefined,
  ): Sourced<readonly V[]> | undefined => {
    const found = nearest(links, [type])
    if (found === undefined) return undefined
    const { template, statements } = found.link
    const all = statements.filter(
      (candidate): candidate is Extract<ast.PolicyStatement, { readonly $type: T }> => candidate.$type === type,
    )
    return {
      value: all.flatMap(statement => read(statement) ?? []),
      range: rangeOf(all[0] ?? found.statement),
      ...(template === undefined ? {} : { template }),
    }
  }
  const requestable = said(['Requestable', 'AssignedAutomatically'], statement =>
    statement.$type === 'Requestable' ? requestableOf(statement.who, directory, organizationOf) : undefined,
  )
  const automatic = said(['Requestable', 'AssignedAutomatically'], statement =>
    statement.$type === 'AssignedAutomatically' ? automaticOf(statement) : undefined,
  )
  const onBehalf = said(['OnBehalf'], () => true as const)
  const chooseDates = said(['ChooseDates'], () => true as const)
  const notificationsOff = said(['Notifications'], statement => ({ removalRange: removalOf(statement) }))
  const approval = said(['NoApproval', 'Approval'], statement => approvalOf(statement, directory))
  const expiration = said(['Expiration'], expirationOf)
  const extension = said(['Extension'], ({ value, approval: withApproval }) => ({
    allowed: value === 'allowed',
    approval: withApproval === true,
  }))
  const review = said(['PolicyReview'], statement => reviewOf(statement, directory))
  const questions = list('Ask', questionOf)
  const calls = list('OnCall', statement => workflowCallOf(statement, workflowOf))
  return {
    ...(requestable === undefined ? {} : { requestable }),
    ...(automatic === undefined ? {} : { automatic }),
    ...(onBehalf === undefined ? {} : { onBehalf }),
    ...(chooseDates === undefined ? {} : { chooseDates }),
    ...(notificationsOff === undefined ? {} : { notificationsOff }),
    ...(approval === undefined ? {} : { approval }),
    ...(expiration === undefined ? {} : { expiration }),
    ...(extension === undefined ? {} : { extension }),
    ...(review === undefined ? {} : { review }),
    ...(questions === undefined ? {} : { questions }),
    ...(calls === undefined ? {} : { calls }),
  }
}

const automaticOf = (node: ast.AssignedAutomatically): AutomaticAssignment | undefined =>
  node.rule === undefined
    ? undefined
    : {
        rule: node.rule,
        ruleRange: propertyRange(node, 'rule'),
        ...(node.removedAfter === undefined ? {} : { removedAfterMinutes: minutesOf(node.removedAfter) }),
      }

const expirationOf = (node: ast.Expiration): Expiration | undefined => {
  if (node.kind === 'never') return { expires: 'never' }
  if (node.duration !== undefined) return { expires: 'after', minutes: minutesOf(node.duration) }
  if (node.date?.date === undefined) return undefined
  const { date, time } = node.date
  return { expires: 'on', date: endingAt(node.date), written: time === undefined ? date : `${date} ${time}` }
}
