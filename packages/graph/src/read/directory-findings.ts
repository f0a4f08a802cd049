import type { Finding } from '../model/finding.ts'
import type { DirectoryKind } from '../model/tenant.ts'
import type { ReadFailure } from './source.ts'
import type { Wanted } from './wanted.ts'

const nouns: { readonly [kind in DirectoryKind]: string } = {
  user: 'user',
  group: 'group',
  servicePrincipal: 'app',
  site: 'site',
}
const plurals: { readonly [kind in DirectoryKind]: string } = {
  user: 'Users',
  group: 'Groups',
  servicePrincipal: 'Apps (service principals)',
  site: 'Sites',
}
const permissions: { readonly [kind in DirectoryKind]: string } = {
  user: 'User.Read.All',
  group: 'Group.Read.All',
  servicePrincipal: 'Application.Read.All',
  site: 'Sites.Read.All',
}

const error = (wanted: Wanted, rule: string, message: string, help: string): Finding => {
  const [place = { kind: 'tenant', address: '' } as const, ...others] = wanted.places
  const related = others.slice(0, 10).map(each => ({ place: each, message: 'also needed here' }))
  return { rule, severity: 'error', message, place, help, ...(related.length === 0 ? {} : { related }) }
}

export const notInDirectory = (wanted: Wanted): Finding =>
  wanted.id === undefined
    ? error(
        wanted,
        'not-in-directory',
        `The directory has no ${nouns[wanted.kind]} called ${wanted.name}. Without it, nothing that names it can be deployed.`,
        'Correct the name, or create it in the directory first: Entitle never creates directory objects.',
      )
    : error(
        wanted,
        'not-in-directory',
        `The directory has no ${nouns[wanted.kind]} with the id ${wanted.id}, which is pinned for ${wanted.name}.`,
        'Correct the id, or remove it to have the name looked up.',
      )

/** Somebody of another organization whom the assignment brings into the directory. */
export const newGuest = ({ name, places }: Wanted): Finding => ({
  rule: 'new-guest',
  severity: 'info',
  message: `${name} is not in the directory yet: the assignment invites them as a guest.`,
  place: places[0] ?? { kind: 'tenant', address: '' },
  help: 'Look whether the address is right: whoever has it gets the access.',
})

export const ambiguousName = (wanted: Wanted, ids: readonly string[]): Finding =>
  error(
    wanted,
    'ambiguous-name',
    `The directory has ${ids.length} ${nouns[wanted.kind]}s called ${wanted.name}: ${ids.join(', ')}. Entitle never guesses which one is meant.`,
    `Pin the one that is meant with its id, as in \`id "${ids[0] ?? ''}"\`.`,
  )

export const directoryNotReadable = (kind: DirectoryKind, wanted: readonly Wanted[], failure: ReadFailure): Finding => {
  const [first] = wanted
  const answer = `Microsoft Graph answers ${failure.status}`
  return {
    rule: 'directory-not-readable',
    severity: 'error',
    message: `${plurals[kind]} can't be read: ${answer}, so ${wanted.map(({ name }) => name).join(', ')} can't be looked up.`,
    place: first?.places[0] ?? { kind: 'tenant', address: '' },
    help:
      failure.status === 403 || failure.status === 401
        ? `Sign in with an account that has the permission ${permissions[kind]}.`
        : 'Run the command again, and look at the status of Microsoft Graph if it keeps failing.',
  }
}
