import { guide, type Page, resource } from './entry.ts'

const accessPackage = resource('accessPackage')

export const packagePage: Page = {
  name: 'package',
  title: 'Packages',
  place: 'in a package',
  frame: 'package',
  intro: [
    'An access package: what people get. It stands in its catalog, or anywhere with `in CATALOG`.',
    'A grant can’t change in place: another role is a new grant, and the old one is *not managed* until `--prune` removes it.',
  ],
  example: `group alpine       "Project Alpine"
app   salesforce   "Salesforce"
site  alpine-site  "https://contoso.sharepoint.com/sites/alpine"

catalog partners "Partner collaboration" {
  owners group "Identity Governance desk"
  resources alpine, salesforce, alpine-site

  package alpine-supplier "Alpine supplier access" {
    description """
      Team, files and CRM for suppliers of project Alpine.
      Ends with the project.
    """
    tags project
    grants "Member" of alpine
    grants "Standard User" in salesforce
    grants "Contribute" in alpine-site
    incompatible with alpine-audit, group "Contoso contractors"

    policy admins "Assigned by administrators" {
      requestable by no one
      expires on 2027-06-30
    }
  }
}

package alpine-audit "Alpine audit access" in partners {
  hidden
  grants "Member" of alpine
  policy admins "Assigned by administrators" {
    requestable by no one
    expires after 30 days
  }
}`,
  entries: [
    {
      title: 'package',
      place: 'in a catalog, or by itself',
      types: ['Package'],
      forms: ['package NAME "DISPLAY NAME" { … }', 'package NAME "DISPLAY NAME" in CATALOG { … }'],
      meaning: 'A bundle of roles that people request and get as one.',
      more: [
        'Elsewhere it is called `CATALOG.NAME`; inside its catalog `NAME` is enough. Without a policy nobody can get it.',
      ],
      limits: [
        'Its display name is unique in its catalog.',
        'It stands in a catalog’s block, or says `in CATALOG`, and not both.',
      ],
      graph: ['accessPackage', 'accessPackage.displayName'],
      page: accessPackage,
      frame: 'file',
      example: `package toolbox "Shared toolbox" in partners {
  description "Low-risk tools."
  grants "Member" of alpine
}`,
      related: ['grants', 'incompatible with', 'policy/policy', 'catalog/catalog'],
    },
    {
      title: 'hidden',
      types: ['Hidden'],
      forms: ['hidden'],
      meaning: 'Only who has the package’s link can find it.',
      default: 'shown to everybody who may request it',
      graph: ['accessPackage.isHidden'],
      page: accessPackage,
      example: 'hidden',
    },
    {
      title: 'tags',
      types: ['Tags'],
      forms: ['tags NAME, …'],
      meaning: 'Words for the rules; they stay in the sources.',
      more: [
        'Four carry meaning for the recommended standard: `project` (has an end date), `multi-year` (may last longer than 365 days), `compliance` (no self-review) and `low-sensitivity` (self-review is fine). A standard can set a rule for tags of your own.',
      ],
      default: 'none',
      example: 'tags project, compliance',
      related: ['standards/where tag'],
      rules: ['project-end-date', 'compliance-self-review', 'external-expiration', 'external-self-review'],
    },
    {
      title: 'grants',
      types: ['Grant'],
      forms: ['grants "ROLE" of GROUP', 'grants "ROLE" in APP', 'grants "ROLE" in SITE'],
      meaning: 'A role of a resource that everyone who holds the package gets.',
      more: [
        'A group has the roles `Member` and `Owner`; an app’s and a SharePoint site’s roles go by their display names. `of` and `in` mean the same; the formatter writes `of` for groups and `in` for apps and sites.',
      ],
      default: 'grants nothing',
      limits: ['The resource is one of the catalog’s `resources`.'],
      graph: [
        'accessPackage.resourceRoleScopes',
        'accessPackageResourceRoleScope.role',
        'accessPackageResourceRoleScope.scope',
      ],
      page: resource('accessPackageResourceRoleScope'),
      example: `grants "Member" of alpine
grants "Standard User" in salesforce`,
      related: ['catalog/resources'],
      rules: ['external-privileged-role'],
    },
    {
      title: 'incompatible with',
      types: ['Incompatible'],
      forms: ['incompatible with PACKAGE, …', 'incompatible with GROUP, …'],
      meaning: 'Who holds one of these may not request this package.',
      more: ['Graph checks this direction only: to keep holders of this package from the other one, say it there too.'],
      default: 'compatible with everything',
      limits: ['Packages and groups can be named; users can’t.'],
      graph: ['accessPackage.incompatibleAccessPackages', 'accessPackage.incompatibleGroups'],
      page: guide('entitlement-management-access-package-incompatible'),
      example: 'incompatible with partners.toolbox, group "Contoso contractors"',
    },
  ],
}
