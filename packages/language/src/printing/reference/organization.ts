import { type Page, resource } from './entry.ts'

const organization = resource('connectedOrganization')

export const organizationPage: Page = {
  name: 'organization',
  title: 'Organizations',
  place: 'in an organization',
  frame: 'file',
  intro: ['A connected organization: a partner whose people may request access.'],
  example: `group governance  "Identity Governance desk"
user  anna        "anna@contoso.com"

organization fabrikam "Fabrikam" {
  description "Industrial design partner"
  domain "fabrikam.com"
  internal sponsors anna, governance
  external sponsors user "pm@fabrikam.com"
}

organization litware "Litware" {
  tenant "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11"
  state configured
}`,
  entries: [
    {
      title: 'organization',
      place: '',
      types: ['Organization'],
      forms: ['organization NAME "DISPLAY NAME" { … }'],
      meaning: 'A connected organization: partners whose people may request access.',
      more: [
        'Policies name it in `requestable by users from fabrikam`, and its sponsors approve as `internal sponsors` and `external sponsors`.',
      ],
      limits: [
        'Exactly one `domain` or `tenant` says who belongs to it: Graph creates an organization with one identity source.',
      ],
      graph: ['connectedOrganization'],
      page: organization,
      example: `organization fabrikam "Fabrikam" {
  domain "fabrikam.com"
}`,
      related: ['domain', 'tenant', 'internal sponsors', 'requestors/requestable by users from'],
      rules: ['organization-sponsor'],
    },
    {
      title: 'domain',
      types: ['Domain'],
      within: ['Organization'],
      forms: ['domain "DOMAIN"'],
      meaning: 'Everyone with an account of this domain belongs to the organization.',
      default: 'none; then `tenant` is needed',
      graph: ['connectedOrganization.identitySources', 'domainIdentitySource.domainName'],
      page: resource('domainIdentitySource'),
      example: `organization fabrikam "Fabrikam" {
  domain "fabrikam.com"
}`,
      related: ['tenant'],
      rules: ['public-mail-organization'],
    },
    {
      title: 'tenant',
      types: ['TenantSource'],
      forms: ['tenant "GUID"'],
      meaning: 'The organization’s people are those of the Microsoft Entra tenant with this id.',
      default: 'none; then `domain` is needed',
      graph: ['connectedOrganization.identitySources', 'azureActiveDirectoryTenant.tenantId'],
      page: resource('azureActiveDirectoryTenant'),
      example: `organization litware "Litware" {
  tenant "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11"
}`,
      related: ['domain'],
    },
    {
      title: 'state',
      types: ['OrganizationState'],
      forms: ['state configured|proposed'],
      meaning:
        '`configured` organizations count for `requestable by any connected organization`; `proposed` ones do not.',
      more: [
        'Entitlement management makes proposed organizations by itself, for people whose request was approved under `any external user`.',
      ],
      default: '`configured`',
      graph: ['connectedOrganization.state'],
      page: organization,
      example: `organization litware "Litware" {
  domain "litware.com"
  state proposed
}`,
      related: ['requestors/requestable by any connected organization'],
      rules: ['proposed-organization'],
    },
    {
      title: 'internal sponsors',
      types: ['Sponsors'],
      forms: ['internal sponsors OBJECT, …', 'external sponsors OBJECT, …'],
      meaning:
        'Who vouches for the organization’s people; they can approve as `internal sponsors` or `external sponsors`.',
      more: [
        'Internal sponsors are users and groups of your own; external sponsors are guests who work for the partner.',
      ],
      default: 'none',
      limits: ['Only users and groups can be sponsors.'],
      graph: ['connectedOrganization.internalSponsors', 'connectedOrganization.externalSponsors'],
      page: organization,
      example: `organization fabrikam "Fabrikam" {
  domain "fabrikam.com"
  internal sponsors anna, governance
  external sponsors user "pm@fabrikam.com"
}`,
      related: ['subjects/sponsors of the organization'],
      rules: ['organization-sponsor'],
    },
  ],
}
