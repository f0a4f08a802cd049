/** Which organisation the sandbox pretends to be. */
export interface Tenant {
  /** The tenant's GUID. */
  readonly id: string
  readonly displayName: string
  /** The default verified domain, such as `contoso.com`. */
  readonly domain: string
}

export const contoso: Tenant = {
  id: '5e8d3f1c-0b7a-4c52-9d64-2f1a7c9be830',
  displayName: 'Contoso',
  domain: 'contoso.com',
}
