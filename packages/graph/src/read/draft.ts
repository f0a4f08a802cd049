import type { Finding } from '../model/finding.ts'
import type { JsonObject } from '../model/json.ts'
import type { KindName, Properties } from '../model/tenant.ts'

/** A live object as it was read, before names of directory objects and addresses are known. */
export interface Draft {
  readonly kind: KindName
  readonly id: string
  /** The id of the object it lies in. */
  readonly parent?: string
  readonly properties: Properties
  readonly raw: JsonObject
}

/** A list that couldn't be read: objects of this kind, in this parent, or anywhere. */
export interface Gap {
  readonly kind: KindName
  readonly parent?: string
  /** Why. */
  readonly finding: Finding
}

/** What one reader found. */
export interface Reading {
  readonly drafts: readonly Draft[]
  readonly gaps: readonly Gap[]
  readonly findings: readonly Finding[]
  /** Names of directory objects that came along, by id. */
  readonly names: ReadonlyMap<string, string>
}

export const nothingRead: Reading = { drafts: [], gaps: [], findings: [], names: new Map() }

export const readings = (all: readonly Reading[]): Reading => ({
  drafts: all.flatMap(({ drafts }) => drafts),
  gaps: all.flatMap(({ gaps }) => gaps),
  findings: all.flatMap(({ findings }) => findings),
  names: new Map(all.flatMap(({ names }) => [...names])),
})

export const found = (drafts: readonly Draft[], names: Iterable<readonly [string, string]> = []): Reading => ({
  ...nothingRead,
  drafts,
  names: new Map(names),
})

export const missed = (gap: Omit<Gap, 'finding'>, finding: Finding): Reading => ({
  ...nothingRead,
  gaps: [{ ...gap, finding }],
  findings: [finding],
})
