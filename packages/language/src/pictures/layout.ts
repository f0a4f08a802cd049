import type { Arrow, Box, Group, Picture } from './picture.ts'
import { broken, widthOf } from './text-lines.ts'

/** Where everything of a picture goes, in pixels from its upper left corner. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly frames: readonly Frame[]
  readonly boxes: readonly PlacedBox[]
  readonly arrows: readonly PlacedArrow[]
}

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Frame extends Area {
  readonly heading: readonly string[]
}
export interface PlacedBox extends Area {
  readonly box: Box
  readonly title: readonly string[]
  readonly lines: readonly string[]
}
export interface PlacedArrow {
  readonly arrow: Arrow
  readonly from: PlacedBox
  readonly to: PlacedBox
  /** From the foot of a box to the head of the one below it, rather than from side to side. */
  readonly down: boolean
}

export const sizes = { margin: 24, box: 260, padding: 12, line: 18, title: 20, frame: 14, between: 110 } as const

/** Places columns side by side, and what is in them from top to bottom. */
export const layout = ({ title, columns, arrows }: Picture): Layout => {
  const sideways = arrows.some(({ from, to }) => columnOf(columns, from) !== columnOf(columns, to))
  const gap = sideways ? 16 : 46
  const top = sizes.margin + 36
  const frames: Frame[] = []
  const boxes: PlacedBox[] = []
  let height = top
  for (const [index, { groups }] of columns.entries()) {
    const wide = sizes.box + 2 * sizes.frame
    const x = sizes.margin + index * (wide + (sideways ? sizes.between : 24))
    let y = top
    for (const group of groups) {
      const placed = stacked(group, x, y, gap)
      frames.push(...placed.frames)
      boxes.push(...placed.boxes)
      y = placed.end + 24
    }
    height = Math.max(height, y)
  }
  const byId = new Map(boxes.map(placed => [placed.box.id, placed]))
  const right = Math.max(0, ...boxes.map(({ x, width }) => x + width + sizes.frame))
  return {
    width: Math.ceil(sizes.margin + Math.max(right, sizes.margin + widthOf(title, 23))),
    height: height + sizes.margin,
    frames,
    boxes,
    arrows: arrows.flatMap(arrow => {
      const [from, to] = [byId.get(arrow.from), byId.get(arrow.to)]
      return from === undefined || to === undefined ? [] : [{ arrow, from, to, down: from.x === to.x }]
    }),
  }
}

/** Bold letters of titles are as wide as larger ones. */
const bold = 16

const columnOf = (columns: Picture['columns'], id: string): number =>
  columns.findIndex(({ groups }) => groups.some(({ boxes }) => boxes.some(box => box.id === id)))

const stacked = (
  { heading, boxes }: Group,
  x: number,
  top: number,
  gap: number,
): { readonly frames: readonly Frame[]; readonly boxes: readonly PlacedBox[]; readonly end: number } => {
  const inside = sizes.box - 2 * sizes.padding
  const words = heading === undefined ? [] : broken(heading, sizes.box, bold)
  let y = top + (words.length === 0 ? 0 : sizes.frame + words.length * sizes.title + 6)
  const placed = boxes.map(box => {
    const title = broken(box.title, inside, bold)
    const lines = box.lines.flatMap(line => broken(line, inside))
    const height = 2 * sizes.padding + title.length * sizes.title + lines.length * sizes.line
    const at = { box, title, lines, x: x + sizes.frame, y, width: sizes.box, height }
    y += height + gap
    return at
  })
  const end = y - gap + (words.length === 0 ? 0 : sizes.frame)
  const frame = { heading: words, x, y: top, width: sizes.box + 2 * sizes.frame, height: end - top }
  return { frames: words.length === 0 ? [] : [frame], boxes: placed, end }
}
