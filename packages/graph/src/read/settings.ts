import { em } from '../kinds/em.ts'
import { normaliseFields } from '../kinds/normalise.ts'
import { settings as kind } from '../kinds/settings.ts'
import { found, missed, type Reading } from './draft.ts'
import { notReadable } from './not-readable.ts'
import { pick } from './pick.ts'
import type { Source } from './source.ts'

export async function settings(from: Source): Promise<Reading> {
  const answer = await from.one(`${em}/settings`)
  if ('failure' in answer) return missed({ kind: 'settings' }, notReadable("The tenant's settings", answer.failure))
  const properties = pick(normaliseFields(kind.fields, answer.item), kind.fields)
  return found([{ kind: 'settings', id: 'singleton', properties, raw: answer.item }])
}
