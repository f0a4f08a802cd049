import { kinds } from './entities/kinds.ts'
import { type NotDone, notDone } from './http/not-done.ts'
import { permissionsFor } from './http/permissions.ts'
import { routes } from './http/routes.ts'
import { navigationsOf, propertiesOf } from './schema/lookup.ts'

/** One thing that the sandbox does as Graph does it. */
export interface CoveredRoute {
  readonly method: string
  /** Below `/v1.0`; `{id}` is a parameter. */
  readonly path: string
  readonly does: string
  /** Any one of these opens it to an application on its own, or acting for a user; none: not supported. */
  readonly application: readonly string[]
  readonly delegated: readonly string[]
}

/** One type of object, and how much of it there is. */
export interface CoveredType {
  readonly type: string
  readonly properties: number
  readonly expands: readonly string[]
  /** Declared by the schema, and not followed here. */
  readonly leavesOut: readonly string[]
}

export interface Coverage {
  readonly routes: readonly CoveredRoute[]
  readonly types: readonly CoveredType[]
  readonly notDone: readonly Pick<NotDone, 'method' | 'path' | 'what' | 'why'>[]
}

/** What the sandbox does and doesn't do, as data: https://learn.microsoft.com/graph/api/resources/entitlementmanagement-overview */
export function coverage(): Coverage {
  const refused = new Set(notDone.map(({ method, path }) => `${method} ${path}`))
  const done = routes.filter(({ method, path }) => !refused.has(`${method} ${path}`))
  return {
    routes: done.map(route => ({
      method: route.method,
      path: plainPath(route.path),
      does: route.does ?? usual(route.method, route.path),
      application: permissionsFor(route, 'application'),
      delegated: permissionsFor(route, 'delegated'),
    })),
    types: [...kinds].map(([type, kind]) => {
      const declared = navigationsOf(type)
      return {
        type,
        properties: propertiesOf(type).length,
        expands: declared.filter(name => name in kind.navigation),
        leavesOut: declared.filter(name => !(name in kind.navigation)),
      }
    }),
    notDone: notDone.map(({ method, path, what, why }) => ({ method, path: plainPath(path), what, why })),
  }
}

/** `:id` → `{id}`, and functions as they are called. */
const plainPath = (path: string): string =>
  path
    .replace(/:\w+\{(\w+)\\\((.*)\\\)\}/, (_, name: string, inside: string) => `${name}(${parametersOf(name, inside)})`)
    .replaceAll(/:\w+/g, '{id}')

const parametersOf = (name: string, inside: string): string =>
  name === 'additionalAccess'
    ? "accessPackageId='{id}',incompatibleAccessPackageId='{id}'"
    : inside.replace("'[^']+'", name === 'subjects' ? "'{id}'" : "'{option}'")

function usual(method: string, path: string): string {
  if (path.endsWith('/$ref')) return method === 'POST' ? 'adds a reference' : 'takes a reference away'
  const one = /:\w+$/.test(path)
  const words: Readonly<Record<string, string>> = {
    GET: one ? 'reads' : 'lists',
    POST: 'creates',
    PUT: 'replaces',
    PATCH: 'changes',
    DELETE: 'deletes',
  }
  return words[method] ?? ''
}
