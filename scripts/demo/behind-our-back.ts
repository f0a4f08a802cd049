import type { HttpTransport, Json, JsonObject } from '@entitle/graph'

/** A request that was sent, and what it did in words. */
export interface Done {
  readonly method: 'PUT'
  readonly path: string
  readonly meaning: string
}

const policies = '/identityGovernance/entitlementManagement/assignmentPolicies'

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What somebody in a hurry changes: access for ever, and no more reviews. */
const changes: readonly { policy: string; package: string; change: JsonObject; meaning: string }[] = [
  {
    policy: 'Any partner',
    package: 'Shared toolbox',
    change: { expiration: { type: 'noExpiration', duration: null, endDateTime: null } },
    meaning: 'Shared toolbox, policy "Any partner": access never expires',
  },
  {
    policy: 'Fabrikam designers',
    package: 'Alpine design review',
    change: { reviewSettings: null },
    meaning: 'Alpine design review, policy "Fabrikam designers": no more access reviews',
  },
]

/** Changes the tenant as the portal does: reads a policy and puts it back with something changed. */
export const changeBehindOurBack = async (transport: HttpTransport): Promise<readonly Done[]> => {
  const listed = await transport.send({ method: 'GET', path: `${policies}?$expand=accessPackage` })
  const found = isObject(listed.body) && Array.isArray(listed.body.value) ? listed.body.value.filter(isObject) : []
  const done: Done[] = []
  for (const { policy, package: of, change, meaning } of changes) {
    const read = found.find(
      ({ displayName, accessPackage }) =>
        displayName === policy && isObject(accessPackage) && accessPackage.displayName === of,
    )
    if (read === undefined) throw new Error(`The sandbox has no policy ${policy} in ${of}.`)
    const path = `${policies}/${String(read.id)}`
    const { status } = await transport.send({ method: 'PUT', path, body: { ...read, ...change } })
    if (status !== 200) throw new Error(`Graph answered ${status} to the change of ${policy}.`)
    done.push({ method: 'PUT', path, meaning })
  }
  return done
}
