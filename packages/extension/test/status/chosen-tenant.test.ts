import { describe, expect, it } from 'vitest'
import { chosenTenant } from '../../src/status/chosen-tenant.ts'

const contoso = { name: 'contoso', displayName: 'Contoso', domain: 'contoso.com' }
const test = { name: 'contoso-test', displayName: '' }

describe('the tenant in the status bar', () => {
  it.each([
    [{ tenants: [], chosen: '', sandboxRunning: false }, 'No tenant'],
    [{ tenants: [contoso], chosen: '', sandboxRunning: false }, 'Tenant to be asked'],
    [{ tenants: [contoso], chosen: 'contoso', sandboxRunning: false }, 'Contoso'],
    [{ tenants: [contoso, test], chosen: 'contoso-test', sandboxRunning: false }, 'contoso-test'],
    [{ tenants: [contoso], chosen: 'gone', sandboxRunning: false }, 'No such tenant'],
    [{ tenants: [contoso], chosen: '', sandboxRunning: true }, 'Sandbox tenant'],
    [{ tenants: [], chosen: '', sandboxRunning: true }, 'Sandbox tenant'],
    [{ tenants: [contoso, test], chosen: '', sandboxRunning: true }, 'Tenant to be asked'],
  ])('for %j is %s', (situation, text) => {
    expect(chosenTenant(situation).text).toBe(text)
  })

  it('tells what there is to know of it', () => {
    const detail = (chosen: string, sandboxRunning = false) =>
      chosenTenant({ tenants: [contoso, test], chosen, sandboxRunning }).detail
    expect(detail('contoso')).toBe('contoso.com')
    expect(detail('contoso-test')).toBe('tenant contoso-test')
    expect(detail('')).toBe('declared: contoso, contoso-test')
    expect(detail('gone')).toBe('the workspace declares no gone')
    expect(detail('contoso', true)).toBe('as contoso')
  })
})
