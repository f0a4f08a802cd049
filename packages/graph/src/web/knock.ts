import { noAnswer } from './no-answer.ts'

/** What came of asking a host for anything at all. */
export type Answer =
  | { readonly host: string; readonly answered: true; readonly at: Date; readonly date?: Date }
  | { readonly host: string; readonly answered: false; readonly why: string }

/** Something small to ask of a cloud's Graph, and of where one signs in. */
export const doorsOf = (graph: string, authority: string): readonly string[] => [
  `${graph}/v1.0/me`,
  `${authority}/common/v2.0/.well-known/openid-configuration`,
]

/** Asks an address without signing in: whether its host can be reached, and what time it is there. Any status is an answer. */
export async function knock(address: string, signal?: AbortSignal): Promise<Answer> {
  const { host } = new URL(address)
  const patience = AbortSignal.timeout(15_000)
  try {
    const response = await fetch(address, {
      redirect: 'manual',
      signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
    })
    await response.body?.cancel()
    const at = new Date()
    const date = Date.parse(response.headers.get('date') ?? '')
    return { host, answered: true, at, ...(Number.isNaN(date) ? {} : { date: new Date(date) }) }
  } catch (error) {
    signal?.throwIfAborted()
    return { host, answered: false, why: noAnswer(error, host) }
  }
}
