import type { ExitCode } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { listed } from '../views/counted.ts'
import { acrossTenants } from './across-tenants.ts'
import { deploy } from './deploy.ts'
import type { DeployArguments } from './deployment.ts'

/**
 * Deploys to every declared tenant, asking for each; `confirmed` are the protected tenants whose names were given in advance.
 * @throws {Refusal} when one of these is not declared.
 */
export const deployAll = (
  options: Omit<DeployArguments, 'confirm'>,
  confirmed: readonly string[],
  ports: Ports,
): Promise<ExitCode> =>
  acrossTenants(
    options,
    ports,
    (name, place) => {
      const confirm = confirmed.includes(name.tenant) ? { confirm: name.tenant } : {}
      return deploy({ ...options, ...name, ...confirm }, place)
    },
    names => {
      const unknown = confirmed.filter(name => !names.includes(name))
      if (unknown.length > 0)
        throw unusable(`--confirm names ${listed(unknown)}, but the sources declare ${listed(names)}.`)
    },
  )
