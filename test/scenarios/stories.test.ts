import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { printStory } from './harness/story.ts'
import { tell } from './harness/tell.ts'

// Each story is told from its text; what its commands print now must be what stands there.
// UPDATE_STORIES=1 writes what they print now into the stories: look at the difference before you keep it.

const folder = path.join(import.meta.dirname, 'stories')
const stories = fs.readdirSync(folder).filter(file => file.endsWith('.story'))

describe('the stories', () => {
  it.each(stories)('%s', async file => {
    const at = path.join(folder, file)
    const text = fs.readFileSync(at, 'utf8')
    const { parts, actual } = await tell(text)
    const now = printStory(parts, actual)
    if (process.env.UPDATE_STORIES !== undefined) fs.writeFileSync(at, now)
    else expect(now).toBe(text)
    expect(parts.some(({ part }) => part === 'command')).toBe(true)
  })
})
