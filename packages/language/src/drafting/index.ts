export type { Circumstances } from './circumstances.ts'
export { type Drafted, interviews } from './interviews.ts'
export { type Choice, type Draft, type Interview, type Question, type Refused, type Turn, turn } from './question.ts'
