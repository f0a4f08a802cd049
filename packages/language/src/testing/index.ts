export { applyFix, markedText, readSources, type Sources, testDay } from './sources.ts'
