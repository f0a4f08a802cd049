import { describe, expect, it } from 'vitest'
import { clouds, defaultScope } from '../../src/web/index.ts'

describe('clouds', () => {
  it('has the hosts of learn.microsoft.com/graph/deployments', () => {
    expect(
      Object.fromEntries(Object.entries(clouds).map(([name, { graph, authority }]) => [name, [graph, authority]])),
    ).toEqual({
      global: ['graph.microsoft.com', 'https://login.microsoftonline.com'],
      usgov: ['graph.microsoft.us', 'https://login.microsoftonline.us'],
      'usgov-dod': ['dod-graph.microsoft.us', 'https://login.microsoftonline.us'],
      china: ['microsoftgraph.chinacloudapi.cn', 'https://login.chinacloudapi.cn'],
    })
  })

  it('asks for what was granted', () => {
    expect(defaultScope('china')).toBe('https://microsoftgraph.chinacloudapi.cn/.default')
  })
})
