import type { Program, ReviewElement } from '../resolve/program.ts'
import { defineRule } from './define-rule.ts'
import { addBehind } from './edit.ts'
import { freeName } from './free-name.ts'
import { includesGuests } from './guest-review.ts'
import { listInSource, textInSource } from './source-words.ts'

export const guestsOutsidePackages = defineRule({
  name: 'guests-outside-packages',
  finds: 'external policies and no standalone review of guests',
  why: 'Guests get access outside packages too, in teams and groups; what nobody looks at only ever grows.',
  source: 'https://learn.microsoft.com/entra/id-governance/manage-guest-access-with-access-reviews',
  severity: { recommended: 'info', strict: 'warning' },
  element: 'tenant',
  check(tenant, { program, externalPolicy, report }) {
    const external = externalPolicy()
    if (external === undefined || program.reviews.some(includesGuests)) return
    report({
      message: `Tenant ${tenant.name} has guests, and no review looks at what they may do outside packages. Add a review of guests.`,
      range: tenant.nameRange,
      related: [
        {
          place: { kind: 'source', range: external.nameRange },
          message: `Policy "${external.displayName}" brings people from outside in.`,
        },
      ],
      fixes: [
        {
          title: 'Add a quarterly review of guests by the owners of their groups',
          safe: false,
          edits: [addBehind(tenant.range, reviewOfGuests(program), tenant.block.indent - 2)],
        },
      ],
    })
  },
})

const reviewOfGuests = ({ reviews, catalogs }: Program): string[] => {
  const taken = (of: (review: ReviewElement) => string) => reviews.map(of)
  const name = freeName(
    'guests',
    '-',
    taken(review => review.name),
  )
  const title = freeName(
    'Guests in Microsoft 365 groups',
    ' ',
    taken(review => review.displayName),
  )
  const owners = listInSource(catalogs.find(catalog => catalog.owners.length > 0)?.owners ?? [])
  return [
    `review ${name} ${textInSource(title)} {`,
    '  of guests in all groups',
    '  recurs quarterly',
    '  open for 14 days',
    `  reviewers group owners${owners === '' ? '' : `, fallback ${owners}`}`,
    '  if no response remove access',
    '}',
  ]
}
