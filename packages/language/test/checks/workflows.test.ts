import { describe, expect, it } from 'vitest'
import { findingsOf, fixed, says } from './spoken.ts'

const guid = '8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11'
const logicApp = `logic app "a" resource group "g" subscription "${guid}"`
const catalog = (statements: string, workflow = `${logicApp} on request`) =>
  `catalog c "C" { workflow w "W" { ${workflow} } package p "P" { policy q "Q" { ${statements} } } }`
const created = 'on request created call w'

describe('workflows', () => {
  says('workflow-without-trigger', [[catalog(created)], [catalog(created, logicApp), 'error: w']])
  says('workflow-without-logic-app', [
    [catalog(created)],
    [catalog(created, 'on request'), 'error: w'],
    [catalog(created, '').replace('{  }', '{ }'), 'error: w'],
  ])
  says('malformed-value', [
    [catalog(created)],
    [catalog(created, 'logic app "a" resource group "g" subscription "prod" on request'), 'error: "prod"'],
  ])
  says('logic-app-id-length', [
    [catalog(created, `logic app "${'a'.repeat(27)}" resource group "g" subscription "${guid}" on request`)],
    [
      catalog(created, `logic app "${'a'.repeat(60)}" resource group "g" subscription "${guid}" on request`),
      `error: logic app "${'a'.repeat(60)}" resource group "g" subscription "${guid}"`,
    ],
  ])
  says('unused-declaration', [[catalog(created)], [catalog('requestable by no one'), 'hint: workflow w "W"']])
  says('duplicate-display-name', [
    ['catalog c "C" { workflow v "W" { on request } workflow w " w" { on request } }', 'error: "W"', 'error: " w"'],
    ['catalog c "C" { workflow w "W" { on request } }\ncatalog d "D" { workflow w "W" { on request } }'],
  ])
})

describe('calls of workflows', () => {
  says('call-days', [
    [catalog('on 14 days before expiry call w on 1 day before expiry call w', `${logicApp} on assignment`)],
    [catalog('on 10 days before expiry call w'), 'error: 10'],
    ['catalog c "C" { package p "P" { policy q "Q" { on 0 days before expiry call w } } }', 'error: 0'],
  ])
  says('workflow-trigger', [
    [
      catalog(
        'on request created call w on request approved call w on assignment granted call w on assignment removed call w',
      ),
    ],
    [catalog('on 1 day before expiry call w'), 'error: on 1 day before expiry call w'],
    [catalog(created, `${logicApp} on assignment`), 'error: on request created call w'],
    [catalog('on assignment removed call w', `${logicApp} on assignment`), 'error: on assignment removed call w'],
    [catalog(created, logicApp)],
  ])
  says('repeated-call', [
    [catalog(`${created} ${created}`), 'warning: on request created call w'],
    [catalog(`${created} on request approved call w`)],
  ])
  says('call-in-template', [['policy template t { on request created call w }', 'error: w'], [catalog(created)]])

  it('of a template are not called unknown too', async () => {
    expect(await findingsOf('policy template t { on request created call w }', 'unknown-name')).toEqual([])
  })

  it('are mended', async () => {
    expect(await fixed(catalog('on 10 days before expiry call w'), 'call-days')).toContain('on 14 days before expiry')
    expect(await fixed(catalog('on 7 days before expiry call w'), 'call-days')).toContain('on 1 days before expiry')
    expect(await fixed(catalog('on 1 day before expiry call w'), 'workflow-trigger')).toContain(
      `${logicApp} on assignment }`,
    )
    expect(await fixed(catalog(created, logicApp), 'workflow-without-trigger')).toContain(`${logicApp} on request }`)
  })
})
