import type { Address, SourceEdit, Tenant, TenantIdentity } from '@entitle/graph'
import type { PrintedFile, Printed, PrintOptions } from '../printing/source/print-tenant.ts'
import type { Unsaid } from '../printing/source/said.ts'
import type { Program } from '../resolve/program.ts'
import { type Written, type WrittenItem, written } from '../resolve/written.ts'
import { replace } from '../rules/edit.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import { type Declared, declared } from './declared.ts'
import { enact } from './enact.ts'
import { namesOf, type Names } from './names.ts'
import { type Meaning } from './slots.ts'
import { type Asked, policiesOf, settle } from './templates.ts'
import { type Wishes, wishes } from './wishes.ts'

export interface Revising {
  readonly program: Program
  /** Where the sources are called by their URIs. */
  readonly files: readonly string[]
  readonly identity: TenantIdentity
  /** What the sources say, and what they are to say, under the same addresses. */
  readonly before: Tenant
  readonly after: Tenant
  readonly names: Names
  readonly unclear: ReadonlySet<string>
  /** ISO date, in UTC. */
  readonly today: string
  readonly print: (tenant: Tenant, options: PrintOptions) => Printed
}

/** What is to be done to sources, so that they say what they are to say. */
export interface Revisions {
  readonly edits: readonly SourceEdit[]
  /** Declarations for files of their own, and those that belong behind others of their sort. */
  readonly files: readonly PrintedFile[]
  /** What no statement says of what they are to say. */
  readonly unsaid: readonly Unsaid[]
  /** Declarations of which a template says something that they can't undo, with its name. */
  readonly stuck: readonly { readonly address: Address; readonly template: string }[]
}
