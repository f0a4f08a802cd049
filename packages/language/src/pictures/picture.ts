import type { SourceRange } from '@entitle/graph'

/** Boxes in columns, and arrows between them; how it looks is for whoever draws it. */
export interface Picture {
  readonly title: string
  /** From left to right. */
  readonly columns: readonly Column[]
  readonly arrows: readonly Arrow[]
}

/** Groups, from top to bottom. */
export interface Column {
  readonly groups: readonly Group[]
}

/** Boxes that belong together, from top to bottom; a frame with the heading, where there is one. */
export interface Group {
  readonly heading?: string
  readonly boxes: readonly Box[]
}

export interface Box {
  /** Unique in its picture. */
  readonly id: string
  readonly kind: BoxKind
  readonly title: string
  readonly lines: readonly string[]
  /** What it stands for in the sources. */
  readonly range?: SourceRange
}

/** `begin` and `end` of something, who `decides`, what is given (`access`), and `people`. */
export type BoxKind = 'begin' | 'decides' | 'access' | 'review' | 'end' | 'people' | 'package' | 'resource'

export interface Arrow {
  readonly from: string
  readonly to: string
  /** When one goes along it. */
  readonly label?: string
}
