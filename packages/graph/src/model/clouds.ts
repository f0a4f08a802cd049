import type { Cloud } from './tenant.ts'

export interface CloudEndpoints {
  /** Host of Microsoft Graph. */
  readonly graph: string
  /** Where one signs in. */
  readonly authority: string
  readonly label: string
}

/**
 * The clouds of Microsoft, each with hosts of its own.
 * @see https://learn.microsoft.com/graph/deployments
 */
export const clouds: { readonly [name in Cloud]: CloudEndpoints } = {
  global: { graph: 'graph.microsoft.com', authority: 'https://login.microsoftonline.com', label: 'Microsoft 365' },
  usgov: {
    graph: 'graph.microsoft.us',
    authority: 'https://login.microsoftonline.us',
    label: 'US Government L4 (GCC High)',
  },
  'usgov-dod': {
    graph: 'dod-graph.microsoft.us',
    authority: 'https://login.microsoftonline.us',
    label: 'US Government L5 (DoD)',
  },
  china: {
    graph: 'microsoftgraph.chinacloudapi.cn',
    authority: 'https://login.chinacloudapi.cn',
    label: 'China, operated by 21Vianet',
  },
}

/** Everything that was granted to the application, as one scope. */
export const defaultScope = (cloud: Cloud): string => `https://${clouds[cloud].graph}/.default`
