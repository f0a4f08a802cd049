import type { Properties, TenantObject, Value } from '@entitle/graph'
import type { Unsaid } from './said.ts'

/** Texts with halves of characters, which no file can hold: they are written with a replacement character. */
export const notWellFormed = ({ address, properties }: TenantObject): readonly Unsaid[] =>
  broken(properties, '').map(path => ({
    address,
    path,
    why: 'The text has half a character in it, which no file can hold. It is written as �.',
  }))

const broken = (value: Value | Properties, path: string): readonly string[] => {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    broken(inner as Value, path === '' ? name : `${path}/${name}`),
  )
}
