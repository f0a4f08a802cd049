import type { Tenant } from '../tenant.ts'
import type { DocumentRecord, Documents } from './documents.ts'

/** A whole tenant as JSON: what `export` gives and `import` takes. */
export interface SandboxState {
  readonly version: 1
  readonly tenant: Tenant
  readonly documents: readonly DocumentRecord[]
}

export function exportState(store: Documents, tenant: Tenant): SandboxState {
  return {
    version: 1,
    tenant,
    documents: store.all().filter(record => record.kind !== 'tenant' && record.kind !== 'deviceCode'),
  }
}

/** Replaces everything but the tenant's own name, in one transaction. */
export function importState(store: Documents, state: SandboxState): void {
  if (state.version !== 1)
    throw new TypeError(`The state is of version ${String(state.version)}; this sandbox reads version 1.`)
  const own = store.latest('tenant', 'tenant')
  store.withoutDelay(() =>
    store.transaction(() => {
      store.clear()
      if (own) store.put('tenant', own)
      for (const { kind, body, ...links } of state.documents) store.put(kind, body, links)
    }),
  )
}
