import type { Finding } from '@entitle/graph'
import type { PackageElement, Sourced, Terms } from '../resolve/program.ts'
import { blockFix } from './block-fix.ts'
import { type Check, findingAt } from './check.ts'
import { packagesOf } from './names.ts'
import { holderWords, isOwn, type TermsHolder, termsHolders } from './terms-holders.ts'

/**
 * Terms of requests where nobody requests anything, and packages with two automatic policies.
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-auto-assignment-policy
 */
export const automaticAssignment: Check = ({ program }) => [
  ...termsHolders(program).flatMap(requestTerms),
  ...packagesOf(program).flatMap(severalRules),
]

const rule = 'automatic-policy-conflict'

const requestTerms = (holder: TermsHolder): Finding[] => {
  const { automatic } = holder.terms
  if (automatic === undefined) return []
  return sayings(holder.terms).flatMap(({ said, what, instead }) => {
    if (said === undefined || (!isOwn(said) && !isOwn(automatic))) return []
    const own = isOwn(said)
    const from = said.template === undefined ? '' : ` of policy template ${said.template.name}`
    return [
      findingAt(
        rule,
        'error',
        own ? said.range : automatic.range,
        `Access under ${holderWords(holder)} is assigned automatically, so nobody requests it: ${what}${from} would never hold. ${own ? 'Leave it out' : `Write ${instead === undefined ? 'the policy without that template' : `\`${instead}\``}`}, or let people request.`,
        {
          related: [
            own
              ? { place: { kind: 'source', range: automatic.range }, message: 'Access is assigned automatically here.' }
              : { place: { kind: 'source', range: said.range }, message: 'The template says it here.' },
          ],
          ...(own || instead === undefined
            ? {}
            : { fixes: [blockFix(holder.block, instead, `Write \`${instead}\``, false)] }),
        },
      ),
    ]
  })
}

/** What speaks of requests; `instead` takes back what a template says. */
const sayings = (
  terms: Terms,
): readonly { readonly said: Sourced<unknown> | undefined; readonly what: string; readonly instead?: string }[] => {
  const { approval, extension, questions, onBehalf, chooseDates } = terms
  return [
    {
      said: approval?.value.required === true ? approval : undefined,
      what: 'the approval',
      instead: 'approval not required',
    },
    {
      said: extension?.value.allowed === true ? extension : undefined,
      what: 'the extension',
      instead: 'extension denied',
    },
    { said: questions, what: 'the questions' },
    { said: onBehalf, what: '`managers may request for their reports`' },
    { said: chooseDates, what: '`requestor may choose dates`' },
  ]
}

const severalRules = ({ name, policies }: PackageElement): Finding[] => {
  const automatic = policies.flatMap(policy => {
    const said = policy.terms.automatic
    return said === undefined ? [] : [{ policy, range: isOwn(said) ? said.range : policy.nameRange }]
  })
  const [first] = automatic
  return automatic.slice(1).map(({ policy, range }) =>
    findingAt(
      rule,
      'error',
      range,
      `Package ${name} may have one policy that assigns automatically, and ${first?.policy.name} does already. Join the rules of both with \`-or\`, or move ${policy.name} to a package of its own.`,
      {
        related: automatic
          .filter(other => other.policy !== policy)
          .map(other => ({
            place: { kind: 'source', range: other.range },
            message: `${other.policy.name} assigns automatically too.`,
          })),
      },
    ),
  )
}
