export type { Entry, Page } from './entry.ts'
export type { FindingGroup, FindingText } from './finding-text.ts'
export { findingGroups, findingTexts } from './findings.ts'
export { anchorOf, type Placed, pages, placed, placeOf, relatedTo } from './pages.ts'
