import type { Finding } from '@entitle/graph'
import type { AstNode } from 'langium'
import { nodesOf } from '../syntax/nodes.ts'
import { headRange } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Statements that may stand several times in a block. */
const repeatable = new Set([
  'Formerly',
  'Domain',
  'TenantSource',
  'Sponsors',
  'InTenant',
  'RoleHolders',
  'Resources',
  'Workflow',
  'Package',
  'Waiver',
  'Tags',
  'Grant',
  'Incompatible',
  'Policy',
  'Ask',
  'OnCall',
  'Stage',
  'ExpectIncompatible',
])

/** Statements that answer one question, so that only one of them may stand in a block. */
const sameQuestion: { readonly [type: string]: string } = {
  NoApproval: 'Approval',
  AssignedAutomatically: 'Requestable',
}

const words: { readonly [type: string]: string } = {
  Pin: 'id',
  Description: 'description',
  Domain: 'domain',
  CloudStatement: 'cloud',
  Protected: 'protected',
  Offboarding: 'external user offboarding',
  OrganizationState: 'state',
  Unpublished: 'unpublished',
  Visible: 'visible to external users',
  Hidden: 'hidden',
  Requestable: 'requestable by',
  OnBehalf: 'managers may request for their reports',
  ChooseDates: 'requestor may choose dates',
  Notifications: 'notifications off',
  Approval: 'approval',
  Expiration: 'expires',
  Extension: 'extension',
  PolicyReview: 'review',
  Justification: 'justification',
  Within: 'within',
  ApproverVisibility: 'approvers shown|hidden',
  Escalation: 'escalate to',
  Starting: 'starting',
  Ending: 'ending',
  OpenFor: 'open for',
  Reviewers: 'reviewers',
  NoResponse: 'if no response',
  Recommendations: 'recommendations',
  LogicApp: 'logic app',
  WorkflowTrigger: 'on',
  ReviewScope: 'of',
  Inactive: 'inactive for',
  Recurs: 'recurs',
  ApplyDecisions: 'apply decisions',
  Requestor: 'requestor',
  RequestsPackage: 'requests',
  ExpectPolicy: 'expect policy',
  ExpectDenied: 'expect denied',
  ExpectApproval: 'expect approval',
  ExpectAccess: 'expect access',
  ExpectReview: 'expect review',
}

const blocks = [
  'Tenant',
  'Organization',
  'DirectoryObject',
  'Catalog',
  'Workflow',
  'Package',
  'PolicyTemplate',
  'Policy',
  'Approval',
  'Stage',
  'PolicyReview',
  'StandaloneReview',
  'Scenario',
] as const

/** A statement that can hold once, said twice: which one holds would be a guess. */
export const repeatedStatement: FileCheck = ({ documents }) =>
  documents.flatMap(document => blocks.flatMap(block => nodesOf(document, block).flatMap(node => repeatedIn(node))))

const repeatedIn = (block: AstNode & { readonly statements: readonly AstNode[] }): Finding[] => {
  const first = new Map<string, AstNode>()
  return block.statements.flatMap(statement => {
    const question = sameQuestion[statement.$type] ?? statement.$type
    if (repeatable.has(question) && !(question === 'Domain' && block.$type === 'Tenant')) return []
    const before = first.get(question)
    if (before === undefined) {
      first.set(question, statement)
      return []
    }
    const mixed = question === 'Requestable' && before.$type !== statement.$type
    return [
      findingAt(
        mixed ? 'requestable-and-automatic' : 'repeated-statement',
        'error',
        headRange(statement),
        mixed
          ? 'A policy is requested by people or assigned automatically, not both. Write a policy for each.'
          : `\`${words[question] ?? question}\` is already said above, and can hold only once. Leave one of them out.`,
        { related: [{ place: { kind: 'source', range: headRange(before) }, message: 'It is said here first.' }] },
      ),
    ]
  })
}
