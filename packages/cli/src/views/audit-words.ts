import { trail } from '@entitle/language'

/** What people call a live object; the tenant itself has no name among its objects. */
export const objectOf = (address: string): string =>
  address === '' || address.startsWith('settings/') ? 'the tenant' : trail(address)
