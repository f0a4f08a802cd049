import { accessPackages } from '../kinds/access-package.ts'
import { expandedParts, assignmentPolicy as kind, assignmentPolicies as path } from '../kinds/assignment-policy.ts'
import { filter } from '../kinds/em.ts'
import { normaliseFields } from '../kinds/normalise.ts'
import type { JsonObject } from '../model/json.ts'
import { type Draft, found, missed, type Reading } from './draft.ts'
import { expanded } from './expanded.ts'
import { notReadable } from './not-readable.ts'
import { pick, without } from './pick.ts'
import { isObject, type Many, objectsIn, type Source, textOf } from './source.ts'

/** The policies of some packages of a catalog. */
export interface PolicyLists {
  /** Asks for them now, so that they travel with what else is asked for. */
  begin(): void
  of(packages: readonly { id: string; name: string }[], catalog: { id: string; name: string }): Promise<Reading>
}

/**
 * Policies are read for the whole tenant at once. Who has only roles in a catalog may not do that, and reads them through its packages:
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate. So does who reads a few catalogs of many, or so much that the pages of one
 * list, of which each names the next, would be slower than the lists of many catalogs, which travel together (`byCatalog`).
 */
export function policyLists(from: Source, byCatalog = false): PolicyLists {
  let all: Promise<Many> | undefined
  const everywhere = () => {
    all ??= from.many(`${path}?$expand=accessPackage,${expandedParts}&$top=100`)
    return all
  }
  const fromAll = async (catalogId: string): Promise<Many> => {
    const list = await everywhere()
    return 'failure' in list && list.failure.status === 403 ? ((await throughPackages(from, catalogId)) ?? list) : list
  }
  return {
    begin: () => void (byCatalog ? undefined : everywhere().catch(() => undefined)),
    async of(packages, catalog) {
      const inPackages = byCatalog ? await throughPackages(from, catalog.id) : undefined
      const ours = inPackages !== undefined && areWhole(inPackages) ? inPackages : await fromAll(catalog.id)
      if ('failure' in ours)
        return missed(
          { kind: 'assignment-policy' },
          notReadable(`The policies of the catalog ${catalog.name}`, ours.failure),
        )
      const wanted = new Set(packages.map(({ id }) => id))
      return found(ours.items.filter(raw => wanted.has(packageOf(raw))).map(draft))
    },
  }
}

const packageOf = ({ accessPackage }: JsonObject) => (isObject(accessPackage) ? textOf(accessPackage.id) : '')

/** Whether the policies came with all that belongs to them. */
const areWhole = (list: Many): boolean =>
  'items' in list &&
  list.items.every(raw => Array.isArray(raw.questions) && Array.isArray(raw.customExtensionStageSettings))

/** The policies of a catalog, as they come with its packages; undefined where not all of them may have come. */
async function throughPackages(from: Source, catalogId: string): Promise<Many | undefined> {
  const filtered = filter`catalog/id eq '${catalogId}'`
  const list = await from.many(`${accessPackages}?${filtered}&$expand=assignmentPolicies($expand=${expandedParts})`)
  if ('failure' in list) return list
  const policies = list.items.map(accessPackage =>
    expanded(accessPackage, 'assignmentPolicies')?.map(policy => ({
      ...policy,
      accessPackage: { id: textOf(accessPackage.id) },
    })),
  )
  return policies.includes(undefined) ? undefined : { items: policies.flatMap(each => each ?? []) }
}

function draft(raw: JsonObject): Draft {
  const parent = packageOf(raw)
  const whole = {
    ...without(raw, 'catalog'),
    ...(Array.isArray(raw.questions) ? { questions: objectsIn(raw.questions).toSorted(bySequence) } : {}),
    accessPackage: { id: parent },
    customExtensionStageSettings: objectsIn(raw.customExtensionStageSettings).map(stageOf).toSorted(byText),
  }
  return {
    kind: 'assignment-policy',
    id: textOf(raw.id),
    parent,
    properties: pick(normaliseFields(kind.fields, whole), kind.fields),
    raw: whole,
  }
}

/** What belongs to a policy comes in no order that Graph promises; in one order, two readings of the same are the same. */
const bySequence = (a: JsonObject, b: JsonObject) => Number(a.sequence ?? 0) - Number(b.sequence ?? 0)
const byText = (a: JsonObject, b: JsonObject) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

const stageOf = ({ stage, customExtension }: JsonObject): JsonObject => ({
  stage: stage ?? null,
  customExtension: isObject(customExtension)
    ? { '@odata.type': customExtension['@odata.type'] ?? null, id: customExtension.id ?? null }
    : null,
})
