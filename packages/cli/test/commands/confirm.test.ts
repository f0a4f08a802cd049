import type { Terminal } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { confirm } from '../../src/commands/confirm.ts'
import { mixedPlan } from '../plan-samples.ts'

const terminal = (answer?: string): Terminal & { asked: string[] } => {
  const asked: string[] = []
  return {
    asked,
    write: () => {},
    writeError: () => {},
    columns: 80,
    colour: false,
    interactive: answer !== undefined,
    ask: async question => {
      asked.push(question)
      return answer ?? ''
    },
  }
}

describe('confirming', () => {
  it('asks yes or no for a tenant that is not protected', async () => {
    const asking = terminal('y')
    await confirm(mixedPlan, 'contoso.com', false, { yes: false }, asking)
    expect(asking.asked).toEqual(['Deploy to contoso.com? 1 warning above. [y/N] '])
  })

  it('says how many people lose access', async () => {
    const [step] = mixedPlan.steps
    if (step === undefined) throw new Error('The sample has no steps.')
    const ending = (id: string) => ({
      ...step,
      kind: 'assignment' as const,
      action: 'delete' as const,
      reason: 'ended' as const,
      changes: [{ path: 'target', before: { $ref: 'user' as const, name: id, id } }],
    })
    const asking = terminal('y')
    await confirm(
      { ...mixedPlan, steps: [ending('a'), ending('b'), ending('a')] },
      'x.test',
      false,
      { yes: false },
      asking,
    )
    await confirm({ ...mixedPlan, steps: [ending('a')] }, 'x.test', false, { yes: false }, asking)
    expect(asking.asked).toEqual([
      'Deploy to x.test? 1 warning above. 2 people lose access. [y/N] ',
      'Deploy to x.test? 1 warning above. 1 person loses access. [y/N] ',
    ])
  })

  it.each(['', 'n', 'nope', 'contoso'])('takes %j for no', async answer => {
    await expect(confirm(mixedPlan, 'contoso.com', false, { yes: false }, terminal(answer))).rejects.toThrow(
      'Not confirmed. Nothing was changed.',
    )
  })

  it('wants the name of a protected tenant', async () => {
    const asking = terminal('contoso ')
    await confirm(mixedPlan, 'contoso.com', true, { yes: false }, asking)
    expect(asking.asked[0]).toContain("(protected)? 1 warning above. Type the tenant's name to go on:")
    await expect(confirm(mixedPlan, 'contoso.com', true, { yes: false }, terminal('yes'))).rejects.toThrow(
      'Not confirmed',
    )
  })

  it('is not asked with --yes, but a protected tenant must be named', async () => {
    await confirm(mixedPlan, 'contoso.com', false, { yes: true }, terminal())
    await confirm(mixedPlan, 'contoso.com', true, { yes: true, confirm: 'contoso' }, terminal())
    await expect(confirm(mixedPlan, 'contoso.com', true, { yes: true }, terminal())).rejects.toThrow(
      '--confirm contoso',
    )
    await expect(
      confirm(mixedPlan, 'contoso.com', false, { yes: true, confirm: 'fabrikam' }, terminal()),
    ).rejects.toThrow('--confirm says fabrikam, but this plan is for contoso')
  })

  it('is refused where nobody can be asked', async () => {
    await expect(confirm(mixedPlan, 'contoso.com', false, { yes: false }, terminal())).rejects.toThrow(
      'this is not a terminal',
    )
  })
})
