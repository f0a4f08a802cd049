import type { Finding } from '@entitle/graph'
import { isRule } from '@entitle/language'
import { json } from '../views/json.ts'
import { type FindingKey, type KeySources, keyOf, keyText } from './finding-key.ts'

/** Findings that were there when rules were adopted, each so many times. */
export interface Baseline {
  readonly format: 'entitle-baseline/1'
  readonly findings: readonly (FindingKey & { readonly count: number })[]
}

/** What a baseline leaves of some findings. */
export interface Beyond {
  /** What it doesn't know. */
  readonly findings: readonly Finding[]
  /** How many it knows. */
  readonly known: number
  /** How many it knows that are no longer there. */
  readonly gone: number
}

/** Only rules are adopted little by little; what keeps sources from being read or deployed has to be repaired. */
const isAdopted = ({ rule, waived }: Finding): boolean => waived === undefined && isRule(rule)

/** Writes down what rules find now. */
export const baselineOf = (findings: readonly Finding[], sources: KeySources): Baseline => {
  const keys = findings.filter(isAdopted).map(finding => keyOf(finding, sources))
  const groups = [...Map.groupBy(keys, keyText)].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    format: 'entitle-baseline/1',
    findings: groups.flatMap(([, [key, ...others]]) =>
      key === undefined ? [] : [{ ...key, count: others.length + 1 }],
    ),
  }
}

/** What was found that a baseline doesn't know: of findings with equal keys, those beyond the number that it says. */
export const beyond = (findings: readonly Finding[], { findings: known }: Baseline, sources: KeySources): Beyond => {
  const left = new Map(known.map(({ count, ...key }) => [keyText(key), count]))
  const fresh = findings.filter(finding => {
    if (!isAdopted(finding)) return true
    const key = keyText(keyOf(finding, sources))
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
  return {
    findings: fresh,
    known: findings.length - fresh.length,
    gone: [...left.values()].reduce((sum, count) => sum + count, 0),
  }
}

export const baselineText = (baseline: Baseline): string => json(baseline)

/** A baseline that was written; undefined for any other text. */
export const readBaseline = (text: string): Baseline | undefined => {
  const found = recordOf(parsed(text))
  return found.format === 'entitle-baseline/1' && Array.isArray(found.findings) && found.findings.every(isEntry)
    ? (found as unknown as Baseline)
    : undefined
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const recordOf = (value: unknown): { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null ? (value as { readonly [key: string]: unknown }) : {}

const isEntry = (value: unknown): boolean => {
  const { rule, file, in: way, at, count } = recordOf(value)
  const isText = (part: unknown) => part === undefined || typeof part === 'string'
  return (
    typeof rule === 'string' &&
    typeof file === 'string' &&
    isText(way) &&
    isText(at) &&
    typeof count === 'number' &&
    Number.isSafeInteger(count) &&
    count > 0
  )
}
