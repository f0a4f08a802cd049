import type { Cloud } from '../model/tenant.ts'

/** Where Graph v1.0 is in each cloud, for references in bodies. https://learn.microsoft.com/graph/deployments */
export const graphRoots: { readonly [cloud in Cloud]: string } = {
  global: 'https://graph.microsoft.com/v1.0',
  usgov: 'https://graph.microsoft.us/v1.0',
  'usgov-dod': 'https://dod-graph.microsoft.us/v1.0',
  china: 'https://microsoftgraph.chinacloudapi.cn/v1.0',
}
