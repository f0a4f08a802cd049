import type { PolicyElement, Sourced, TemplateElement } from '../resolve/program.ts'
import type { FileProgram } from '../resolve/resolve.ts'
import { policiesOf } from './names.ts'

/** What has terms: a template or a policy. */
export type TermsHolder = TemplateElement | PolicyElement

/** The templates and policies that a file declares. */
export const termsHolders = (program: FileProgram): TermsHolder[] => [...program.templates, ...policiesOf(program)]

/** Whether the holder says it itself; what it takes over is looked at where it is said. */
export const isOwn = (said: Sourced<unknown> | undefined): boolean => said !== undefined && said.template === undefined

/** `policy suppliers`, `policy template external-standard`. */
export const holderWords = ({ element, name }: TermsHolder): string =>
  element === 'policy' ? `policy ${name}` : `policy template ${name}`
