import { type Diagnosis, ok } from './diagnosis.ts'

/** What came of asking a host for anything at all, without signing in. */
export type Knock =
  | { readonly host: string; readonly answered: true; readonly at: Date; readonly date?: Date }
  | { readonly host: string; readonly answered: false; readonly why: string }

/** Entra and Graph allow this much between clocks, in milliseconds. */
const allowed = 5 * 60_000

/** Whether each host can be reached, and how far the clock of this machine is from theirs. */
export function reachLines(knocks: readonly Knock[]): readonly Diagnosis[] {
  const answers = knocks.filter(knock => knock.answered)
  return [clockLine(answers), ...knocks.map(networkLine)]
}

function networkLine(knock: Knock): Diagnosis {
  if (knock.answered) return ok('network', `${knock.host} answers`)
  return {
    topic: 'network',
    state: 'problem',
    says: knock.why.replace(/\.$/, ''),
    because: 'nothing works without it',
    remedy:
      'Check the network; behind a proxy, set HTTPS_PROXY, and NODE_EXTRA_CA_CERTS where it has a certificate of its own.',
  }
}

function clockLine(answers: readonly (Knock & { readonly answered: true })[]): Diagnosis {
  const told = answers.find(({ date }) => date !== undefined)
  if (told?.date === undefined)
    return {
      topic: 'clock',
      state: 'not-determined',
      says: 'Whether the clock of this machine is right is not known',
      because: answers.length === 0 ? 'no host answered' : 'no answer said what time it is',
    }
  const skew = told.at.getTime() - told.date.getTime()
  const seconds = Math.round(Math.abs(skew) / 1000)
  const apart = `${seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} minutes`} ${skew < 0 ? 'behind' : 'ahead of'} ${told.host}`
  if (Math.abs(skew) <= allowed)
    return ok(
      'clock',
      seconds < 2 ? `The clock of this machine agrees with ${told.host}` : `The clock of this machine is ${apart}`,
    )
  return {
    topic: 'clock',
    state: 'problem',
    says: `The clock of this machine is ${apart}`,
    because: 'tokens are taken for expired, or for not valid yet',
    remedy: 'Set the clock.',
  }
}
