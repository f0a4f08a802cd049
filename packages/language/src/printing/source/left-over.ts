import { isRef, type Properties, type Value } from '@entitle/graph'
import type { Gap } from './said.ts'

/** Whether a value holds nothing that could be lost: no text, no item, no switch that is on. */
export const saysNothing = (value: Value | undefined): boolean => {
  if (value === undefined || value === null || value === '' || value === false) return true
  if (Array.isArray(value)) return value.length === 0
  if (typeof value !== 'object' || isRef(value)) return false
  return Object.entries(value).every(([name, inner]) => name.includes('@') || saysNothing(inner))
}

/** The properties that nobody has looked at and that say something. `path` is that of the object they belong to. */
export const leftOver = (properties: Properties, looked: readonly string[], path = ''): readonly Gap[] =>
  Object.entries(properties)
    .filter(([name, value]) => !name.includes('@') && !looked.includes(name) && !saysNothing(value))
    .map(([name]) => ({ path: path === '' ? name : `${path}/${name}`, why: noStatement }))

/** Why a setting isn't there at all. */
const noStatement = 'The language has no statement for it. Deploying keeps it as it is in the tenant.'
