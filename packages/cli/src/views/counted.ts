const plural = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}${/x$/.test(noun) ? 'es' : 's'}`

/** `1 policy`, `2 policies`, `0 errors`. */
export const counted = (count: number, noun: string): string => `${count} ${count === 1 ? noun : plural(noun)}`

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** `1 person loses`, `3 people lose`. */
export const peopleWords = (count: number, one: string, several: string): string =>
  count === 1 ? `1 person ${one}` : `${count} people ${several}`
