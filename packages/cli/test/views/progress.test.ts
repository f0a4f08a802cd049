import { describe, expect, it } from 'vitest'
import { progressOn } from '../../src/views/progress.ts'

/** A terminal, or a pipe, with what was written to standard error; nothing may be written to standard output. */
const on = (interactive: boolean, columns = 40) => {
  const written: string[] = []
  const progress = progressOn({
    write: () => {
      throw new Error('Progress is not output.')
    },
    writeError: text => void written.push(text),
    columns,
    colour: false,
    interactive,
    ask: async () => '',
  })
  return { progress, written }
}

const wipe = '\r\u001b[2K'

describe('progress', () => {
  it('is one line of a terminal, which goes away', () => {
    const { progress, written } = on(true)
    progress.show('reading contoso.com')
    progress.show('reading contoso.com, 2 requests')
    progress.clear()
    progress.clear()
    expect(written).toEqual([`${wipe}… reading contoso.com`, `${wipe}… reading contoso.com, 2 requests`, wipe])
  })

  it('never takes a second line', () => {
    const { progress, written } = on(true, 20)
    progress.show('reading a tenant with a long name')
    expect(written).toEqual([`${wipe}… reading a tenant`])
  })

  it('is not in a log, other than what is worth a line of its own', () => {
    const { progress, written } = on(false)
    progress.show('reading contoso.com')
    progress.note('waiting 38 s, as Graph asks for')
    progress.clear()
    expect(written).toEqual(['… waiting 38 s, as Graph asks for\n'])
  })
})
