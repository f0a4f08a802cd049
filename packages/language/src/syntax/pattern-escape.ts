/** A slip in a regular expression; offsets count from its start. */
export interface PatternMistake {
  readonly start: number
  readonly end: number
  /** A whole sentence or two. */
  readonly message: string
}

/** What the letter behind a backslash must be followed by. */
const shapes: { readonly [letter: string]: { readonly shape: RegExp; readonly form: string } } = {
  x: { shape: /^[0-9A-Fa-f]{2}/, form: '`\\x` and two hexadecimal digits' },
  u: { shape: /^[0-9A-Fa-f]{4}/, form: '`\\u` and four hexadecimal digits' },
  c: { shape: /^[A-Za-z]/, form: '`\\c` and a letter' },
  p: { shape: /^\{[\w-]+\}/, form: '`\\p` and a category in braces, as in `\\p{L}`' },
  P: { shape: /^\{[\w-]+\}/, form: '`\\P` and a category in braces, as in `\\P{L}`' },
  k: { shape: /^(<\w+>|'\w+')/, form: '`\\k` and the name of a group, as in `\\k<name>`' },
}

/** Reads the escape at `at`: where it ends, or what is wrong with it. */
export const escapeIn = (
  pattern: string,
  at: number,
  inClass: boolean,
): { readonly end: number; readonly isClass: boolean } | PatternMistake => {
  const letter = pattern[at + 1]
  if (letter === undefined)
    return {
      start: at,
      end: at + 1,
      message: 'A backslash at the end escapes nothing. Write `\\\\` where it is meant.',
    }
  const shape = shapes[letter]
  if (shape !== undefined) {
    const rest = shape.shape.exec(pattern.slice(at + 2))
    if (rest !== null) return { end: at + 2 + rest[0].length, isClass: letter === 'p' || letter === 'P' }
    return { start: at, end: at + 2, message: `\`\\${letter}\` is not complete: it is ${shape.form}.` }
  }
  const known = inClass ? /[abdDeEfnrsStvwW0-9]/ : /[aAbBdDefGnrsStvwWzZ0-9]/
  if (/[A-Za-z_]/.test(letter) && !known.test(letter))
    return {
      start: at,
      end: at + 2,
      message: `\`\\${letter}\` means nothing in a regular expression${inClass ? ' between brackets' : ''}. Write \`${letter}\` for the character itself.`,
    }
  return { end: at + 2, isClass: /[dDsSwW]/.test(letter) }
}
