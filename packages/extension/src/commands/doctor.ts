import { type Diagnosis, neededPermissions, type Tenant } from '@entitle/graph'
import { ProgressLocation, window } from 'vscode'
import { showFailure, showResult } from '../dialogue/messages.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import { doctorSummary } from '../doctor/doctor-text.ts'
import { type LookAgain, lookAgain } from '../doctor/remedies.ts'
import type { Entitle } from '../entitle.ts'
import { NotSignedIn } from '../tenant/not-signed-in.ts'
import { enterTenant } from '../tenant/open-tenant.ts'
import { pickAnyTenant } from '../tenant/pick-any-tenant.ts'

/** What was found, for whoever runs the command from code. */
export interface DoctorFacts {
  readonly problems: number
  readonly summary: string
}

/** *Entitle: Check Sign-In and Permissions*: whether planning and deploying will work, and what is in the way. Changes nothing. */
export const doctor = async (entitle: Entitle, again?: unknown): Promise<DoctorFacts> => {
  const look = isLook(again)
    ? again
    : ({ meant: await pickAnyTenant(entitle), access: 'read', anotherAccount: false } as const)
  const { title } = look.meant.target
  const diagnoses = await window.withProgress(
    { location: ProgressLocation.Notification, title: `Checking ${title}`, cancellable: true },
    async (progress, cancellation) => {
      const abort = new AbortController()
      cancellation.onCancellationRequested(() => abort.abort(new Cancelled()))
      const found = await examined(entitle, look, abort.signal, message => progress.report({ message })).catch(
        (error: unknown) => {
          throw abort.signal.aborted ? new Cancelled() : error
        },
      )
      if (abort.signal.aborted) throw new Cancelled()
      return found
    },
  )
  const { trail } = await entitle.engine()
  await entitle.doctors.show({ title, diagnoses, nameOf: trail }, look)
  const problems = diagnoses.filter(({ state }) => state === 'problem').length
  const summary = doctorSummary(diagnoses)
  const told = `Check of ${title}: ${summary}. Nothing was changed.`
  const { title: button, ...action } = lookAgain(look)
  void (problems === 0 ? showResult(told) : showFailure(told, { [button]: action }))
  return { problems, summary }
}

const isLook = (value: unknown): value is LookAgain =>
  typeof value === 'object' && value !== null && 'meant' in value && 'access' in value && 'anotherAccount' in value

const examined = async (
  entitle: Entitle,
  { meant: { target, identity }, access, anotherAccount }: LookAgain,
  signal: AbortSignal,
  say: (what: string) => void,
): Promise<readonly Diagnosis[]> => {
  const engine = await entitle.engine()
  const isSandbox = target.kind === 'sandbox'
  // Asked for at once, so that a sign-in that never ends doesn't keep it from being known.
  const knocking = isSandbox ? undefined : engine.knockAt(identity, signal)
  // Whoever stops it has that told already.
  knocking?.catch(() => {})
  const reached = async () => (knocking === undefined ? [] : engine.reachLines(await knocking))
  const declared = await declaredIn(entitle, target.tenant)
  const desired = declared ?? { objects: [] }
  if (!isSandbox) say('signing in')
  try {
    const opened = await enterTenant(entitle, {
      target,
      identity,
      desired,
      access,
      anotherAccount,
      // Who may deploy already is not asked to sign in anew with less.
      rather: neededPermissions(desired.objects, 'write'),
      onWait: ms => say(`waiting ${Math.ceil(ms / 1000)} s, as Graph asks for`),
    })
    say('asking what the account may do')
    const found = await engine.diagnose({
      ...opened,
      ...(isSandbox ? {} : { way: 'VS Code' }),
      identity: isSandbox ? undefined : identity,
      ...(declared === undefined ? {} : { desired: declared }),
      signal,
    })
    return [...found, ...(await reached())]
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [notSignedIn(error), ...(await reached())]
  }
}

/** What the workspace declares; undefined where it declares nothing. */
const declaredIn = async ({ language }: Entitle, name: string | undefined): Promise<Tenant | undefined> => {
  const { tenant } = await language.desired(name)
  return tenant.objects.length === 0 ? undefined : tenant
}

/** A sign-in that fails is what one wants to know. */
const notSignedIn = (error: Refusal): Diagnosis => {
  const says = error.message.replace(/\.?\s*Nothing was changed\.$/, '').replace(/\.$/, '')
  const link = error instanceof NotSignedIn ? error.link : undefined
  return {
    topic: 'sign-in',
    state: 'problem',
    says,
    ...(link === undefined ? {} : { remedy: `Have an administrator of the tenant agree at ${link}`, link }),
  }
}
