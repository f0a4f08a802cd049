import { type Page, resource } from './entry.ts'

/** Statements that several declarations have. */
export const anyDeclarationPage: Page = {
  name: 'identity',
  title: 'Descriptions, ids and former names',
  place: 'in an organization, catalog, package, policy or review',
  frame: 'package',
  intro: [
    'Statements that organizations, catalogs, packages, policies and standalone reviews have in common.',
    'Entitle keeps no state file. It finds what a declaration means in the tenant by its `id`, else by its display name within its parent, else by a name that it had.',
  ],
  example: `group alpine "Project Alpine"

catalog partners "Partner collaboration" {
  description "Resources that partner organizations work on with us."
  formerly "Partners"
  resources alpine
  package supplier "Supplier access" {
    id "8a1e7c1e-0d5d-4a53-9a0e-6f9a3a1d2b10"
    grants "Member" of alpine
  }
}`,
  entries: [
    {
      title: 'description',
      types: ['Description'],
      forms: ['description "TEXT"', 'description """…"""'],
      meaning: 'What requestors, approvers and administrators read about it.',
      default: 'empty; what the tenant has is taken back',
      graph: [
        'accessPackage.description',
        'accessPackageCatalog.description',
        'accessPackageAssignmentPolicy.description',
        'connectedOrganization.description',
        'customCalloutExtension.description',
      ],
      page: resource('accessPackage'),
      example: 'description "Team, files and CRM for suppliers of project Alpine."',
      related: ['values/text'],
    },
    {
      title: 'id',
      types: ['Pin'],
      forms: ['id "GUID"'],
      meaning: 'Pins the object by its id, where a name is not enough to find it.',
      more: [
        'For an object whose display name another one has too. An id that the tenant doesn’t know stops the plan.',
      ],
      default: 'found by its display name',
      limits: ['A policy template has none: the tenant knows no templates.'],
      graph: ['entity.id'],
      page: resource('entity'),
      example: 'id "8a1e7c1e-0d5d-4a53-9a0e-6f9a3a1d2b10"',
      related: ['formerly'],
    },
    {
      title: 'formerly',
      types: ['Formerly'],
      forms: ['formerly "DISPLAY NAME", …'],
      meaning: 'Display names that it had before: an object that still has one is renamed, not made anew.',
      more: ['Once every tenant has been deployed to, leave it out. The refactoring *rename display name* writes it.'],
      default: 'a new display name means a new object',
      example: 'formerly "Alpine suppliers"',
      related: ['id'],
    },
  ],
}
