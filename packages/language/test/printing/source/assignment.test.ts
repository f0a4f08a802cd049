import type { Properties, Value } from '@entitle/graph'
import { describeChanges, printTenant } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { accessPackage, catalog, group, live, policy, tenantOf, user } from './live.ts'

const staff = policy({})
const printed = (properties: Properties) => {
  const one = live('assignment', 'kim@contoso.com', properties, staff)
  const { files, unsaid } = printTenant(tenantOf(catalog, accessPackage, staff, one))
  const text = files.find(({ path }) => path === 'assignments.entitle')?.text.trim()
  return { text, unsaid: unsaid.map(({ path, why }) => `${path}: ${why}`) }
}
const kim = user('kim@contoso.com')
const until = (endDateTime: string): Value => ({ type: 'afterDateTime', endDateTime, duration: null })
const sentence = 'assign user "kim@contoso.com" to partners.alpine using staff'

describe('an assignment in the sources', () => {
  it.each<[string, Properties]>([
    [sentence, { target: kim }],
    [
      sentence,
      { target: kim, schedule: { startDateTime: null, expiration: { type: 'noExpiration' }, recurrence: null } },
    ],
    [sentence, { target: kim, schedule: { expiration: { type: 'afterDuration', duration: 'P180D' } } }],
    [`${sentence} until 2027-01-31`, { target: kim, schedule: { expiration: until('2027-01-31T23:59:59Z') } }],
    [
      `${sentence} from 2027-01-01 until 2027-01-31 18:00`,
      { target: kim, schedule: { startDateTime: '2027-01-01T00:00:00Z', expiration: until('2027-01-31T18:00:00Z') } },
    ],
  ])('%s', (text, properties) => {
    expect(printed(properties)).toEqual({ text, unsaid: [] })
  })

  it('says what it cannot say', () => {
    const exact = { startDateTime: '2027-01-01T08:00:30Z', expiration: until('2027-01-31T18:00:07Z'), recurrence: 'x' }
    expect(printed({ target: kim, schedule: exact })).toEqual({
      text: `${sentence} from 2027-01-01 08:00 until 2027-01-31 18:00`,
      unsaid: [
        expect.stringMatching(/^schedule\/startDateTime: .*to the minute/),
        expect.stringMatching(/^schedule\/expiration: .*to the minute/),
        expect.stringMatching(/^schedule\/recurrence: /),
      ],
    })
    expect(printed({ target: kim, schedule: { expiration: until('soon') } })).toEqual({
      text: sentence,
      unsaid: ['schedule/expiration: soon is no moment that the language knows.'],
    })
    expect(printed({ target: group('Everybody') })).toEqual({
      text: undefined,
      unsaid: [expect.stringContaining('Only users are assigned')],
    })
  })
})

describe('an assignment in a plan', () => {
  const words = (path: string, before?: Value, after?: Value) =>
    describeChanges('assignment', [
      { path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
    ]).map(line => `${line.label}: ${line.before} → ${line.after}`)

  it('is told in the words of the language', () => {
    expect(words('target', undefined, kim)).toEqual(['assigned to: none → kim@contoso.com'])
    expect(
      words('schedule', undefined, {
        startDateTime: '2027-01-01T00:00:00Z',
        expiration: until('2027-01-31T23:59:59Z'),
      }),
    ).toEqual(['access: as the policy has it → from 2027-01-01 until 2027-01-31'])
    expect(words('schedule', undefined, { expiration: { type: 'afterDuration', duration: 'P180D' } })).toEqual([
      'access: as the policy has it → after 180 days',
    ])
    expect(words('schedule', undefined, { expiration: { type: 'noExpiration' } })).toEqual([
      'access: as the policy has it → without an end',
    ])
    expect(words('schedule/startDateTime', '2027-01-01T00:00:00Z', '2027-02-01T08:30:00Z')).toEqual([
      'starts: 2027-01-01 → 2027-02-01 08:30',
    ])
    expect(words('schedule/expiration', { type: 'noExpiration' }, until('2027-01-31T23:59:59Z'))).toEqual([
      'ends: never → 2027-01-31',
    ])
  })
})
