import type { Json } from '../model/json.ts'

/** An address that lets whoever has it in, as the triggers of Logic Apps do: https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app */
const key = /^https?:\/\/\S*[?&](sig|code|key|token|access_token|client_secret)=/i

/** Whether a value holds an address with a key in it. */
export const hasSecret = (value: Json | undefined): boolean =>
  typeof value === 'string'
    ? key.test(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(each => hasSecret(each as Json))

/** A value without addresses that have a key in them. */
export function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).filter(each => !isSecret(each)).map(withoutSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (isSecret(each) ? [] : [[name, withoutSecrets(each)]])),
  )
}

const isSecret = (value: Json): boolean => typeof value === 'string' && key.test(value)
