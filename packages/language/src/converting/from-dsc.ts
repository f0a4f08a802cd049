import type { JsonObject } from '@entitle/graph'
import { type DscObject, type DscResource, type DscValue, parseDsc } from './dsc.ts'
import { fromBlocks } from './from-terraform.ts'
import { type GraphDocument, type Loss, NotConvertible } from './graph-document.ts'
import { Expression, type HclBlock, type HclValue } from './hcl.ts'

const prefix = 'aadentitlementmanagement'

/**
 * A configuration of Microsoft365DSC. Its resources have the properties of Graph's beta version, as Terraform's have; so they become such blocks, and go their
 * way. What it signs in with is left behind.
 */
export const fromDsc = (text: string): GraphDocument => {
  const losses: Loss[] = []
  const all = parseDsc(text)
  const lose = ({ line, name }: DscResource, message: string) => losses.push({ line, message: `${name}: ${message}` })
  const wanted = all.filter(each => {
    if (String(each.properties.ensure ?? 'Present').toLowerCase() !== 'absent') return true
    lose(
      each,
      'it is to be absent, and is left out: Entitle deletes what is not declared only where you ask for it (`--prune`).',
    )
    return false
  })
  const of = (sort: string) => wanted.filter(({ type }) => type === `${prefix}${sort}`)
  const known = [
    'accesspackagecatalog',
    'accesspackage',
    'accesspackageassignmentpolicy',
    'accesspackagecatalogresource',
    'connectedorganization',
  ]
  for (const each of wanted)
    if (!known.some(sort => each.type === `${prefix}${sort}`)) lose(each, 'resources of this sort are not converted.')
  const catalogs = of('accesspackagecatalog')
  const packages = of('accesspackage')
  const organizations = of('connectedorganization')
  const directory = new Directory()
  const reference = (sort: string, all: readonly DscResource[], value: DscValue): HclValue =>
    new Expression(`${sort}.${slug(nameAmong(all, text0(value)))}.id`)
  const blocks = [
    ...catalogs.map(({ properties, line }) =>
      block('azuread_access_package_catalog', text0(properties.displayname), line, {
        display_name: text0(properties.displayname),
        description: text0(properties.description),
        externally_visible: properties.isexternallyvisible === true,
        published: String(properties.catalogstatus ?? 'Published').toLowerCase() === 'published',
      }),
    ),
    ...of('accesspackagecatalogresource').map(({ properties, line }) =>
      block('azuread_access_package_resource_catalog_association', text0(properties.originid), line, {
        catalog_id: reference('azuread_access_package_catalog', catalogs, properties.catalogid),
        resource_origin_system: text0(properties.originsystem),
        resource_origin_id:
          properties.originsystem === 'SharePointOnline'
            ? text0(properties.originid)
            : directory.called(
                properties.originsystem === 'AadApplication' ? 'azuread_service_principal' : 'azuread_group',
                text0(properties.originid),
                text0(properties.displayname),
              ),
      }),
    ),
    ...packages.flatMap(each => {
      const { properties, line } = each
      const name = text0(properties.displayname)
      for (const lost of ['incompatibleaccesspackages', 'incompatiblegroups'])
        if (objectsIn(properties[lost], true).length > 0)
          lose(
            each,
            `\`${lost}\` is not taken over: it holds ids of what may be elsewhere. Write \`incompatible with …\`.`,
          )
      return [
        block('azuread_access_package', name, line, {
          display_name: name,
          description: text0(properties.description),
          hidden: properties.ishidden === true,
          catalog_id: reference('azuread_access_package_catalog', catalogs, properties.catalogid),
        }),
        ...objectsIn(properties.accesspackageresourcerolescopes).map((grant, index) =>
          block('azuread_access_package_resource_package_association', `${name}-${index}`, line, {
            access_package_id: new Expression(`azuread_access_package.${slug(name)}.id`),
            catalog_resource_association_id: new Expression(
              `azuread_access_package_resource_catalog_association.${slug(text0(grant.accesspackageresourceoriginid))}.id`,
            ),
            access_type: text0(grant.accesspackageresourceroledisplayname),
          }),
        ),
      ]
    }),
    ...of('accesspackageassignmentpolicy').map(each => {
      if (objectsIn(each.properties.customextensionhandlers).length > 0)
        lose(each, '`CustomExtensionHandlers` is not taken over: declare a `workflow` in the catalog, and call it.')
      return policy(
        each,
        reference('azuread_access_package', packages, each.properties.accesspackageid),
        directory,
        organizations,
      )
    }),
  ]
  for (const each of organizations)
    if (
      objectsIn(each.properties.internalsponsors, true).length +
        objectsIn(each.properties.externalsponsors, true).length >
      0
    )
      lose(
        each,
        'sponsors are not taken over: the configuration doesn’t say whether their ids are of users or groups. Write `internal sponsors …`.',
      )
  if (blocks.length + organizations.length === 0)
    throw new NotConvertible(losses[0]?.message ?? 'There is no AADEntitlementManagement… resource in it.')
  const document = fromBlocks([...directory.blocks, ...blocks])
  return { ...document, organizations: organizations.map(organization), losses: [...losses, ...document.losses] }
}

const organization = ({ properties }: DscResource): JsonObject => ({
  id: text0(properties.id) || text0(properties.displayname),
  displayName: text0(properties.displayname),
  description: text0(properties.description),
  state: text0(properties.state) || 'configured',
  identitySources: objectsIn(properties.identitysources).map(each => ({
    '@odata.type': `#${text0(each.odatatype).replace(/^#/, '')}`,
    displayName: text0(each.displayname),
    ...(each.domainname === undefined ? {} : { domainName: text0(each.domainname) }),
    ...(each.externaltenantid === undefined ? {} : { tenantId: text0(each.externaltenantid) }),
    ...(each.cloudinstance === undefined ? {} : { cloudInstance: text0(each.cloudinstance) }),
    ...(each.issueruri === undefined ? {} : { issuerUri: text0(each.issueruri) }),
  })),
})

const policy = (
  { properties, line }: DscResource,
  home: HclValue,
  directory: Directory,
  organizations: readonly DscResource[],
): HclBlock => {
  const set = (type: string) => (each: DscObject) => {
    const subject = text0(each.odatatype).replace(/^#?microsoft\.graph\./, '')
    const id = text0(each.id)
    const object =
      subject === 'connectedOrganizationMembers'
        ? organizationId(organizations, id)
        : directory.called(subject === 'singleUser' ? 'azuread_user' : 'azuread_group', id, isId(id) ? '' : id)
    return block(type, '', line, { subject_type: subject, object_id: object, backup: each.isbackup === true })
  }
  const requestors = objectIn(properties.requestorsettings)
  const approval = objectIn(properties.requestapprovalsettings)
  const review = objectIn(properties.accessreviewsettings)
  const inside = [
    block(
      'requestor_settings',
      '',
      line,
      { scope_type: text0(requestors.scopetype), requests_accepted: requestors.acceptrequests === true },
      objectsIn(requestors.allowedrequestors).map(set('requestor')),
    ),
    block(
      'approval_settings',
      '',
      line,
      {
        approval_required: approval.isapprovalrequired === true,
        approval_required_for_extension: approval.isapprovalrequiredforextension === true,
        requestor_justification_required: approval.isrequestorjustificationrequired === true,
      },
      objectsIn(approval.approvalstages).map(stage =>
        block(
          'approval_stage',
          '',
          line,
          {
            approval_timeout_in_days: numberIn(stage.approvalstagetimeoutindays),
            approver_justification_required: stage.isapproverjustificationrequired === true,
            alternative_approval_enabled: stage.isescalationenabled === true,
            enable_alternative_approval_in_days:
              Math.ceil((numberIn(stage.escalationtimeinminutes) ?? 0) / 1440) || null,
          },
          [
            ...objectsIn(stage.primaryapprovers).map(set('primary_approver')),
            ...objectsIn(stage.escalationapprovers).map(set('alternative_approver')),
          ],
        ),
      ),
    ),
    block(
      'assignment_review_settings',
      '',
      line,
      {
        enabled: review.isenabled === true,
        review_frequency: text0(review.recurrencetype),
        review_type: text0(review.reviewertype),
        duration_in_days: numberIn(review.durationindays),
        starting_on: moment(text0(review.startdatetime)),
        access_recommendation_enabled: review.isaccessrecommendationenabled === true,
        approver_justification_required: review.isapprovaljustificationrequired === true,
        access_review_timeout_behavior: text0(review.accessreviewtimeoutbehavior),
      },
      objectsIn(review.reviewers).map(set('reviewer')),
    ),
    ...objectsIn(properties.questions).map(each =>
      block('question', '', line, { required: each.isrequired === true, sequence: numberIn(each.sequence) }, [
        worded('text', objectIn(each.questiontext), line),
        ...objectsIn(each.choices).map(choice =>
          block('choice', '', line, { actual_value: text0(choice.actualvalue) }, [
            worded('display_value', objectIn(choice.displayvalue), line),
          ]),
        ),
      ]),
    ),
  ]
  return block(
    'azuread_access_package_assignment_policy',
    text0(properties.displayname),
    line,
    {
      access_package_id: home,
      display_name: text0(properties.displayname),
      description: text0(properties.description),
      duration_in_days: numberIn(properties.durationindays) || null,
      expiration_date: moment(text0(properties.expirationdatetime)),
      extension_enabled: properties.canextend === true,
    },
    inside,
  )
}

const worded = (type: string, of: DscObject, line: number): HclBlock =>
  block(
    type,
    '',
    line,
    { default_text: text0(of.defaulttext) },
    objectsIn(of.localizedtexts).map(each =>
      block('localized_text', '', line, { language_code: text0(each.languagecode), content: text0(each.text) }),
    ),
  )

const block = (
  type: string,
  name: string,
  line: number,
  values: { readonly [name: string]: HclValue | undefined },
  blocks: readonly HclBlock[] = [],
): HclBlock => ({
  type: name === '' ? type : 'resource',
  labels: name === '' ? [] : [type, slug(name)],
  line,
  blocks,
  attributes: new Map(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, { value, line }] as const])),
  ),
})

/** Objects of the directory that a configuration calls by name rather than by id. */
class Directory {
  readonly #found = new Map<string, HclBlock>()

  /** A reference by which the object is called; its id where no name is known. */
  called(sort: string, id: string, name: string): HclValue {
    if (name === '') return id
    const label = slug(id)
    const values = sort === 'azuread_user' ? { user_principal_name: name } : { display_name: name }
    this.#found.set(`${sort}.${label}`, { ...block(sort, id, 1, values), type: 'data' })
    return new Expression(`data.${sort}.${label}.object_id`)
  }

  get blocks(): readonly HclBlock[] {
    return [...this.#found.values()]
  }
}

/** What an object is called that a configuration names by its display name or id. */
const nameAmong = (all: readonly DscResource[], wanted: string): string =>
  text0(
    all.find(({ properties }) => [text0(properties.id), text0(properties.displayname)].includes(wanted))?.properties
      .displayname,
  ) || wanted

const organizationId = (all: readonly DscResource[], wanted: string): string => {
  const found = all.find(({ properties }) => [text0(properties.id), text0(properties.displayname)].includes(wanted))
  return found === undefined ? wanted : text0(found.properties.id) || text0(found.properties.displayname)
}

const isId = (text: string): boolean => /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(text)
const slug = (text: string): string => text.replaceAll(/[^\w-]/g, '_')
const text0 = (value: DscValue): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
const numberIn = (value: DscValue): number | undefined =>
  typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : undefined
const isObject = (value: DscValue): value is DscObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const objectIn = (value: DscValue): DscObject => (isObject(value) ? value : {})

/** The objects of a list, or of a single one; with `any` whatever is in it. */
function objectsIn(value: DscValue): readonly DscObject[]
function objectsIn(value: DscValue, any: true): readonly DscValue[]
function objectsIn(value: DscValue, any = false): readonly DscValue[] {
  const items: readonly DscValue[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  return any ? items : items.filter(isObject)
}

/** `12/17/2022 23:59:59`, as PowerShell writes it in the United States, as ISO has it. */
const moment = (text: string): string => {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d\d):(\d\d))?/.exec(text)
  if (found === null) return text
  const [, month = '', day = '', year = '', hour = '00', minute = '00', second = '00'] = found
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}:${second}Z`
}
