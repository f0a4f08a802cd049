import type { DirectoryElement, Program, Requestable } from '../resolve/program.ts'

/** A guest's user principal name carries #EXT#; an address in a partner's domain is a guest's too. */
const isGuest = ({ kind, displayName }: DirectoryElement, { organizations }: Program): boolean => {
  if (kind !== 'user') return false
  const name = displayName.toLowerCase()
  return (
    name.includes('#ext#') ||
    organizations.some(({ sources }) =>
      sources.some(({ value }) => value.kind === 'domain' && name.endsWith(`@${value.value.toLowerCase()}`)),
    )
  )
}

/** The guests that a list of requestors names. */
export const guestsIn = (requestable: Requestable, program: Program): readonly DirectoryElement[] =>
  requestable.who === 'objects'
    ? requestable.objects.map(({ object }) => object).filter(object => isGuest(object, program))
    : []
