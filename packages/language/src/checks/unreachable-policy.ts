import type { PackageElement, PolicyElement } from '../resolve/program.ts'
import { sameTerms } from '../resolve/same-terms.ts'
import { takesAll } from '../resolve/takes-all.ts'
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
