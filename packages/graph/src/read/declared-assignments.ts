import { assignmentsOf, assignment as kind } from '../kinds/assignment.ts'
import { fold, foldId } from '../kinds/fold.ts'
import { normaliseFields } from '../kinds/normalise.ts'
import type { JsonObject } from '../model/json.ts'
import type { AssignmentScope } from '../model/scope.ts'
import { type Draft, found, missed, nothingRead, type Reading, readings } from './draft.ts'
import { notReadable } from './not-readable.ts'
import { pick } from './pick.ts'
import { isObject, type Source, textOf } from './source.ts'

/** The assignments of a package that some people have and that have not ended; nobody else's are asked for. */
export async function declaredAssignments(
  from: Source,
  accessPackage: { readonly id: string; readonly name: string },
  scopes: readonly AssignmentScope[],
): Promise<Reading> {
  const targets = scopes.filter(({ package: of }) => isMeant(of, accessPackage)).flatMap(scope => scope.targets)
  const people = [...new Set(targets.map(foldId))].sort()
  return people.length === 0
    ? nothingRead
    : readings(await Promise.all(people.map(each => ofPerson(from, accessPackage, each))))
}

const isMeant = ({ names, id }: AssignmentScope['package'], { id: found, name }: { id: string; name: string }) =>
  (id !== undefined && foldId(id) === foldId(found)) || names.some(each => fold(each) === fold(name))

/** https://learn.microsoft.com/graph/api/entitlementmanagement-list-assignments lists those that have ended, too. */
async function ofPerson(from: Source, { id, name }: { id: string; name: string }, target: string): Promise<Reading> {
  const list = await from.many(assignmentsOf(encodeURIComponent(id), encodeURIComponent(target)))
  if ('failure' in list)
    return missed({ kind: 'assignment' }, notReadable(`Who has access through ${name}`, list.failure))
  const lasting = list.items.filter(({ state }) => textOf(state).toLowerCase() !== 'expired')
  return found(lasting.flatMap(draft))
}

/** An assignment without how far it has come, which changes by itself. */
const draft = ({ id, target, assignmentPolicy, schedule = null }: JsonObject): Draft[] => {
  if (!isObject(target) || !isObject(assignmentPolicy)) return []
  const person = textOf(target.objectId)
  const raw: JsonObject = { id: id ?? null, target: person, schedule }
  const properties = pick(normaliseFields(kind.fields, raw), kind.fields)
  return [{ kind: 'assignment', id: textOf(id), parent: textOf(assignmentPolicy.id), properties, raw }]
}
