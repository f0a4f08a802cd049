import { type Address, bind, type Directory, fold, type Ref, type Tenant, type TenantObject } from '@entitle/graph'
import { refTo } from '../lower/lowering.ts'
import type { DirectoryOptions } from '../printing/source/declared-objects.ts'
import type { TakenNames } from '../printing/source/names.ts'
import type { DirectoryElement, Program } from '../resolve/program.ts'
import type { Declared } from './declared.ts'
import type { Meaning } from './slots.ts'

/** What the sources call the objects of a tenant. */
export interface Names {
  readonly taken: TakenNames
  readonly directory: DirectoryOptions
  readonly meaning: Meaning
  /** The addresses of declarations, by their keys. */
  readonly addresses: ReadonlyMap<string, Address>
}

interface Naming {
  readonly program: Program
  readonly declared: ReadonlyMap<string, Declared>
  /** What the sources say, with the places where they say it. */
  readonly desired: Tenant
  /** The declared tenant that it is. */
  readonly tenant: string | undefined
  readonly directory: Directory
  /** Ids, in lower case, of directory objects that their name doesn't lead to. */
  readonly unclear: ReadonlySet<string>
}

export const namesOf = ({ program, declared, desired, tenant, directory, unclear }: Naming): Names => {
  const objects = program.directory.flatMap(element =>
    element.name === undefined ? [] : [{ ...element, name: element.name }],
  )
  const refs = objects.map(element => ({ element, ref: boundRef(element, tenant, directory) }))
  const byName = new Map(refs.map(each => [each.element.name, each]))
  const byId = new Map(
    refs.flatMap(({ element, ref }) => (ref.id === undefined ? [] : [[idKey(ref, ref.id), element.name]])),
  )
  const byWords = new Map(
    refs.flatMap(({ element, ref }) => (ref.id === undefined ? [[nameKey(ref), element.name]] : [])),
  )
  const packages = new Map(
    program.catalogs.flatMap(catalog =>
      catalog.packages.flatMap(({ name }) => [
        [name, `package ${catalog.name}.${name}`] as const,
        [`${catalog.name}.${name}`, `package ${catalog.name}.${name}`] as const,
      ]),
    ),
  )
  const known = knownDeclarations(desired, declared)
  return {
    addresses: new Map([...known].map(([address, { key }]) => [key, address])),
    taken: {
      known: new Map([...known].map(([address, { name }]) => [address, name])),
      directory: objects.map(({ name }) => name),
      packages: [...packages.keys()],
    },
    directory: {
      unclear,
      onlyPinned: true,
      declaredAs: ref => (ref.id === undefined ? undefined : byId.get(idKey(ref, ref.id))) ?? byWords.get(nameKey(ref)),
    },
    meaning: ({ name, kind, value, text }) => {
      if (name === undefined) return kind === undefined ? text : `${kind} ${fold(value ?? '')}`
      const known = byName.get(name)
      if (known === undefined) return packages.get(name) ?? `declared ${name}`
      const { element } = known
      const { name: words, id } = refTo(element, { tenant })
      return `${wordOf[element.kind]} ${fold(words)}${id === undefined ? '' : ` ${id.toLowerCase()}`}`
    },
  }
}

const wordOf = { user: 'user', group: 'group', servicePrincipal: 'app', site: 'site' } as const

const idKey = ({ $ref }: Ref, id: string) => `${$ref} ${id.toLowerCase()}`
const nameKey = ({ $ref, name }: Ref) => `${$ref} ${fold(name)}`

/** The object as it is called in the tenant, with its id where that is known. */
const boundRef = (element: DirectoryElement, tenant: string | undefined, directory: Directory): Ref => {
  const ref = refTo(element, { tenant })
  const carrier: TenantObject = { kind: 'catalog-role', address: '', name: '', properties: { ref } }
  const bound = bind({ objects: [carrier] }, directory).objects[0]?.properties.ref
  return (bound as Ref | undefined) ?? ref
}

/** The declarations of objects, by their address. */
const knownDeclarations = (
  { objects }: Tenant,
  declared: ReadonlyMap<string, Declared>,
): ReadonlyMap<Address, Declared> => {
  const places = new Map([...declared.values()].map(each => [placeKey(each.range), each]))
  return new Map(
    objects.flatMap(({ address, origin }) => {
      const found = origin === undefined ? undefined : places.get(placeKey(origin.range))
      return found === undefined ? [] : [[address, found] as const]
    }),
  )
}

const placeKey = ({ uri, start }: Declared['range']) => `${start.line}:${start.character} ${uri}`
