import type * as ast from '../generated/ast.ts'
import { minutesOf } from '../syntax/duration.ts'
import { endingAt } from '../syntax/moment.ts'
import { rangeOf } from '../syntax/range.ts'
import { approvalOf } from './approval.ts'
import type { Directory } from './directory.ts'
import type { Expiration, OrganizationElement, Sourced, TemplateElement, Terms } from './program.ts'
import { requestableOf } from './requestable.ts'
import { reviewOf } from './review.ts'

/** A policy's or template's own statements, then those of its templates, nearest first. */
export interface Link {
  readonly statements: readonly ast.PolicyStatement[]
  readonly template?: TemplateElement
}

export interface Names {
  readonly directory: Directory
  readonly organizationOf: (node: ast.Organization) => OrganizationElement | undefined
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
export const termsOf = (links: readonly Link[], { directory, organizationOf }: Names): Terms => {
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
  const requestable = said(['Requestable', 'AssignedAutomatically'], statement =>
    statement.$type === 'Requestable' ? requestableOf(statement.who, directory, organizationOf) : undefined,
  )
  const approval = said(['NoApproval', 'Approval'], statement => approvalOf(statement, directory))
  const expiration = said(['Expiration'], expirationOf)
  const extension = said(['Extension'], ({ value, approval: withApproval }) => ({
    allowed: value === 'allowed',
    approval: withApproval === true,
  }))
  const review = said(['PolicyReview'], statement => reviewOf(statement, directory))
  return {
    ...(requestable === undefined ? {} : { requestable }),
    ...(approval === undefined ? {} : { approval }),
    ...(expiration === undefined ? {} : { expiration }),
    ...(extension === undefined ? {} : { extension }),
    ...(review === undefined ? {} : { review }),
  }
}

const expirationOf = (node: ast.Expiration): Expiration | undefined => {
  if (node.kind === 'never') return { expires: 'never' }
  if (node.duration !== undefined) return { expires: 'after', minutes: minutesOf(node.duration) }
  if (node.date?.date === undefined) return undefined
  const { date, time } = node.date
  return { expires: 'on', date: endingAt(node.date), written: time === undefined ? date : `${date} ${time}` }
}
