import type { Route } from '../http/call.ts'

/** https://learn.microsoft.com/graph/api/organization-list */
export const organizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/organization',
    area: 'organization',
    handle: ({ origin, world: { tenant } }) => ({
      status: 200,
      body: {
        '@odata.context': `${origin}/v1.0/$metadata#organization`,
        value: [
          {
            id: tenant.id,
            displayName: tenant.displayName,
            tenantType: 'AAD',
            verifiedDomains: [
              {
                capabilities: 'Email, OfficeCommunicationsOnline',
                isDefault: true,
                isInitial: false,
                name: tenant.domain,
                type: 'Managed',
              },
            ],
          },
        ],
      },
    }),
  },
]
