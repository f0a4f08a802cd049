import { describe, expect, it } from 'vitest'
import type { Range } from 'vscode-languageserver'
import { apply, openWorkbench, provided, textOf } from './workbench.ts'

const open = async (text: string) => {
  const bench = await openWorkbench({ 'a.entitle': text })
  const { document, params } = bench.cursor
  const provider = provided(bench.services.lsp.RenameProvider)
  return {
    place: async () => {
      const range = await provider.prepareRename(document, params)
      return range === undefined ? undefined : textOf(document, range as Range)
    },
    to: async (newName: string) => {
      const edit = await provider.rename(document, { ...params, newName })
      return apply(document, edit?.changes?.[document.uri.toString()] ?? [])
    },
  }
}

describe('renaming a display name', () => {
  it('writes the new one and keeps the old one as formerly', async () => {
    const { place, to } = await open('catalog c "Part<|>ners" {\n  unpublished\n}\n')
    expect(await place()).toBe('Partners')
    expect(await to('All partners')).toBe('catalog c "All partners" {\n  unpublished\n  formerly "Partners"\n}\n')
  })

  it('makes the block that formerly needs', async () => {
    const { to } = await open('organization o "<|>O"\n')
    expect(await to('P')).toBe('organization o "P" {\n  formerly "O"\n}\n')
  })

  it('leaves the file alone where the name stays', async () => {
    const { to } = await open('catalog c "<|>C"\n')
    expect(await to('C')).toBe('catalog c "C"\n')
  })

  it('writes signs of the language so that they mean themselves', async () => {
    const { to } = await open('policy p "<|>P" {}'.replace(/^/, 'package a "A" in c {\n  ').concat('\n}\n'))
    expect(await to('A "B" \\ C')).toContain('policy p "A \\"B\\" \\\\ C" { formerly "P" }')
  })

  it('of a directory object is that of its name alone: nothing is renamed in the directory', async () => {
    const { to } = await open('group g "<|>G"\n')
    expect(await to('H')).toBe('group g "H"\n')
  })

  it('is refused for an empty one', async () => {
    const { to } = await open('catalog c "<|>C"\n')
    await expect((async () => to('  '))()).rejects.toThrow('one character at least')
  })

  it('is not offered in other texts', async () => {
    expect(await (await open('catalog c "C" { description "<|>D" }')).place()).toBeUndefined()
    expect(await (await open('ca<|>talog c "C"')).place()).toBeUndefined()
  })

  it('renames the name where that stands', async () => {
    const { place, to } = await open('catalog <|>c "C"\n')
    expect(await place()).toBe('c')
    expect(await to('d')).toBe('catalog d "C"\n')
  })
})
