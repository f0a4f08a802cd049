import type { TenantObject } from '@entitle/graph'
import { text } from '../fields.ts'
import { type Said, said } from './said.ts'
import { sentence } from './sentence.ts'
import { isLive, type Surroundings } from './surroundings.ts'
import { lineLiteral, textLiteral } from './text-literal.ts'

/** The display name of an object that has one. */
export const displayNameOf = ({ properties, name }: TenantObject): string => text(properties.displayName) ?? name

/**
 * What every declared object may say of itself: its id where the sources pin it or its name can't tell it from others, former names, a
 * description.
 */
export const identity = (object: TenantObject, { hasNamesake, also }: Surroundings): Said => {
  const namesake = hasNamesake(object)
  const pinned = object.id !== undefined && (!isLive(object) || namesake || displayNameOf(object).trim() === '')
  const description = text(object.properties.description) ?? ''
  const { sentences } = said(
    ...(pinned ? [sentence('id', lineLiteral(object.id ?? ''))] : []),
    ...(object.formerly === undefined || object.formerly.length === 0
      ? []
      : [sentence('formerly', object.formerly.map(lineLiteral).join(', '))]),
    ...(description === '' ? [] : [sentence('description', textLiteral(description))]),
    ...also(object.address),
  )
  const why = `Another one beside it has the same display name, by which the language tells objects apart. Give each its own; ${pinned ? 'its id keeps it the same object' : 'pin each by its id'}.`
  return { sentences, gaps: namesake ? [{ path: 'displayName', why }] : [] }
}
