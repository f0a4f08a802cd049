import type { Program } from '@entitle/language'

/** Everything that a program declares, as a case names it: `catalog tools`, `policy tools.a.p`, `user anna`. */
export const declared = ({ program }: { readonly program: Program }): ReadonlySet<string> => {
  const words = { user: 'user', group: 'group', servicePrincipal: 'app', site: 'site' } as const
  return new Set([
    ...program.tenants.map(({ name }) => `tenant ${name}`),
    ...program.organizations.map(({ name }) => `organization ${name}`),
    ...program.directory.map(({ kind, name }) => `${words[kind]} ${name}`),
    ...program.templates.map(({ name }) => `policy template ${name}`),
    ...program.reviews.map(({ name }) => `review ${name}`),
    ...program.standards.map(({ name }) => `standard ${name}`),
    ...program.scenarios.map(({ title }) => `scenario "${title}"`),
    ...program.catalogs.flatMap(catalog => [
      `catalog ${catalog.name}`,
      ...catalog.workflows.map(({ name }) => `workflow ${name}`),
      ...catalog.packages.flatMap(({ name, policies }) => [
        `package ${catalog.name}.${name}`,
        ...policies.map(policy => `policy ${catalog.name}.${name}.${policy.name}`),
      ]),
    ]),
  ])
}
