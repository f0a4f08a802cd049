import { type Page, resource } from './entry.ts'

const settings = resource('entitlementManagementSettings')

export const tenantPage: Page = {
  name: 'tenant',
  title: 'Tenants',
  place: 'in a tenant',
  frame: 'file',
  intro: [
    'The Microsoft Entra tenant that a workspace deploys to, and what happens there to guests whose access ends.',
    'With several tenants in one workspace, commands take `--tenant NAME`, and [`in tenant`](directory-objects.md#in-tenant) says what a directory object is called in another tenant.',
  ],
  example: `tenant production "Contoso" {
  domain "contoso.com"
  protected
  external user offboarding block sign-in, delete after 30 days
}

tenant test "Contoso (test)" {
  domain "contosotest.onmicrosoft.com"
  external user offboarding none
}`,
  entries: [
    {
      title: 'tenant',
      place: '',
      types: ['Tenant'],
      forms: ['tenant NAME ["DISPLAY NAME"] { … }'],
      meaning: 'A Microsoft Entra tenant that this workspace deploys to.',
      more: [
        '`plan`, `deploy` and `drift` sign in to it by its `domain` or `id`. A workspace without a tenant can be checked, and deployed to a sandbox tenant.',
      ],
      limits: ['One of `domain` and `id` is needed, else nobody can tell which tenant is meant.'],
      example: `tenant contoso "Contoso" {
  domain "contoso.com"
}`,
      related: ['domain', 'cloud', 'protected', 'external user offboarding', 'directory-objects/in tenant'],
      rules: ['external-offboarding'],
    },
    {
      title: 'domain',
      types: ['Domain'],
      within: ['Tenant'],
      forms: ['domain "DOMAIN"'],
      meaning: 'A verified domain of the tenant, by which Entitle signs in to it.',
      default: 'none; then `id` is needed',
      example: `tenant contoso "Contoso" {
  domain "contoso.com"
}`,
      related: ['id'],
    },
    {
      title: 'id',
      types: ['Pin'],
      within: ['Tenant'],
      forms: ['id "GUID"'],
      meaning: 'The id of the tenant. Deploying stops where the account that is signed in belongs to another one.',
      default: 'none; then `domain` is needed',
      example: `tenant contoso "Contoso" {
  id "0f3cb2a4-6a0e-4a31-9a52-3b6d5e1c7f20"
}`,
      related: ['domain'],
    },
    {
      title: 'cloud',
      types: ['CloudStatement'],
      forms: ['cloud global|usgov|usgov-dod|china'],
      meaning: 'The cloud that the tenant lives in; it decides where to sign in and which Microsoft Graph to call.',
      default: '`global`',
      limits: [
        'The clouds for the US government and in China do not know `notifications off`, `user sponsors`, `approvers shown|hidden` and a justification of the requestor.',
      ],
      page: 'https://learn.microsoft.com/graph/deployments',
      example: `tenant agency "Agency" {
  domain "agency.us"
  cloud usgov
}`,
    },
    {
      title: 'protected',
      types: ['Protected'],
      forms: ['protected'],
      meaning: 'Deploying to this tenant asks to type its name first.',
      more: ['For the tenant that people work in. A script passes the name with `--confirm`.'],
      default: 'not protected: deploying asks for a yes',
      example: `tenant contoso "Contoso" {
  domain "contoso.com"
  protected
}`,
    },
    {
      title: 'external user offboarding',
      types: ['Offboarding'],
      forms: [
        'external user offboarding none',
        'external user offboarding block sign-in',
        'external user offboarding block sign-in, delete after DURATION',
      ],
      meaning: 'What happens to the account of a guest when their last assignment ends.',
      more: [
        'It concerns guests whom entitlement management invited. `none` leaves the account as it is; `block sign-in` keeps the guest out; `delete after 30 days` removes the account as well, that long after it was blocked.',
      ],
      default: 'what the tenant has is kept',
      limits: ['`delete after` is counted in whole days.'],
      graph: [
        'entitlementManagementSettings.externalUserLifecycleAction',
        'entitlementManagementSettings.durationUntilExternalUserDeletedAfterBlocked',
      ],
      page: settings,
      example: `tenant contoso "Contoso" {
  domain "contoso.com"
  external user offboarding block sign-in, delete after 30 days
}`,
      rules: ['external-offboarding', 'offboarding-delay'],
    },
  ],
}
