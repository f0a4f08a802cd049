import { guide, type Page, resource } from './entry.ts'

const catalog = resource('accessPackageCatalog')
const roles = guide('entitlement-management-delegate')

export const catalogPage: Page = {
  name: 'catalog',
  title: 'Catalogs',
  place: 'in a catalog',
  frame: 'file',
  intro: [
    'A collection of resources and access packages with its own owners.',
    'Role holders and resources that the tenant has and the sources don’t declare are *not managed*: `plan` lists them, and only `--prune` removes them.',
  ],
  example: `group governance   "Identity Governance desk"
group partner-pms  "Partner programme managers"
group alpine       "Project Alpine"
app   salesforce   "Salesforce"
site  alpine-site  "https://contoso.sharepoint.com/sites/alpine"

catalog partners "Partner collaboration" {
  description "Resources that partner organizations work on with us."
  visible to external users
  owners governance
  readers group "Internal audit"
  package managers partner-pms
  assignment managers group "Service desk"
  resources alpine, salesforce, alpine-site
}

catalog drafts "Drafts" {
  unpublished
  owners governance
}`,
  entries: [
    {
      title: 'catalog',
      place: '',
      types: ['Catalog'],
      forms: ['catalog NAME "DISPLAY NAME" { … }'],
      meaning: 'Holds resources and the packages made of them; its owners administer both.',
      more: ['Packages stand in its block, or anywhere with `in NAME`.'],
      limits: ['A catalog’s display name is unique in the tenant: Entitle finds it by that name.'],
      graph: ['accessPackageCatalog'],
      page: catalog,
      example: `catalog partners "Partner collaboration" {
  owners governance
}`,
      related: ['resources', 'owners', 'package/package', 'workflow/workflow'],
      rules: ['catalog-delegation'],
    },
    {
      title: 'unpublished',
      types: ['Unpublished'],
      forms: ['unpublished'],
      meaning: 'Packages of this catalog cannot be requested for now.',
      default: 'published',
      graph: ['accessPackageCatalog.state: unpublished'],
      page: catalog,
      example: `catalog drafts "Drafts" {
  unpublished
}`,
    },
    {
      title: 'visible to external users',
      types: ['Visible'],
      forms: ['visible to external users'],
      meaning: 'External users may see and request the catalog’s packages, as far as policies let them.',
      default: 'not visible',
      graph: ['accessPackageCatalog.isExternallyVisible'],
      page: catalog,
      example: `catalog partners "Partner collaboration" {
  visible to external users
}`,
      related: ['requestors/requestable by users from'],
      rules: ['external-visibility'],
    },
    {
      title: 'owners',
      types: ['RoleHolders'],
      forms: ['owners OBJECT, …', 'readers OBJECT, …', 'package managers OBJECT, …', 'assignment managers OBJECT, …'],
      meaning: 'Who administers the catalog: owners, readers, package managers, assignment managers.',
      more: [
        'Owners do everything in it; readers look; package managers write packages and policies; assignment managers assign people directly and see requests.',
        'Graph makes whoever creates a catalog its owner; that role is not managed unless it is declared.',
      ],
      default: 'none',
      limits: ['Users, groups and apps can hold a role; sites cannot.'],
      graph: [
        'unifiedRoleAssignment.principalId',
        'unifiedRoleAssignment.roleDefinitionId',
        'unifiedRoleAssignment.appScopeId',
      ],
      page: roles,
      example: `catalog partners "Partner collaboration" {
  owners governance
  readers auditors
  package managers partner-pms
  assignment managers group "Service desk"
}`,
      rules: ['catalog-delegation'],
    },
    {
      title: 'resources',
      types: ['Resources'],
      forms: ['resources OBJECT, …'],
      meaning: 'Groups, apps and sites of which the catalog’s packages may grant roles.',
      more: ['A grant of something else is an error with a fix that adds it here.'],
      default: 'none',
      limits: ['A user is no resource.'],
      graph: ['accessPackageResource.originSystem', 'accessPackageResource.originId'],
      page: resource('accessPackageResource'),
      example: `catalog partners "Partner collaboration" {
  resources alpine, salesforce, group "Toolbox users"
}`,
      related: ['package/grants'],
    },
  ],
}
