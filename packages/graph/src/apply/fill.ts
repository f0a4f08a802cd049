import type { Json } from '../model/json.ts'
import type { Placeholder } from '../plan/plan.ts'
import type { HttpRequest } from '../ports/ports.ts'

/** What stands for a placeholder: a text, or `undefined` where the property that holds it is left out. */
export type Filler = (placeholder: Placeholder) => string | undefined

type Placeholders = { readonly [name: string]: Placeholder } | undefined

/** A placeholder that can't be filled; the message says why. */
export class Unfilled extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string) {
    super(message)
    this.remedy = remedy
  }
}

interface Slot {
  readonly $placeholder: string
}
const isSlot = (value: Json): value is Json & Slot =>
  typeof value === 'object' && value !== null && '$placeholder' in value && typeof value.$placeholder === 'string'

/** `{name}` in a path for every name of `placeholders`, percent-encoded. */
export function fillPath(path: string, placeholders: Placeholders, filler: Filler): string {
  return Object.entries(placeholders ?? {}).reduce((text, [name, placeholder]) => {
    if (!text.includes(`{${name}}`)) return text
    const value = filler(placeholder)
    if (value === undefined) throw new Unfilled(`The address of the request lacks ${name}`, 'Make the plan again.')
    return text.replaceAll(`{${name}}`, encodeURIComponent(value))
  }, path)
}

/** `{"$placeholder": name}` anywhere in a body; a property whose placeholder stands for nothing is left out. */
export function fillBody(body: Json, placeholders: Placeholders, filler: Filler): Json | undefined {
  if (isSlot(body)) {
    const placeholder = placeholders?.[body.$placeholder]
    if (placeholder === undefined)
      throw new Unfilled(`The plan does not say what ${body.$placeholder} is`, 'Make the plan again.')
    return filler(placeholder)
  }
  if (Array.isArray(body)) return body.map(item => fillBody(item, placeholders, filler) ?? null)
  if (typeof body !== 'object' || body === null) return body
  const entries = Object.entries(body).flatMap(([key, value]) => {
    const filled = fillBody(value, placeholders, filler)
    return filled === undefined ? [] : [[key, filled] as const]
  })
  return Object.fromEntries(entries)
}

interface Template {
  readonly method: HttpRequest['method']
  readonly path: string
  readonly body?: Json
  readonly placeholders?: Placeholders
}

/** The request with every placeholder filled. @throws {Unfilled} */
export function fill({ method, path, body, placeholders }: Template, filler: Filler): HttpRequest {
  const filled = body === undefined ? undefined : fillBody(body, placeholders, filler)
  return { method, path: fillPath(path, placeholders, filler), ...(filled === undefined ? {} : { body: filled }) }
}
