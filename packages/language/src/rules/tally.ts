import type { FileProgram } from '../resolve/resolve.ts'

/** How much of each sort there is. */
export interface Tally {
  readonly catalogs: number
  readonly packages: number
  readonly policies: number
  readonly organizations: number
  readonly workflows: number
  readonly assignments: number
}

export const nothing: Tally = {
  catalogs: 0,
  packages: 0,
  policies: 0,
  organizations: 0,
  workflows: 0,
  assignments: 0,
}

/** What one file declares. */
export const tallyOf = ({ catalogs, packages, policies, organizations, assignments }: FileProgram): Tally => ({
  catalogs: catalogs.length,
  packages: packages.length,
  policies: policies.length,
  organizations: organizations.length,
  workflows: catalogs.reduce((sum, { workflows }) => sum + workflows.length, 0),
  assignments: assignments.length,
})

export const together = (a: Tally, b: Tally): Tally => ({
  catalogs: a.catalogs + b.catalogs,
  packages: a.packages + b.packages,
  policies: a.policies + b.policies,
  organizations: a.organizations + b.organizations,
  workflows: a.workflows + b.workflows,
  assignments: a.assignments + b.assignments,
})
