import { describe, expect, it } from 'vitest'
import { deploymentText } from '../../src/plan/deployment-text.ts'
import { alpine, catalog, step, suppliers } from './make-plan.ts'

const steps = [
  step({ action: 'create', kind: 'catalog', address: catalog }),
  step({ action: 'create', kind: 'access-package', address: alpine }),
  step({ action: 'create', kind: 'assignment-policy', address: suppliers }),
]
const [first, second, third] = steps.map(({ id }) => id)

describe('the text of a deployment', () => {
  it('says of every step what came of it, and why it failed', () => {
    const failure = {
      message: 'Graph refused to create it (403 Forbidden)',
      because: 'you may not',
      remedy: 'Ask an owner.',
      requestId: 'r1',
    }
    const text = deploymentText(
      steps,
      [
        { step: second ?? '', address: alpine, result: 'failed', milliseconds: 1, failure },
        { step: first ?? '', address: catalog, result: 'created', milliseconds: 1 },
        { step: third ?? '', address: suppliers, result: 'not-run', milliseconds: 0 },
      ],
      '1 of 3 steps took effect; the others did not.',
    )
    expect(text.split('\n')).toEqual([
      'Deployment',
      '',
      '1 of 3 steps took effect; the others did not.',
      '',
      '  added           Partner collaboration',
      '  failed          Partner collaboration › Alpine',
      '      Graph refused to create it (403 Forbidden)',
      '      because you may not',
      '      Ask an owner.',
      "      Graph's request r1",
      '  not done        Partner collaboration › Alpine › Suppliers',
      '',
    ])
  })

  it('tells only of the part that was deployed', () => {
    const text = deploymentText(
      steps,
      [{ step: first ?? '', address: catalog, result: 'already', milliseconds: 1 }],
      'Deployed.',
    )
    expect(text).toBe('Deployment\n\nDeployed.\n\n  was so already  Partner collaboration\n')
  })
})
