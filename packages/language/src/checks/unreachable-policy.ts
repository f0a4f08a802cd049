import type { PackageElement, PolicyElement, Requestable, Terms } from '../resolve/program.ts'
import { type Check, findingAt } from './check.ts'
import { packagesOf } from './names.ts'

/** Policies whose requestors another policy of the package takes already, on the same terms. */
export const unreachablePolicy: Check = ({ program }) => packagesOf(program).flatMap(unreachableIn)

const unreachableIn = ({ policies }: PackageElement) =>
  policies.flatMap((policy, index) => {
    const wider = policies.find((other, at) => other !== policy && covers(other, policy, at < index))
    return wider === undefined
      ? []
      : [
          findingAt(
            'unreachable-policy',
            'hint',
            policy.nameRange,
            `Everybody who may request under policy ${policy.name} may do so under policy ${wider.name}, on the same terms. Leave one of them out.`,
            {
              tags: ['unnecessary'],
              related: [
                { place: { kind: 'source', range: wider.nameRange }, message: 'This policy takes them already.' },
              ],
            },
          ),
        ]
  })

const covers = (wide: PolicyElement, narrow: PolicyElement, isBefore: boolean): boolean => {
  const [a, b] = [wide.terms.requestable?.value, narrow.terms.requestable?.value]
  if (a === undefined || b === undefined || wide.terms.automatic !== undefined || narrow.terms.automatic !== undefined)
    return false
  if (!takesAll(a, b) || (takesAll(b, a) && !isBefore)) return false
  return sameTerms(wide.terms, narrow.terms)
}

/** Whether everybody of `b` is among `a`. */
const takesAll = (a: Requestable, b: Requestable): boolean => {
  if (a.who === 'objects' && b.who === 'objects')
    return b.objects.every(({ object }) => a.objects.some(other => other.object === object))
  if (a.who === 'apps' && b.who === 'apps')
    return b.objects.every(({ object }) => a.objects.some(other => other.object === object))
  if (a.who === 'users from' && b.who === 'users from')
    return b.organizations.every(({ organization }) =>
      a.organizations.some(other => other.organization === organization),
    )
  if (a.who === b.who) return a.who !== 'no one'
  switch (a.who) {
    case 'any user':
      return b.who === 'any member' || b.who === 'objects'
    case 'any connected organization':
      return b.who === 'users from' && b.organizations.every(({ organization }) => organization.state === 'configured')
    case 'any external user':
      return b.who === 'users from' || b.who === 'any connected organization'
    case 'any service principal':
      return b.who === 'apps'
    default:
      return false
  }
}

const sameTerms = (a: Terms, b: Terms): boolean =>
  JSON.stringify(saidIn(a), meaning) === JSON.stringify(saidIn(b), meaning)

/** Everything but who may request. */
const saidIn = (terms: Terms) => [
  terms.approval?.value ?? { required: false },
  terms.expiration?.value,
  terms.extension?.value ?? { allowed: false, approval: false },
  terms.review?.value,
  terms.onBehalf?.value,
  terms.chooseDates?.value,
  terms.notificationsOff?.value,
  terms.questions?.value,
  terms.calls?.value.map(({ event, workflow }) => [event, workflow.catalog.name, workflow.name]),
]

/** Leaves out where things are written. */
const meaning = (key: string, value: unknown): unknown =>
  key === 'node' || key === 'written' || /range$/i.test(key) ? undefined : value
