import { type Page, resource } from './entry.ts'

export const directoryPage: Page = {
  name: 'directory-objects',
  title: 'Users, groups, apps and sites',
  place: 'in a user, group, app or site',
  frame: 'file',
  intro: [
    'References to what exists in the directory. Entitle never creates, changes or deletes them; a sandbox tenant seeds itself with them.',
    'Two objects of one name in the directory are a question with both ids, never a guess.',
  ],
  example: `user  anna        "anna@contoso.com"
group alpine      "Project Alpine"
app   salesforce  "Salesforce"
site  wiki        "https://contoso.sharepoint.com/sites/wiki"

tenant contoso "Contoso" { domain "contoso.com" }

group auditors "Internal audit" {
  id "8a1e7c1e-0d5d-4a53-9a0e-6f9a3a1d2b10"
  in tenant contoso "Internal audit (Contoso)"
}`,
  entries: [
    {
      title: 'user, group, app, site',
      place: '',
      types: ['DirectoryObject'],
      forms: [
        'user NAME "USER PRINCIPAL NAME"',
        'group NAME "DISPLAY NAME"',
        'app NAME "DISPLAY NAME"',
        'site NAME "URL"',
      ],
      meaning:
        'A user, group, app or site that exists in the directory. Entitle refers to it and never creates or deletes it.',
      more: [
        'A `user` is known by the user principal name; a `group` by the display name of a security group, a Microsoft 365 group or the group of a Team; an `app` by the display name of an enterprise application (a service principal); a `site` by the URL of a SharePoint site.',
      ],
      graph: ['user.userPrincipalName', 'group.displayName', 'servicePrincipal.displayName', 'site.webUrl'],
      page: resource('directoryObject'),
      example: `user  anna         "anna@contoso.com"
group alpine       "Project Alpine"
app   salesforce   "Salesforce"
site  alpine-site  "https://contoso.sharepoint.com/sites/alpine"`,
      related: ['object', 'in tenant', 'id'],
    },
    {
      title: 'object',
      place: 'where a user, group, app or site is meant',
      types: ['ObjectUse', 'Exclusion'],
      forms: ['NAME', 'user "USER PRINCIPAL NAME"', 'group "DISPLAY NAME"', 'app "DISPLAY NAME"', 'site "URL"'],
      meaning: 'A directory object, by its declared name or written in place.',
      more: [
        'Write an object in place where it is used once, and declare it where it is used again: a renamed group then changes in one place.',
      ],
      example: `catalog partners "Partner collaboration" {
  owners governance, group "Service desk"
}`,
      related: ['user, group, app, site', 'subjects/subject'],
    },
    {
      title: 'id',
      types: ['Pin'],
      within: ['DirectoryObject'],
      forms: ['id "ID"'],
      meaning:
        'Pins the object by its id, where its name isn’t enough: two groups of one display name, or a name that changes.',
      default: 'the object is looked up by its name',
      graph: ['directoryObject.id'],
      page: resource('directoryObject'),
      example: `group auditors "Internal audit" {
  id "8a1e7c1e-0d5d-4a53-9a0e-6f9a3a1d2b10"
}`,
      related: ['in tenant'],
    },
    {
      title: 'in tenant',
      types: ['InTenant'],
      forms: ['in tenant NAME "NAME THERE" [id "ID"]'],
      meaning: 'What the object is called in another tenant, with its id there where the name isn’t enough.',
      more: ['So one set of sources is deployed to a test tenant and to the one that people work in.'],
      default: 'the same name everywhere',
      example: `group alpine "Project Alpine" {
  in tenant contoso-test "Project Alpine (test)"
}`,
      related: ['tenant/tenant'],
    },
  ],
}
