import { nearest } from '../nearest.ts'
import { malformed, type RuleMistake } from './mistake.ts'
import type { RuleToken } from './tokens.ts'
import { type AttributeType, attributes, itemWords } from './vocabulary.ts'

/** What a rule compares, and what is wrong with its name. */
export interface ReadAttribute {
  /** Undefined where the name is unknown: then nothing is said of what it is compared with. */
  readonly type?: AttributeType
  readonly mistakes: readonly RuleMistake[]
}

const byName = new Map(attributes.map(({ word, about }) => [word, about]))
const byLowerName = new Map(attributes.map(attribute => [attribute.word.toLowerCase(), attribute]))

/** Reads the name of an attribute, inside `-any` or `-all` of a list also what an item is called. */
export const readAttribute = (token: RuleToken, list: AttributeType | undefined): ReadAttribute => {
  const { text, start, end } = token
  const items = (list === undefined ? undefined : itemWords[list]) ?? []
  if (items.some(item => item.toLowerCase() === text.toLowerCase())) return { type: 'text', mistakes: [] }
  if (text === '_')
    return {
      mistakes: [
        malformed(
          token,
          '`_` stands for an item of a list, behind `-any` or `-all` only. Name an attribute, as in `user.department`.',
        ),
      ],
    }
  if (/^device\./i.test(text))
    return {
      mistakes: [
        malformed(
          token,
          `\`${text}\` is an attribute of devices, and packages are assigned to users. Name an attribute of users, as in \`user.department\`.`,
        ),
      ],
    }
  const known = byName.get(text)
  if (known !== undefined) return { type: known, mistakes: memberOf(token, known) }
  if (/^user\.extension_[0-9a-f]{32}_\w+$/i.test(text)) return { type: 'text', mistakes: [] }
  const other = byLowerName.get(text.toLowerCase())
  if (other !== undefined)
    return {
      type: other.about,
      mistakes: [
        unknown(
          token,
          `\`${text}\` is written \`${other.word}\`: Microsoft Entra tells small letters from capitals in the names of attributes.`,
          other.word,
        ),
        ...memberOf(token, other.about),
      ],
    }
  if (/^user\./i.test(text)) {
    const guess = nearest(text, byName.keys())
    return {
      mistakes: [
        unknown(
          token,
          `\`${text}\` is no attribute that Microsoft documents for membership rules${guess === undefined ? '. Name one, as in `user.department`, or an extension attribute.' : `; did you mean \`${guess}\`?`}`,
          guess,
        ),
      ],
    }
  }
  const prefixed = byLowerName.get(`user.${text.toLowerCase()}`)?.word
  return {
    mistakes: [
      malformed(
        { start, end },
        `\`${text}\` is no attribute: attributes start with \`user.\`, as in \`${prefixed ?? 'user.department'}\`.`,
        prefixed,
      ),
    ],
  }
}

const unknown = ({ start, end }: RuleToken, message: string, replacement?: string): RuleMistake => ({
  kind: 'unknown attribute',
  start,
  end,
  message,
  ...(replacement === undefined ? {} : { replacement }),
})

/** https://learn.microsoft.com/entra/identity/users/groups-dynamic-rule-member-of */
const memberOf = ({ start, end }: RuleToken, type: AttributeType): RuleMistake[] =>
  type === 'list of groups'
    ? [
        {
          kind: 'deprecated',
          start,
          end,
          message:
            'Microsoft quarantines rules with `memberOf` since 2026-11-03: they stop assigning. Say by other attributes who belongs here, or let the policy be requestable by the group.',
        },
      ]
    : []
