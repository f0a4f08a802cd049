import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { addressOfPictures, packagedReadme } from '../../scripts/packaged-readme.ts'

const readme = fs.readFileSync(path.resolve(import.meta.dirname, '../../packages/extension/README.md'), 'utf8')
const pictures = (text: string) => [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, file]) => file)

describe('the README in the VSIX', () => {
  it('shows no picture where nobody said from which address', () => {
    const packaged = packagedReadme(readme, undefined)
    expect(pictures(packaged)).toEqual([])
    expect(packaged).not.toMatch(/\n{3}/)
    expect(packaged.match(/^## .*/gm)).toEqual(readme.match(/^## .*/gm))
  })

  it.each(['https://example.com/entitle/0.1.0', 'https://example.com/entitle/0.1.0/'])(
    'shows every picture from %s',
    address => {
      const shown = pictures(packagedReadme(readme, addressOfPictures(address)))
      expect(shown).toHaveLength(3)
      expect(shown).toEqual(pictures(readme).map(file => `https://example.com/entitle/0.1.0/${file}`))
    },
  )

  it('keeps everything else as it is', () => {
    const text = '![](https://example.com/a.png)\n\nSee ![icon](images/icon.png) in a line.\n'
    expect(packagedReadme(text, undefined)).toBe(text)
  })

  it.each([undefined, '', 'images', 'http://example.com', 'file:///images'])('refuses %s as an address', written => {
    expect(() => addressOfPictures(written)).toThrow('--images takes an https address')
  })
})
