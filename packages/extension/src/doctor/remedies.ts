import type { Diagnosis, Topic } from '@entitle/graph'
import type { MeantTenant } from '../tenant/pick-any-tenant.ts'

/** How to look at a tenant once more. */
export interface LookAgain {
  readonly meant: MeantTenant
  readonly access: 'read' | 'write'
  readonly anotherAccount: boolean
}

/** Something that a person can do about a finding here. */
export interface Remedy {
  readonly title: string
  readonly command: string
  readonly arguments: readonly unknown[]
}

/** Looks once more at the same tenant, in the same way. */
export const lookAgain = (look: LookAgain): Remedy => ({
  title: 'Check Again',
  command: 'entitle.doctor',
  arguments: [{ ...look, anotherAccount: false }],
})

/** What another account may not meet. */
const ofAccount: ReadonlySet<Topic> = new Set(['sign-in', 'permissions', 'roles', 'resources'])

/** What can be done here about a finding; everything else is told in its words only. */
export const remediesOf = ({ topic, state, link }: Diagnosis, look: LookAgain): readonly Remedy[] => {
  if (state !== 'problem') return []
  const again = (title: string, how: Partial<LookAgain>): Remedy => ({
    title,
    command: 'entitle.doctor',
    arguments: [{ ...look, anotherAccount: false, ...how }],
  })
  const isSandbox = look.meant.target.kind === 'sandbox'
  return [
    ...(link === undefined ? [] : [{ title: 'Open Consent Page', command: 'vscode.open', arguments: [link] }]),
    ...(topic === 'permissions' && look.access === 'read' && !isSandbox
      ? [again('Sign In with What Deploying Takes', { access: 'write' })]
      : []),
    ...(ofAccount.has(topic) && !isSandbox ? [again('Sign In with Another Account', { anotherAccount: true })] : []),
    ...(topic === 'clock' || topic === 'network' ? [lookAgain(look)] : []),
  ]
}
