import { isRef, type Properties, type Ref, read, type Tenant, type TenantObject, type Value } from '@entitle/graph'
import { label } from '../printing/object-label.ts'
import type { Printed, PrintOptions } from '../printing/source/print-tenant.ts'
import { fromDsc } from './from-dsc.ts'
import { fromJson } from './from-json.ts'
import { fromTerraform } from './from-terraform.ts'
import { documentTransport, type GraphDocument, type Loss } from './graph-document.ts'

/** Forms that become sources: objects of Microsoft Graph as JSON, configuration of Terraform's azuread provider, and of Microsoft365DSC. */
export const forms = ['json', 'terraform', 'dsc'] as const
export type Form = (typeof forms)[number]

/** The form of a text by how it looks; undefined where it is none. Cheap, so that it can be asked of whatever is pasted. */
export const formOf = (text: string): Form | undefined => {
  if (
    /^\s*[[{]/.test(text) &&
    /"(?:allowedTargetScope|requestApprovalSettings|isExternallyVisible|catalogType|resourceRoleScopes|identitySources|isHidden)"/.test(
      text,
    )
  )
    return 'json'
  if (/^\s*resource\s+"azuread_access_package/m.test(text)) return 'terraform'
  return /^\s*AADEntitlementManagement\w+\s+['"]/im.test(text) ? 'dsc' : undefined
}

export interface Converted {
  readonly text: string
  readonly losses: readonly Loss[]
}

const readers: { readonly [form in Form]: (text: string) => GraphDocument } = {
  json: fromJson,
  terraform: fromTerraform,
  dsc: fromDsc,
}

/** Makes sources of a text of another form. @throws {NotConvertible} where it isn't of that form */
export const converter =
  (print: (tenant: Tenant, options: PrintOptions) => Printed) =>
  async (text: string, form: Form): Promise<Converted> => {
    const document = readers[form](text)
    const { tenant } = await read(documentTransport(document), {
      settings: false,
      organizations: 'all',
      catalogs: 'all',
    })
    const { files, unsaid } = print({ objects: tenant.objects.map(each => withoutMadeUp(each, document)) }, {})
    return {
      text: files.map(each => each.text).join('\n'),
      losses: [
        ...document.losses,
        ...unsaid.map(({ address, path, why }) => ({
          message: `${label(address)}${path === '' ? '' : `, ${path}`}: ${why}`,
        })),
      ],
    }
  }

/** Ids of directory objects that are none: what another tool calls them. They are called by their names. */
const withoutMadeUp = (object: TenantObject, { names }: GraphDocument): TenantObject => ({
  ...object,
  properties: inValue(object.properties as Value, names) as Properties,
})

const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

const inValue = (value: Value, names: ReadonlyMap<string, string>): Value => {
  if (isRef(value)) {
    const { id, ...ref }: Ref = value
    if (id === undefined || guid.test(id) || ref.address !== undefined || ref.$ref === 'site') return value
    return { ...ref, name: names.get(id) ?? (ref.name === id ? (id.split('.').at(-1) ?? id) : ref.name) }
  }
  if (Array.isArray(value)) return (value as readonly Value[]).map(each => inValue(each, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inValue(each, names)]))
}
