import { afterEach, describe, expect, it } from 'vitest'
import { type DrawAnswer, type DrawableAnswer, requests } from '../../src/server/requests.ts'
import { openWire, type Wire } from './wire.ts'

const source = `group desk "Desk"
catalog shop "Shop" {
  resources desk
  package kit "Kit" {
    grants "Member" of desk
    policy staff "Staff" { requestable by any member }
  }
  package bare "Bare"
}
`
let wire: Wire
afterEach(() => wire.close())

describe('pictures', () => {
  it('are drawn of what is declared, as SVG and as Mermaid text', async () => {
    wire = await openWire({ 'a.entitle': source })
    const life = { drawn: { what: 'lifecycle', package: 'kit' } }
    const drawn = await wire.client.sendRequest<DrawAnswer>(requests.draw, life)
    if (!('svg' in drawn)) throw new Error(drawn.says)
    expect(drawn.title).toBe('Lifecycle of Kit, in Shop')
    expect(drawn.svg).toContain(`data-uri="${wire.uri('a.entitle')}"`)
    expect(drawn.mermaid).toMatch(/^flowchart TD\n/)
    const map = await wire.client.sendRequest<DrawAnswer>(requests.draw, { drawn: { what: 'map' } })
    expect(map).toMatchObject({ title: 'Access map', mermaid: expect.stringContaining('flowchart LR') })
  })

  it('follow what is typed, not what is on disk', async () => {
    wire = await openWire({ 'a.entitle': source })
    await wire.open('a.entitle', source.replace('"Kit"', '"Tool kit"'))
    const life = { drawn: { what: 'lifecycle', package: 'kit' } }
    expect(await wire.client.sendRequest(requests.draw, life)).toMatchObject({
      title: 'Lifecycle of Tool kit, in Shop',
    })
  })

  it('say why there are none, and what could be meant', async () => {
    wire = await openWire({ 'a.entitle': source })
    const life = { drawn: { what: 'lifecycle', package: 'kid' } }
    expect(await wire.client.sendRequest(requests.draw, life)).toEqual({
      says: 'No package is called kid.',
      near: ['kit', 'bare'],
    })
  })

  it('can be of packages with a policy, first of the one around the cursor', async () => {
    wire = await openWire({ 'a.entitle': source })
    const at = { uri: wire.uri('a.entitle'), line: 5 }
    expect(await wire.client.sendRequest<DrawableAnswer>(requests.drawable, { at })).toEqual({
      names: ['kit'],
      here: 'kit',
    })
    expect(await wire.client.sendRequest<DrawableAnswer>(requests.drawable, {})).toEqual({ names: ['kit'] })
  })
})
