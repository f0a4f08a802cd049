/** A story is a text file; these are its parts in order. What is no step is prose. */
export type Part =
  | { readonly part: 'prose'; readonly lines: readonly string[] }
  /** `--- name` to `---`: a file with this text is written. */
  | { readonly part: 'file'; readonly name: string; readonly text: string; readonly lines: readonly string[] }
  /** `% words`: something happens that is no command of ours. */
  | { readonly part: 'event'; readonly words: string; readonly line: string }
  /** `$ entitle …` with the answers typed (`< …`), and what is expected of it. */
  | {
      readonly part: 'command'
      readonly line: string
      readonly argv: readonly string[]
      readonly answers: readonly string[]
      readonly expected: readonly string[]
    }

const isExpectation = (line: string) => /^(\||!|=|>)( |$)/.test(line)

/** Reads a story. Its first line is its title. @throws {Error} with the line's number where it can't be read. */
export const parseStory = (text: string): readonly Part[] => {
  const lines = text.replace(/\n$/, '').split('\n')
  const parts: Part[] = []
  const prose: string[] = []
  const flush = () => {
    if (prose.length > 0) parts.push({ part: 'prose', lines: prose.splice(0) })
  }
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? ''
    if (line.startsWith('--- ')) {
      flush()
      const end = lines.indexOf('---', i)
      if (end === -1) throw new Error(`Line ${i + 1}: the file ${line.slice(4)} has no end; write --- below it.`)
      const inner = lines.slice(i + 1, end)
      parts.push({ part: 'file', name: line.slice(4), text: `${inner.join('\n')}\n`, lines: lines.slice(i, end + 1) })
      i = end
    } else if (line.startsWith('% ')) {
      flush()
      parts.push({ part: 'event', words: line.slice(2), line })
    } else if (line.startsWith('$ ')) {
      flush()
      const answers = following(lines, i + 1, next => next.startsWith('<'))
      const expected = following(lines, i + 1 + answers.length, isExpectation)
      parts.push({
        part: 'command',
        line,
        argv: argvOf(line.slice(2), i),
        answers: answers.map(answer => answer.slice(2)),
        expected,
      })
      i += answers.length + expected.length
    } else if (isExpectation(line)) throw new Error(`Line ${i + 1}: expected output without a command above it.`)
    else prose.push(line)
  }
  flush()
  return parts
}

const following = (lines: readonly string[], from: number, belongs: (line: string) => boolean): readonly string[] => {
  const end = lines.findIndex((line, i) => i >= from && !belongs(line))
  return lines.slice(from, end === -1 ? lines.length : end)
}

/** Words of a command line; `"…"` holds one with spaces. */
const argvOf = (line: string, at: number): readonly string[] => {
  const [program, ...rest] = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '')
  if (program !== 'entitle') throw new Error(`Line ${at + 1}: a story runs entitle only, not ${program}.`)
  return rest
}

/** The story as text again, with what the commands gave now. */
export const printStory = (parts: readonly Part[], actual: ReadonlyMap<Part, readonly string[]>): string =>
  `${parts
    .flatMap(part => {
      if (part.part === 'prose' || part.part === 'file') return part.lines
      if (part.part === 'event') return [part.line]
      return [part.line, ...part.answers.map(answer => `< ${answer}`), ...(actual.get(part) ?? part.expected)]
    })
    .join('\n')}\n`
