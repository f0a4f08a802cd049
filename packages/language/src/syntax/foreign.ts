/** A stretch of a source that the language has no token for, as one mistake. Offsets count UTF-16 units from the start of the file. */
export interface Foreign {
  /** What the finding lies on. */
  readonly offset: number
  readonly end: number
  readonly message: string
  readonly fix?: ForeignFix
  /** Stretches that are read as something else, or as nothing; the marked one as nothing unless told. */
  readonly reads?: readonly Reading[]
}

export interface ForeignFix {
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly { readonly offset: number; readonly end: number; readonly text: string }[]
}

/** A stretch with the tokens that a person would read it as, by the name of their type. */
export interface Reading {
  readonly offset: number
  readonly end: number
  readonly tokens: readonly { readonly type: string; readonly image: string }[]
}

/** Where the lexer could not go on. */
export interface Stop {
  readonly offset: number
  readonly length: number
}

/** Recognizes one sort of foreign text at a place where the lexer stopped. */
export type RecognizeForeign = (text: string, stop: Stop) => Foreign | undefined

/** A stretch that is replaced by `text`, and read as it. */
export const replaced = (
  { offset, end }: { readonly offset: number; readonly end: number },
  message: string,
  {
    title,
    safe,
    text,
    tokens,
  }: Pick<ForeignFix, 'title' | 'safe'> & { readonly text: string } & Pick<Reading, 'tokens'>,
): Foreign => ({
  offset,
  end,
  message,
  fix: { title, safe, edits: [{ offset, end, text }] },
  reads: [{ offset, end, tokens }],
})

/** The line around an offset. */
export const lineAround = (text: string, offset: number): { readonly start: number; readonly line: string } => {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return { start, line: /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '' }
}

/** The match of a global pattern in the offset's line that reaches over the offset. */
export const matchOver = (
  text: string,
  offset: number,
  pattern: RegExp,
): { readonly offset: number; readonly end: number; readonly groups: readonly string[] } | undefined => {
  const { start, line } = lineAround(text, offset)
  for (const found of line.matchAll(pattern)) {
    const from = start + found.index
    const end = from + found[0].length
    if (from <= offset && offset < end) return { offset: from, end, groups: found.map(group => group ?? '') }
  }
  return undefined
}
