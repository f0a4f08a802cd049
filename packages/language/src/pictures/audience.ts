import type { Requestable, Terms } from '../resolve/program.ts'

/** Who gets access by a policy: each a name of people, and an id that the same people have everywhere. */
export const audiencesOf = ({ automatic, requestable }: Terms): readonly Audience[] => {
  if (automatic !== undefined) {
    const { rule } = automatic.value
    return [
      { id: `rule ${rule}`, title: 'Everybody whom a rule matches', words: `whom ${rule} matches`, lines: [rule] },
    ]
  }
  return requestable === undefined ? [nobody] : audiences(requestable.value)
}

export interface Audience {
  readonly id: string
  readonly title: string
  /** In a sentence. */
  readonly words: string
  readonly lines: readonly string[]
}

const nobody: Audience = { id: 'no one', title: 'No one', words: 'no one', lines: ['only administrators assign it'] }

const audiences = (requestable: Requestable): readonly Audience[] => {
  switch (requestable.who) {
    case 'no one':
      return [nobody]
    case 'users from':
      return requestable.organizations.map(({ organization: { name, displayName } }) => ({
        id: `organization ${name}`,
        title: `Users from ${displayName}`,
        words: `users from ${displayName}`,
        lines: ['connected organization'],
      }))
    case 'apps':
    case 'objects':
      return requestable.objects.map(({ object: { kind, displayName } }) => ({
        id: `${kind} ${displayName}`,
        title: displayName,
        words: displayName,
        lines: [kind === 'servicePrincipal' ? 'application' : kind],
      }))
    default:
      return [{ id: requestable.who, title: capital(requestable.who), words: requestable.who, lines: [] }]
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
