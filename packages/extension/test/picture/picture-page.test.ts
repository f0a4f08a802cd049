import { describe, expect, it } from 'vitest'
import { picturePage } from '../../src/picture/picture-page.ts'

const picture = { title: 'Map of <b>"A"</b>', svg: '<svg class="entitle" width="10" height="20"></svg>' }

const subject = { drawn: { what: 'map', catalog: '"<b>' } }

describe('the page of a picture', () => {
  it('runs our script alone, and loads nothing', () => {
    const page = picturePage(picture, 'n0nce', subject)
    expect(page).toContain(`default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'nonce-n0nce'`)
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).toContain('<script nonce="n0nce">')
    expect(page).not.toMatch(/https?:\/\//)
  })

  it('has VS Code keep what it is of', () => {
    const [, kept = ''] = /data-subject="([^"]*)"/.exec(picturePage(picture, 'n', subject)) ?? []
    expect(JSON.parse(kept.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))))).toEqual(subject)
  })

  it('has names as text', () => {
    expect(picturePage(picture, 'n', subject)).not.toContain('<b>')
  })
})
