import { fold } from './fold.ts'

/**
 * The built-in roles that are held in a catalog, as the portal calls them. Their ids are the same in every tenant; the API has other
 * names for some. https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate
 */
const definitions = [
  { name: 'Catalog owner', id: 'ae79f266-94d4-4dab-b730-feca7e132178' },
  { name: 'Catalog reader', id: '44272f93-9762-48e8-af59-1b5351b1d6b3' },
  { name: 'Access package manager', id: '7f480852-ebdc-47d4-87de-0d8498384a83' },
  { name: 'Access package assignment manager', id: 'e2182095-804a-4656-ae11-64734e9b7ae5' },
] as const

/** The role definition's id; undefined for a role that catalogs don't have. */
export const roleDefinitionId = (name: string): string | undefined =>
  definitions.find(each => fold(each.name) === fold(name))?.id

/** The role's name, or its id where it is none of the built-in ones. */
export const roleName = (id: string): string => definitions.find(each => each.id === id.toLowerCase())?.name ?? id
