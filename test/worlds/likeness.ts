import type { SandboxState } from '@entitle/sandbox'
import { contentOf } from './rehearsal.ts'

/** What one tenant has and another one hasn't, each called by its kind and name or content. */
export interface Difference {
  readonly lost: readonly string[]
  readonly more: readonly string[]
}

/** How a tenant differs from what it was, for whoever reads it through Graph: access that has ended, and who once asked, aside. */
export function difference(before: SandboxState, now: SandboxState): Difference {
  const [former, present] = [before, now].map(linesOf)
  return { lost: without(former ?? [], present ?? []), more: without(present ?? [], former ?? []) }
}

const without = (all: readonly string[], some: readonly string[]): string[] => {
  const left = [...some]
  return all.filter(line => {
    const place = left.indexOf(line)
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}

const linesOf = (state: SandboxState): readonly string[] =>
  Object.entries(contentOf(state)).flatMap(([kind, all]) =>
    kind === 'subject'
      ? []
      : all.flatMap(text => lineOf(kind, JSON.parse(text) as { readonly [name: string]: unknown })),
  )

const initial =
  '{"durationUntilExternalUserDeletedAfterBlocked":"P30D","externalUserLifecycleAction":"blockSignInAndDelete"}'

const lineOf = (kind: string, body: { readonly [name: string]: unknown }): readonly string[] => {
  const { $stageSettings: stages, ...rest } = body
  // Graph keeps no order of workflows by their stages.
  const sorted = Array.isArray(stages)
    ? { $stageSettings: stages.map(each => JSON.stringify(ordered(each))).sort() }
    : {}
  const line = JSON.stringify(ordered({ ...rest, ...sorted }))
  if (body.$removedAt !== undefined || line === initial) return []
  return [`${kind} ${line}`]
}

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, ordered(each)]),
  )
}
