import type { Doc } from '../json.ts'
import type { Links } from '../store/documents.ts'
import type { World } from '../world.ts'

/** Where the reviews of a series are kept, and what is decided in them. */
export const instances = 'accessReviewInstance'
export const decisions = 'accessReviewDecision'

export function keepInstance({ store }: World, doc: Doc, links: Links): void {
  store.put(instances, doc, links)
}

export const decisionsOf = ({ store }: World, instanceId: string): Doc[] =>
  store.listLatest(decisions, { parent: instanceId }).map(row => row.doc)

/** Takes the reviews of a series away with everything that was decided. */
export function forgetInstances({ store }: World, definitionId: string): void {
  for (const { doc } of store.listLatest(instances, { parent: definitionId })) {
    for (const item of store.listLatest(decisions, { parent: doc.id })) store.remove(decisions, item.doc.id)
    store.remove(instances, doc.id)
  }
}
