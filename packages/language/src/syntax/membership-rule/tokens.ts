/** A piece of a membership rule; offsets count from the rule's start. */
export interface RuleToken {
  readonly kind: 'word' | 'text' | 'number' | 'sign' | 'foreign'
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Words with or without their hyphen, quoted texts (a quote in one is escaped by a backtick, or doubled where it is single), numbers, dates
 * and ids that start with a digit, parentheses, brackets and commas. A foreign piece is anything else, an open text among them.
 */
const piece =
  /(?<space>\s+)|(?<text>"(?:`[\s\S]|[^"`])*"|'(?:''|[^'])*')|(?<word>-?[\p{L}_$][\p{L}\p{Nd}_.$]*)|(?<number>-?\p{Nd}[\p{L}\p{Nd}_:.+-]*)|(?<sign>[()[\],])|(?<foreign>["'][\s\S]*|[“”„‟][^“”„‟"]*["“”„‟]?|[‘’][^‘’']*['‘’]?|[-–—−][\p{L}]+|[=!<>&|]+|[\s\S])/gu

/** The pieces of a rule, in order. */
export const ruleTokens = (rule: string): RuleToken[] =>
  [...rule.matchAll(piece)].flatMap(({ 0: text, index, groups = {} }) => {
    const kind = (['word', 'text', 'number', 'sign', 'foreign'] as const).find(name => groups[name] !== undefined)
    return kind === undefined ? [] : [{ kind, text, start: index, end: index + text.length }]
  })

/** A word without its hyphen and in small letters, as operators and joints are compared. */
export const bareWord = ({ text }: RuleToken): string => text.replace(/^-/, '').toLowerCase()
