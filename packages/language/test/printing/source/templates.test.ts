import type { Properties } from '@entitle/graph'
import { printTenant } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { accessPackage, catalog, live, open, tenantOf } from './live.ts'

const days = (count: number): Properties => ({ expiration: { type: 'afterDuration', duration: `P${count}D` } })
const reviewed: Properties = {
  reviewSettings: {
    isEnabled: true,
    expirationBehavior: 'removeAccess',
    isSelfReview: true,
    schedule: { recurrence: { pattern: { type: 'weekly', interval: 1 }, range: { type: 'noEnd' } } },
  },
}
const policies = (...all: readonly (readonly [name: string, properties: Properties])[]) =>
  all.map(([name, properties]) =>
    live('assignment-policy', name, { ...open, ...properties, displayName: name }, accessPackage),
  )
const print = (objects: ReturnType<typeof policies>, taken: readonly string[] = []) => {
  const { files } = printTenant(tenantOf(catalog, accessPackage, ...objects), {
    templates: true,
    taken: { templates: taken },
  })
  return Object.fromEntries(files.map(({ path, text }) => [path, text]))
}

describe('templates', () => {
  it('say what three policies share', () => {
    const files = print(policies(['A', days(30)], ['B', days(30)], ['C', days(30)]))
    expect(files['policy-templates.entitle']).toBe(
      'policy template a {\n  requestable by any member\n  approval not required\n  expires after 30 days\n}\n',
    )
    expect(files['partners.entitle']).toContain(
      '    policy a "A" from a\n\n    policy b "B" from a\n\n    policy c "C" from a\n',
    )
  })

  it('leave to a policy what it says alone', () => {
    const files = print(
      policies(
        ['A', { ...reviewed, ...days(1) }],
        ['B', { ...reviewed, ...days(2) }],
        ['C', { ...reviewed, ...days(3) }],
      ),
    )
    expect(files['policy-templates.entitle']).not.toContain('expires')
    expect(files['policy-templates.entitle']).toContain(
      'review weekly {\n    reviewers self\n    if no response remove access\n  }',
    )
    expect(files['partners.entitle']).toContain('policy b "B" from a {\n      expires after 2 days\n    }')
  })

  it('are not made for two policies, nor for a single line', () => {
    expect(print(policies(['A', days(30)], ['B', days(30)]))['policy-templates.entitle']).toBeUndefined()
    const lines = policies(
      ['A', { ...days(30), allowedTargetScope: 'allDirectoryUsers' }],
      [
        'B',
        {
          ...days(30),
          ...{ allowedTargetScope: 'notSpecified', requestorSettings: { enableTargetsToSelfAddAccess: false } },
        },
      ],
      [
        'C',
        {
          ...days(30),
          ...{ allowedTargetScope: 'notSpecified', requestorSettings: { enableTargetsToSelfAddAccess: false } },
        },
      ],
    )
    expect(print(lines)['policy-templates.entitle']).toBeUndefined()
  })

  it('are only made when asked for', () => {
    const objects = policies(['A', days(30)], ['B', days(30)], ['C', days(30)])
    const { files } = printTenant(tenantOf(catalog, accessPackage, ...objects))
    expect(files.map(({ path }) => path)).toEqual(['partners.entitle'])
  })

  it('are several where terms differ, those first that save most; a policy follows one', () => {
    const files = print(
      policies(
        ['A', days(1)],
        ['B', days(1)],
        ['C', days(1)],
        ['X', { ...reviewed, ...days(2) }],
        ['Y', { ...reviewed, ...days(2) }],
        ['Z', { ...reviewed, ...days(2) }],
      ),
    )
    expect(files['policy-templates.entitle']?.match(/policy template \S+/g)).toEqual([
      'policy template x',
      'policy template a',
    ])
    expect(files['partners.entitle']?.match(/from \S+/g)).toEqual([
      'from a',
      'from a',
      'from a',
      'from x',
      'from x',
      'from x',
    ])
  })

  it('are called as most of their policies', () => {
    const packages = ['One', 'Two', 'Three'].map(name => live('access-package', name, { displayName: name }, catalog))
    const objects = packages.map((parent, index) => {
      const name = index === 0 ? 'Initial policy' : 'Staff'
      return live('assignment-policy', name, { ...open, ...days(9), displayName: name }, parent)
    })
    const { files } = printTenant(tenantOf(catalog, ...packages, ...objects), {
      templates: true,
      taken: { templates: ['staff'] },
    })
    expect(files.find(({ path }) => path === 'policy-templates.entitle')?.text).toContain('policy template staff-2 {')
  })
})
