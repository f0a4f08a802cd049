import { describe, expect, it } from 'vitest'
import { asking } from './harness.ts'

const { speaking, silent } = asking('unused-resource')

const catalog = (resources: string, ...grants: string[]) =>
  `catalog c "C" {\n  resources ${resources}\n  package p "P" { ${grants.map(grant => `grants ${grant}`).join(' ')} }\n}\n`

describe('unused-resource speaks', () => {
  it('of a resource that no package grants', async () => {
    const [finding] = await speaking(catalog('alpine, «governance»', '"Member" of alpine'))
    expect(finding.message).toBe(
      'Catalog "C" has "Identity Governance desk" among its resources, and none of its packages grants it. Leave it out, or grant it in a package.',
    )
    expect(finding.severity).toBe('info')
  })

  it('of resources of a catalog without packages', async () => {
    await speaking('catalog c "C" {\n  resources «app "Sales"», «site "https://c.sharepoint.com/sites/c"»\n}\n')
  })

  it('of a resource that only a package of another catalog grants', async () => {
    await speaking(
      `${catalog('«alpine»')}catalog d "D" {\n  resources alpine\n  package p "P" { grants "Member" of alpine }\n}\n`,
    )
  })
})

describe('unused-resource is silent', () => {
  it('on resources that are granted', async () => {
    await silent(catalog('alpine, governance', '"Member" of alpine', '"Owner" of governance'))
  })

  it('however they are written', async () => {
    await silent(catalog('group "Project ALPINE", app "Sales"', '"Member" of alpine', '"User" in app "sales"'))
    await silent(catalog('alpine', '"Member" of group "project alpine"'))
  })

  it('where a package outside the block, in another file, grants it', async () => {
    await silent({
      '/a.entitle': 'group alpine "Alpine"\ncatalog c "C" { resources alpine }\n',
      '/b.entitle': 'package p "P" in c { grants "Member" of alpine }\n',
    })
  })

  it('on a catalog without resources', async () => {
    await silent('catalog c "C"\n')
  })
})
