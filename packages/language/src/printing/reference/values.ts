import { type Page, resource } from './entry.ts'

export const valuesPage: Page = {
  name: 'values',
  title: 'Names, texts, dates, durations, comments',
  place: 'everywhere',
  frame: 'file',
  intro: [
    'Words are soft: every word of the language may also be a name. `group guests "Guests"` and `package review "Review"` are fine; a word means itself only where the grammar expects it. Where both could stand, the language’s word wins and a finding says so.',
  ],
  example: `group review "Reviewers"

catalog package "Packages" {
  owners review
}`,
  entries: [
    {
      title: 'name',
      types: [],
      forms: ['NAME', 'CATALOG.PACKAGE'],
      meaning:
        'What the sources call something: letters, digits, `_` and inner hyphens, starting with a letter or `_`.',
      more: [
        'Names are global for each family: tenants; organizations; users, groups, apps and sites; catalogs; packages outside a catalog’s block; policy templates; reviews; standards. A package is `CATALOG.PACKAGE`; inside its catalog the short name is enough. Names are for the sources; the tenant knows display names.',
      ],
      limits: ['A name is declared once in its family.'],
      example: 'group alpine-suppliers "Project Alpine suppliers"',
    },
    {
      title: 'text',
      types: [],
      forms: ['"TEXT"', '"""TEXT OVER LINES"""'],
      meaning: 'Anything between double quotes, on one line; between triple quotes, over several.',
      more: [
        'Escapes are `\\"`, `\\\\`, `\\n`, `\\t` and `\\u{1F600}`. Of a text over lines, the common indent and the outer line breaks are removed.',
      ],
      frame: 'package',
      example: `description """
  Team, files and CRM for suppliers of project Alpine.
  Ends with the project.
"""`,
    },
    {
      title: 'date',
      types: ['Moment'],
      forms: ['2027-06-30', '2027-06-30 18:00'],
      meaning:
        'A day: its end where it ends something, its start where it starts something; a time may follow. All in UTC.',
      limits: ['Reviews start and end on days, without a time.', 'An end that is over already is a warning.'],
      graph: ['expirationPattern.endDateTime'],
      page: resource('expirationPattern'),
      frame: 'policy',
      example: 'expires on 2027-06-30 18:00',
    },
    {
      title: 'duration',
      types: ['Duration'],
      forms: ['8 hours', '1 day', '180 days', '2 weeks'],
      meaning: 'A number of hours, days or weeks; a week is 7 days.',
      limits: ['Months and years are refused with a fix that writes days: Graph counts days.', 'At least 1.'],
      graph: ['expirationPattern.duration'],
      page: resource('expirationPattern'),
      frame: 'policy',
      example: 'expires after 8 hours',
    },
    {
      title: 'comment',
      types: [],
      forms: ['// COMMENT', '/* COMMENT */', '/** DOCUMENTATION */'],
      meaning: 'For readers of the sources; it is not deployed.',
      more: ['A `/** … */` before a declaration is its documentation, and shows when one hovers over its name.'],
      example: `/** Everything that suppliers need while a project runs. */
catalog partners "Partner collaboration" {
  owners governance // the desk, not single people
}`,
    },
  ],
}
