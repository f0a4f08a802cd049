import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Import, importsOf } from './imports.ts'
import { type Layer, layers } from './layers.ts'

const imports = importsOf(path.resolve(import.meta.dirname, '../../packages'))

const within = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`)
const layerOf = (file: string): Layer | undefined =>
  layers.filter(layer => within(file, layer.at)).sort((a, b) => b.at.length - a.at.length)[0]

const allowed = (layer: Layer, { file, target }: Import): boolean => {
  if (within(target, layer.at)) return true
  const own = file.split('/')[0] ?? ''
  if (layer.sees.includes(`*${own}`) && target.startsWith(`${own}/`)) return true
  return layer.sees.some(
    seen =>
      within(target, seen) || (seen.startsWith('@entitle/') && (target === seen || target.startsWith(`${seen}/`))),
  )
}

describe('the table of allowed imports', () => {
  it('has a layer for every source file', () => {
    const homeless = [...new Set(imports.map(i => i.file))].filter(file => layerOf(file) === undefined)
    expect(homeless).toEqual([])
  })

  it('is kept: no import goes upward', () => {
    const wrong = imports.flatMap(found => {
      const ours =
        /^(graph|language|sandbox|cli|extension)\//.test(found.target) || found.target.startsWith('@entitle/')
      const layer = layerOf(found.file)
      if (!ours || layer === undefined || allowed(layer, found)) return []
      return [
        `packages/${found.file}:${found.line} imports ${found.target}, but ${layer.at} sees only [${layer.sees.join(', ')}]: ${layer.because}`,
      ]
    })
    expect(wrong).toEqual([])
  })

  it('lets nobody import the command line or the extension', () => {
    const wrong = imports
      .filter(found => /^(@entitle\/cli|entitle$)/.test(found.target))
      .map(found => `${found.file}:${found.line}`)
    expect(wrong).toEqual([])
  })

  it('keeps Langium out of everything below and beside the language', () => {
    const wrong = imports
      .filter(
        found =>
          /^(langium|vscode-languageserver)/.test(found.target) &&
          !found.file.startsWith('language/') &&
          !found.file.startsWith('extension/'),
      )
      .map(found => `${found.file}:${found.line} imports ${found.target}`)
    expect(wrong).toEqual([])
  })

  it('keeps Langium out of rules and lowering', () => {
    const wrong = imports
      .filter(
        found =>
          /^(langium|vscode-languageserver)/.test(found.target) &&
          /^language\/src\/(rules|lower|printing)\//.test(found.file),
      )
      .map(found => `${found.file}:${found.line} imports ${found.target}`)
    expect(wrong).toEqual([])
  })
})
