import { deployment } from '../../src/apply/deployment.ts'
import { runLane } from '../../src/apply/lane.ts'
import { limited } from '../../src/apply/limited.ts'
import type { ApplyEvent } from '../../src/apply/outcome.ts'
import { waiting } from '../../src/apply/waiting.ts'
import type { Plan, Step } from '../../src/plan/plan.ts'
import { manualClock } from './manual-clock.ts'
import { type Reply, scripted } from './scripted-transport.ts'
import { planOf } from './steps.ts'

/** Runs the lanes of some steps against scripted answers. */
export async function runSteps(
  steps: readonly Step[],
  script: readonly Reply[],
  options: { readonly otherwise?: Reply; readonly ids?: Plan['ids']; readonly signal?: AbortSignal } = {},
) {
  const time = manualClock()
  const events: ApplyEvent[] = []
  const tell = (event: ApplyEvent) => void events.push(event)
  const { transport, sent, left } = scripted(script, options.otherwise)
  const { signal } = options
  const waits = waiting(time.clock, tell, signal)
  const under = limited(transport, time.clock)
  const plan = planOf(steps, { ids: options.ids ?? {} })
  const send = (request: Parameters<typeof under.send>[0]) => under.send(request, signal)
  const run = deployment({ plan, send, clock: time.clock, waiting: waits, signal, tell })
  const lanes = [...Map.groupBy(steps, step => step.lane).values()]
  await Promise.all(lanes.map(lane => runLane(run, lane)))
  return {
    outcomes: steps.map(step => run.outcomeOf(step.id)),
    results: steps.map(step => run.outcomeOf(step.id)?.result),
    sent: sent.map(({ method, path }) => `${method} ${path.replace('/identityGovernance/entitlementManagement', '')}`),
    requests: sent,
    unused: left(),
    events,
    ...time,
  }
}
