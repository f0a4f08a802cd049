import type { TenantObject } from '@entitle/graph'
import { fields, text } from '../fields.ts'
import { displayNameOf } from './identity.ts'
import { leftOver } from './left-over.ts'
import { type Gap, of, type Said, type Unsaid, unsaid } from './said.ts'
import { type Sentence, sentence } from './sentence.ts'
import { sortOf } from './subjects.ts'
import type { Surroundings } from './surroundings.ts'
import { lineLiteral, textLiteral } from './text-literal.ts'

const triggers: { readonly [type: string]: string } = {
  accessPackageAssignmentRequestWorkflowExtension: 'request',
  accessPackageAssignmentWorkflowExtension: 'assignment',
}

const ofTheService = ['id', 'createdBy', 'createdDateTime', 'lastModifiedBy', 'lastModifiedDateTime']
const looked = ['displayName', 'description', 'endpointConfiguration', 'authenticationConfiguration']

interface Workflow {
  readonly trigger: string
  readonly app: string
  readonly resourceGroup: string
  readonly subscription: string
}

/** A custom extension as a workflow; undefined for one that isn't a Logic App, or of an unknown sort. */
export const workflowOf = ({ properties }: TenantObject): Workflow | undefined => {
  const trigger = triggers[sortOf(properties)]
  const endpoint = fields(properties.endpointConfiguration)
  const app = text(endpoint.logicAppWorkflowName)
  const resourceGroup = text(endpoint.resourceGroupName)
  const subscription = text(endpoint.subscriptionId)
  return trigger === undefined || app === undefined || resourceGroup === undefined || subscription === undefined
    ? undefined
    : { trigger, app, resourceGroup, subscription }
}

/** https://learn.microsoft.com/graph/api/resources/customcalloutextension */
export const workflow = (object: TenantObject, { nameOf, hasNamesake }: Surroundings): Said<Unsaid> => {
  const { address, properties, raw = {} } = object
  const found = workflowOf(object)
  const name = nameOf(address)
  if (found === undefined || name === undefined)
    return of(address, unsaid('', 'The language has no words for a workflow that is not a Logic App.'))
  const description = text(properties.description) ?? ''
  const block: readonly Sentence[] = [
    ...(description === '' ? [] : [sentence('description', textLiteral(description))]),
    logicApp(found),
    sentence('on', found.trigger),
  ]
  const why = 'Another workflow beside it has the same display name. Give each its own.'
  const gaps: readonly Gap[] = [
    ...(hasNamesake(object) ? [{ path: 'displayName', why }] : []),
    ...leftOver({ ...(raw as typeof properties), ...properties }, [...looked, ...ofTheService]),
  ]
  const head = ['workflow', name, lineLiteral(displayNameOf(object))]
  return of(address, { sentences: [{ parts: head, block }], gaps })
}

const logicApp = ({ app, resourceGroup, subscription }: Workflow): Sentence =>
  sentence(
    'logic app',
    lineLiteral(app),
    'resource group',
    lineLiteral(resourceGroup),
    'subscription',
    lineLiteral(subscription),
  )
