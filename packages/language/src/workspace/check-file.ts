import type { Finding } from '@entitle/graph'
import type { LangiumDocument } from 'langium'
import { type Checked, runChecks, type Unless, unlessUsed, usesIn } from '../checks/index.ts'
import { linkFindings } from '../references/link-findings.ts'
import type { FileProgram } from '../resolve/resolve.ts'
import { resolveFindings } from '../resolve/resolve.ts'
import type { Spoken, Surroundings } from '../rules/index.ts'
import type { EntitleServices } from '../services.ts'
import { followsFrom } from '../syntax/consequences.ts'
import { syntaxFindings } from '../syntax/syntax-findings.ts'

/** Rules on a file: the lint rules, with the standard that the workspace declares. */
export type Rules = (file: FileProgram, surroundings: Surroundings) => Spoken

/** All that looking at one file tells, as plain data. Some of it can be told of the workspace only together with other files. */
export interface Outcome extends Spoken {
  /** What the file uses. */
  readonly uses: readonly string[]
  readonly unless: readonly Unless[]
}

/** What checking a file needs to know of all others. */
export interface World extends Omit<Checked, 'documents' | 'program' | 'whole'>, Surroundings {
  readonly services: EntitleServices
  readonly rules: Rules | undefined
}

/**
 * Everything that the sources alone can tell of one file: what can't be read, names that nothing has, what the checks and the
 * rules find. Only errors of reading keep the later stages from speaking of the same lines.
 */
export const checkFile = (document: LangiumDocument, file: FileProgram, world: World): Outcome => {
  const syntax = syntaxFindings(document)
  const broken = new Set(syntax.map(lineOf))
  const isConsequence = followsFrom([document], syntax)
  const checked: Checked = { ...world, documents: [document], program: file, whole: world.program }
  const spoken = world.rules?.(file, world) ?? { findings: [], said: [], used: [], waivers: [] }
  return {
    ...spoken,
    findings: [
      ...syntax,
      ...linkFindings(document, world.services, broken),
      ...[...resolveFindings(document), ...runChecks(checked), ...spoken.findings].filter(
        finding => !isConsequence(finding),
      ),
    ],
    uses: usesIn(checked),
    unless: unlessUsed(checked),
  }
}

const lineOf = ({ place }: Finding): number => (place.kind === 'source' ? place.range.start.line : -1)
