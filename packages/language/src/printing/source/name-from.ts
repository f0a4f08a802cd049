/** Letters that are no accented form of a plain one, and how they are written without. */
const plain: { readonly [letter: string]: string } = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  þ: 'th',
}

const longest = 48

/** What no name is made of. Rare letters, of Arabic's presentation forms and beyond the first plane, stay out of names too. */
const unfit = /(?:[^\p{L}\p{Nd}]|[\ufe00-\ufeff]|[\u{10000}-\u{10ffff}])+/u

/**
 * A name of the language made of a display name: `Alpine supplier access` → `alpine-supplier-access`. Latin letters lose their accents, letters
 * of other scripts stay. Empty where no letter or digit is left; a name that would begin with a digit is put behind `word`.
 */
export const nameFrom = (displayName: string, word: string): string => {
  const words = displayName
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/\p{M}/gu, '')
    .replace(/[’'`´]/g, '')
    .replace(/[ßæœøđðħıłŋþ]/g, letter => plain[letter] ?? letter)
    .split(unfit)
    .filter(part => part !== '')
  const name = shortened(words)
  return /^\p{L}/u.test(name) || name === '' ? name : `${word}-${name}`
}

/** As many whole words as fit; of a single longer one its beginning. */
const shortened = (words: readonly string[]): string => {
  let name = words[0]?.slice(0, longest) ?? ''
  for (const next of words.slice(1)) {
    if (name.length + 1 + next.length > longest) break
    name = `${name}-${next}`
  }
  return name
}

/** What one would call the person, from a user principal name: the part before `@`, for a guest that of the address at home. */
export const nameOfUser = (userPrincipalName: string): string =>
  userPrincipalName.replace(/#EXT#.*$/is, '').replace(/@[^@]*$/, '')

/** The last step of a site's address, or its host. */
export const nameOfSite = (url: string): string => {
  const parts = url
    .replace(/^[a-z]+:\/\//i, '')
    .split(/[?#]/, 1)[0]
    ?.split('/')
    .filter(part => part !== '')
  const [host = '', ...steps] = parts ?? []
  return decoded(steps.at(-1) ?? host.split('.')[0] ?? '')
}

const decoded = (step: string): string => {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}
