import { describe, expect, it } from 'vitest'
import { asking } from './harness.ts'

const { speaking, silent } = asking('unrequestable-package')

const inCatalog = (...lines: string[]) =>
  ['catalog c "C" {', '  owners governance', ...lines.map(line => `  ${line}`), '}', ''].join('\n')
const hidden = (...policies: string[]) =>
  inCatalog(
    `package p "P" { hidden ${policies.map((who, index) => `policy p${index} "P ${index}" { ${who} }`).join(' ')} }`,
  )

describe('unrequestable-package speaks', () => {
  it('of a package with no policy', async () => {
    const [finding] = await speaking(inCatalog('package «p» "P"'))
    expect(finding.message).toBe(
      'Package "P" has no policy, so nobody can request it or be assigned to it. Add a policy.',
    )
    expect(finding.severity).toBe('info')
  })

  it('of a package outside the block of its catalog', async () => {
    await speaking(`${inCatalog()}\npackage «p» "P" in c { hidden }\n`)
  })

  it('of a hidden package that any member may request', async () => {
    const source = hidden('requestable by any member', 'requestable by alpine').replace('hidden', '«hidden»')
    const [finding] = await speaking(source)
    expect(finding.message).toBe(
      'Package "P" is hidden, though any member may request it: who hasn\'t got its link doesn\'t find it. Take out `hidden`, or let only those request who get the link.',
    )
  })
})

describe('unrequestable-package is silent', () => {
  it('on a package that is shown', async () => {
    await silent(inCatalog('package p "P" { policy a "A" { requestable by any member } }'))
  })

  it('on a hidden package for a few, or for partners', async () => {
    await silent(hidden('requestable by alpine, anna'))
    await silent(hidden('requestable by users from fabrikam'))
    await silent(hidden('requestable by any external user'))
  })

  it('on a hidden package that is assigned, too', async () => {
    await silent(hidden('requestable by no one'))
    await silent(hidden('requestable by any member', 'requestable by no one'))
    await silent(hidden('requestable by any member', 'assigned automatically where "user.department -eq \\"Sales\\""'))
  })

  it('on a package whose only policy says nothing yet', async () => {
    await silent(inCatalog('package p "P" { policy a "A" }'))
  })
})
