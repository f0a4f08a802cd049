import {
  type Address,
  type Finding,
  isRef,
  type KindName,
  type Ref,
  segmentsOf,
  type TenantObject,
  type Unread,
  type Value,
} from '@entitle/graph'
import type { Unsaid } from '../printing/source/said.ts'
import { type Aspect, aspectsOfKind, aspectsOfProperty } from './aspects.ts'
import type { OpenQuestion } from './audit.ts'
import { whyUnread } from './unreadable.ts'

/** Something that is not known of a live tenant, and which rules can't be told for that. */
export interface Unknown extends OpenQuestion {
  /** Undefined: it may be anything. */
  readonly aspects: readonly Aspect[] | undefined
  /** Nothing of it is known, so that a rule which misses it may be wrong, too. */
  readonly whole: boolean
  /** It is a list: what it would hold is not known. */
  readonly isList: boolean
}

/** Properties that rules look at as a whole: where one isn't known, it only looks as if it were not there. */
const whole: ReadonlySet<string> = new Set([
  '',
  'expiration',
  'reviewSettings',
  'requestApprovalSettings',
  'allowedTargetScope',
])

/** What the language can't say of live objects. */
export const unsaidOf = ({ address, path, why }: Unsaid): Unknown => ({
  address,
  property: path,
  why,
  aspects: aspectsOfProperty(kindOf(address), path),
  whole: whole.has(path),
  isList: false,
})

/** Lists that couldn't be read, by the parent whose objects they hold. */
export const unreadOf = ({ kind, parent = '', finding }: Unread): Unknown => ({
  address: parent,
  property: '',
  why: whyUnread(finding),
  aspects: aspectsOfKind(kind),
  whole: true,
  isList: true,
})

/** What a check refuses in the words for a live object, so that rules may not have understood it. */
export const refusedOf = ({ message }: Finding, address: Address): Unknown => ({
  address,
  property: '',
  why: `Entitle can't tell what it means: ${message}`,
  aspects: undefined,
  whole: false,
  isList: false,
})

/** Users whom nobody could look up, so that it isn't known whether they are guests. */
export const strangersOf = ({ kind, address, properties }: TenantObject): readonly Unknown[] =>
  kind !== 'assignment-policy'
    ? []
    : Object.entries(properties).flatMap(([property, value]) =>
        usersIn(value)
          .filter(({ name, id }) => name === '' || name === id)
          .slice(0, 1)
          .map(
            ({ id = '' }): Unknown => ({
              address,
              property,
              why: `Who ${id} is can’t be looked up in the directory: they are gone, or you may not read users (User.ReadBasic.All).`,
              aspects: aspectsOfProperty(kind, property),
              whole: false,
              isList: false,
            }),
          ),
      )

const usersIn = (value: Value): readonly Ref[] => {
  if (isRef(value)) return value.$ref === 'user' ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(usersIn) : []
}

/** A live object that nothing was written for. */
export const wordlessOf = (address: Address): Unknown => ({
  address,
  property: '',
  why: 'The language has no declaration for it.',
  aspects: undefined,
  whole: true,
  isList: false,
})

/** The kind of the object at an address; the tenant's settings stand for the tenant. */
export const kindOf = (address: Address): KindName => segmentsOf(address).at(-1)?.kind ?? 'settings'
