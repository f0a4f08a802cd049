import { redact } from '@entitle/graph'

const patterns: readonly (readonly [RegExp, string])[] = [
  [/[\w.+%#-]+@[\w-]+(\.[\w-]+)+/g, '‹address›'],
  [/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '‹id›'],
  [/\b(file|vscode-\w+|https?):\/\/[^\s"'),]+/gi, '‹place›'],
  [/[A-Za-z]:\\Users\\[^\\\n]+(\\[^\s\\"']+)*/g, '‹path›'],
  [/(^|[\s"'(=])(~|[A-Za-z]:)?([\\/][^\s\\/"'():]+){2,}/g, '$1‹path›'],
  [/"[^"\n]*"/g, '"‹text›"'],
]

/**
 * A text that may be shown to strangers: without tokens, addresses, ids, places, quoted texts and any of `names`, which is whatever the
 * workspace and the tenant call things.
 */
export const redacted = (text: string, names: Iterable<string>): string => {
  const known = [...new Set(names)]
    .map(name => name.trim())
    .filter(name => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
  const cleared = patterns.reduce((left, [pattern, told]) => left.replaceAll(pattern, told), redact(text))
  return known.reduce((left, name) => left.replaceAll(wordsOf(name), '‹name›'), cleared)
}

/** The name where it stands for itself: not inside a longer word. */
const wordsOf = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu')
