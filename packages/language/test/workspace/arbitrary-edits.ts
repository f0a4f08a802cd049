import fc from 'fast-check'

/** Files that refer to each other in every way that there is. */
export const pieces: readonly string[] = [
  `tenant contoso "Contoso" {
  domain "contoso.com"
}
user anna "anna@contoso.com"
user kim "kim@fabrikam.com"
group desk "Desk" { in tenant contoso "Other desk" }
group managers "Managers"
`,
  `organization fabrikam "Fabrikam" {
  domain "fabrikam.com"
  internal sponsors anna, group "Sponsors"
}
organization litware "Litware" { domain "litware.com" state proposed }
`,
  `policy template base {
  waive external-review until 2027-01-01 because "Pilot"
  approval {
    stage by internal sponsors, fallback desk { within 14 days escalate to anna after 9 days }
    stage by group "Second"
  }
  extension allowed
  review annually { reviewers managers, group "sponsors" if no response keep access }
}
policy template strict from base {
  requestable by users from fabrikam, litware
  expires after 900 days
}
`,
  `catalog tools "Tools" {
  owners anna
  package managers managers
  resources group "Alpine", desk
  waive catalog-delegation until 2027-01-01 because "Small"
  workflow notify "Notify" { on request logic app "n" resource group "r" subscription "s" }
  package alpine "Alpine" {
    tags project
    grants "Member" of group "alpine"
    incompatible with beta
    policy partners "Partners" from strict { on request created call notify }
    policy staff "Staff" { requestable by any member approval { stage by manager } }
  }
}
`,
  `package beta "Beta" in tools {
  grants "member" of group "Alpine"
  incompatible with tools.alpine, group "Alpine"
  waive unheard-of
  policy guests "Guests" { requestable by kim, anna ask "Why?" expires on 2020-01-01 }
  policy all "All" from base { requestable by any user }
}
`,
  `catalog more "More" { resources group "ALPINE", group "Sponsors", desk
  package alpine "alpine" { grants "Owner" of group "sponsors" policy p "P" from base { requestable by any external user } }
  package other "Other" { incompatible with alpine policy p "P" from lost }
}
`,
  `standard ours extends recommended {
  rule external-approval warning at least 3 stages
  rule mixed-audience off
  rule external-expiration error at most 30 days
}
`,
  `standard theirs extends ours { rule external-review error at least weekly }
assign kim to tools.alpine using partners until 2026-12-31
assign user "kim@fabrikam.com" to alpine using partners
scenario "Kim" { requestor external from fabrikam requests alpine expect policy partners expect incompatible with beta }
scenario "kim" { requestor anna requests beta on 2026-12-01 expect denied }
`,
  `group desk "Desk again"
group alpine "Alpine"
organization fabrikam "fabrikam" { domain "fabrikam.org" }
catalog tools "Second tools" { package alpine "Alpine" { policy p "P" { requestable by group "Alpine" } } }
review stale "Stale" { of guests in group "alpine" recurs monthly reviewers group owners }
`,
  `tenant other "Other" {
  domain "other.com"
  cloud china
  external user offboarding none
}
group manager "Line managers"
package gamma "Gamma" in more { policy p "P" { requestable by any connected organization approval { justification required stage by manager } } }
`,
  `catalog shown "Shown" { visible to external users package ours "Ours" { policy o "O" { requestable by any member approval { stage by user sponsors } } } }
package theirs "Theirs" in shown {
  grants "Owner" of desk
  policy p "P" { requestable by users from fabrikam, litware review annually { reviewers self } }
  policy bots "Bots" { requestable by any agent identity approval { stage by anna } }
  policy auto "Auto" { assigned automatically where "user.city -eq \\"Oslo\\"" }
}
review visitors "Visitors" { of guests in all groups recurs annually ending after 4 times reviewers self justification optional apply decisions manually }
`,
]

const words = [...new Set(pieces.flatMap(piece => piece.match(/[a-z][a-z-]+|"[^"]*"|[{}]/gi) ?? []))]

/** One thing that somebody does to a file. */
export type Edit =
  | { readonly edit: 'write'; readonly file: number; readonly piece: number }
  | { readonly edit: 'join'; readonly file: number; readonly piece: number }
  | { readonly edit: 'delete'; readonly file: number }
  | { readonly edit: 'replace word'; readonly file: number; readonly at: number; readonly by: string }
  | { readonly edit: 'misspell'; readonly file: number; readonly at: number }
  | { readonly edit: 'cut'; readonly file: number; readonly at: number; readonly length: number }
  | { readonly edit: 'insert line'; readonly file: number; readonly at: number }

const file = fc.nat({ max: 9 })
const piece = fc.nat({ max: pieces.length - 1 })
const at = fc.nat({ max: 10_000 })

export const arbitraryEdits = (most: number): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ edit: fc.constant('write' as const), file, piece }) },
      { weight: 2, arbitrary: fc.record({ edit: fc.constant('join' as const), file, piece }) },
      { weight: 2, arbitrary: fc.record({ edit: fc.constant('delete' as const), file }) },
      {
        weight: 8,
        arbitrary: fc.record({
          edit: fc.constant('replace word' as const),
          file,
          at,
          by: fc.constantFrom(...words),
        }),
      },
      { weight: 3, arbitrary: fc.record({ edit: fc.constant('misspell' as const), file, at }) },
      { weight: 2, arbitrary: fc.record({ edit: fc.constant('cut' as const), file, at, length: fc.nat({ max: 30 }) }) },
      { weight: 2, arbitrary: fc.record({ edit: fc.constant('insert line' as const), file, at }) },
    ),
    { minLength: 1, maxLength: most },
  )

/** The text of the file after the edit; undefined: the file is gone. */
export const edited = (text: string | undefined, edit: Edit): string | undefined => {
  switch (edit.edit) {
    case 'write':
      return pieces[edit.piece]
    case 'join':
      return `${text ?? ''}\n${pieces[edit.piece]}`
    case 'delete':
      return undefined
    case 'replace word': {
      const found = [...(text ?? '').matchAll(/[a-z][a-z-]+|"[^"]*"|[{}]/gi)]
      const word = found[edit.at % Math.max(1, found.length)]
      if (text === undefined || word === undefined) return text
      return text.slice(0, word.index) + edit.by + text.slice(word.index + word[0].length)
    }
    case 'misspell': {
      const found = [...(text ?? '').matchAll(/[a-z][a-z-]+/gi)]
      const word = found[edit.at % Math.max(1, found.length)]
      if (text === undefined || word === undefined) return text
      const end = word.index + word[0].length
      return `${text.slice(0, end - 1)}${text.slice(end)}`
    }
    case 'cut': {
      const start = edit.at % ((text?.length ?? 0) + 1)
      return text === undefined ? undefined : text.slice(0, start) + text.slice(start + edit.length)
    }
    case 'insert line': {
      const lines = text?.split('\n')
      lines?.splice(edit.at % (lines.length + 1), 0, '// a line more')
      return lines?.join('\n')
    }
  }
}
