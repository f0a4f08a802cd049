import { afterEach, describe, expect, it } from 'vitest'
import { requests, type ScenariosAnswer } from '../../src/server/requests.ts'
import { openWire, type Wire } from './wire.ts'

const source = `catalog shop "Shop" {
  package kit "Kit" {
    policy staff "Staff" { requestable by any member expires after 30 days }
  }
}
`
const scenario = (expected: string) =>
  `scenario "Staff may ask" {\n  requestor member\n  requests shop.kit\n  expect ${expected}\n}\n`

let wire: Wire
afterEach(() => wire.close())

const ran = () => wire.client.sendRequest<ScenariosAnswer>(requests.scenarios, {})

describe('scenarios', () => {
  it('turn out as the sources say, where they are', async () => {
    wire = await openWire({ 'a.entitle': source, 'b.entitle': scenario('policy staff') + scenario('denied') })
    const uri = wire.uri('b.entitle')
    expect(await ran()).toMatchObject([
      { title: 'Staff may ask', verdict: 'passed', range: { uri, start: { line: 0 } } },
      {
        verdict: 'failed',
        range: { uri, start: { line: 5 } },
        outcomes: [{ range: { start: { line: 8 } }, message: 'They may request: policy staff admits them.' }],
      },
    ])
  })

  it('follow what is typed, not what is on disk', async () => {
    wire = await openWire({ 'a.entitle': source, 'b.entitle': scenario('policy staff') })
    await wire.open('a.entitle', source.replace('any member', 'no one'))
    expect(await ran()).toMatchObject([{ verdict: 'failed' }])
  })

  it('never pass while it is not known what the sources say', async () => {
    wire = await openWire({ 'a.entitle': source, 'b.entitle': scenario('policy stuff') })
    expect(await ran()).toMatchObject([
      {
        verdict: 'undetermined',
        outcomes: [
          {
            message: 'The sources have errors, so it is not known what they say.',
            related: [{ range: { uri: wire.uri('b.entitle'), start: { line: 3 } } }],
          },
        ],
      },
    ])
  })

  it('are none where none is written', async () => {
    wire = await openWire({ 'a.entitle': source })
    expect(await ran()).toEqual([])
  })
})
