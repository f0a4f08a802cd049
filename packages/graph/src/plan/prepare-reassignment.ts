import type { Matching } from '../match/matching.ts'
import type { Finding } from '../model/finding.ts'
import type { Address, Tenant, TenantObject } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { admissionFacts } from '../read/admission-facts.ts'
import { type Held, heldAssignments } from '../read/assignments.ts'
import { batching } from '../read/batching.ts'
import { begunMoves } from '../read/begun-moves.ts'
import { source } from '../read/source.ts'
import { isAutomatic, packageOf, personIn } from './moves.ts'
import { cannotReceive } from './plan-findings.ts'
import { type PolicyName, policyNamed } from './policy-named.ts'
import type { Reassignment } from './reassignment.ts'

interface Given {
  /** Who holds what is deleted. */
  readonly held: Held
  readonly desired: Tenant
  readonly live: Tenant
  readonly matching: Matching
}

/** Finds the policy that people are moved to, and reads what tells who can be: who has its package, and whom it admits. */
export async function reassignment(
  transport: HttpTransport,
  { held, desired, live, matching }: Given,
  { now, ...name }: PolicyName & { readonly now: string },
  signal?: AbortSignal,
): Promise<{ readonly reassign?: Reassignment; readonly findings: readonly Finding[] }> {
  const lives = new Set(matching.pairs.map(pair => pair.live.address))
  const named = policyNamed(name, desired, live, lives)
  if ('finding' in named) return { findings: [named.finding] }
  const policy =
    [...matching.pairs.map(pair => pair.desired), ...matching.missing].find(
      each => each.address === named.policy.address,
    ) ?? named.policy
  const leaving = matching.unmanaged.find(({ address }) => `${policy.address}/`.startsWith(`${address}/`))
  if (leaving !== undefined) return { findings: [cannotReceive(policy, 'leaving')] }
  const there = matching.pairs.find(pair => pair.desired.address === policy.address)?.live ?? policy
  if (isAutomatic({ objects: [policy, there] }, policy.address))
    return { findings: [cannotReceive(policy, 'automatic')] }

  const home =
    matching.addresses.get(policy.parent ?? '') ??
    live.objects.find(({ address }) => address === policy.parent)?.address
  const accessPackage = live.objects.find(({ address }) => address === home)
  const from = source(batching(transport), signal)
  const people = [...new Set([...held.values()].flat().flatMap(each => personIn(each) ?? []))].sort()
  const leavingPolicies = matching.unmanaged.filter(
    ({ kind, parent }) => kind === 'assignment-policy' && parent === home,
  )
  const [holders, begun] = await Promise.all([
    accessPackage === undefined ? undefined : heldAssignments(transport, [accessPackage], live.objects, signal),
    accessPackage === undefined ? undefined : begunMoves(from, accessPackage, leavingPolicies),
  ])
  const whole = { ...policy, properties: { ...there.properties, ...policy.properties } }
  const { facts, findings } = await admissionFacts(from, whole, people)
  return {
    reassign: {
      policy: whole,
      ...(home === undefined ? {} : { home }),
      holders: new Map([
        ...[...(holders?.held.values() ?? [])].flat().flatMap(holderOf),
        ...declaredHolders(desired, policy.parent),
      ]),
      begun: begun?.begun ?? [],
      facts,
      now,
    },
    findings: [...findings, ...(holders?.findings ?? []), ...(begun?.findings ?? [])],
  }
}

const holderOf = (assignment: TenantObject): readonly (readonly [string, Address])[] => {
  const person = personIn(assignment)
  return person === undefined ? [] : [[person, assignment.address]]
}

/** Who is declared to have a package. */
const declaredHolders = ({ objects }: Tenant, accessPackage: Address | undefined) =>
  objects.filter(each => each.kind === 'assignment' && packageOf(each) === accessPackage).flatMap(holderOf)
