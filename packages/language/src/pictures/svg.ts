import { shown } from '../printing/markdown-text.ts'
import { type Frame, layout, type PlacedArrow, type PlacedBox, sizes } from './layout.ts'
import type { Picture } from './picture.ts'
import { svgStyle } from './svg-style.ts'

/** The picture as SVG, in the colours of whoever looks at it. Boxes can be reached with the keyboard, and say where they are declared. */
export const svg = (picture: Picture): string => {
  const { width, height, frames, boxes, arrows } = layout(picture)
  return `<svg xmlns="http://www.w3.org/2000/svg" class="entitle" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="picture-title">
<title id="picture-title">${text(picture.title)}</title>
<style>${svgStyle}</style>
<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="tip" d="M0 0L10 5L0 10z"/></marker></defs>
<rect class="paper" width="${width}" height="${height}"/>
<text class="heading" x="${sizes.margin}" y="${sizes.margin + 20}">${text(picture.title)}</text>
${[...frames.map(frame), ...arrows.map(arrow), ...boxes.map(placed => box(placed, arrows))].join('\n')}
</svg>
`
}

const frame = ({ x, y, width, height, heading }: Frame): string =>
  `<rect class="frame" x="${x}" y="${y}" width="${width}" height="${height}" rx="10"/>${lines(heading, 'group', x + sizes.frame, y + sizes.frame + 8, sizes.title)}`

const arrow = ({ arrow: { label }, from, to, down }: PlacedArrow): string => {
  if (down) {
    const x = from.x + from.width / 2
    const [y1, y2] = [from.y + from.height, to.y]
    const words =
      label === undefined ? '' : `<text class="label" x="${x + 8}" y="${(y1 + y2) / 2 + 4}">${text(label)}</text>`
    return `<path class="arrow" d="M${x} ${y1}L${x} ${y2}" marker-end="url(#tip)"/>${words}`
  }
  const [x1, x2] = [from.x + from.width, to.x]
  const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2]
  const middle = (x1 + x2) / 2
  const told = label === undefined ? '' : `<title>${text(label)}</title>`
  return `<path class="arrow" d="M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}" marker-end="url(#tip)">${told}</path>`
}

/** What stands in it, and what it leads to, for whoever hears the picture. */
const box = (placed: PlacedBox, arrows: readonly PlacedArrow[]): string => {
  const { box: meant, x, y, width, height } = placed
  const { range } = meant
  const leads = arrows
    .filter(({ from }) => from === placed)
    .map(({ arrow: { label }, to }) => `leads to ${to.box.title}${label === undefined ? '' : ` (${label})`}`)
  const place = range === undefined ? '' : ` data-uri="${text(range.uri)}" data-line="${range.start.line}"`
  const said = [meant.title, ...meant.lines, ...leads].join('; ')
  const titles = lines(placed.title, 'title', x + sizes.padding, y + sizes.padding + 14, sizes.title)
  const below = y + sizes.padding + placed.title.length * sizes.title + 13
  return `<g class="box ${meant.kind}" tabindex="0" role="${range === undefined ? 'img' : 'link'}" aria-label="${text(said)}"${place}><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${meant.kind === 'begin' || meant.kind === 'end' ? 18 : 6}"/>${titles} ${lines(placed.lines, 'line', x + sizes.padding, below, sizes.line)}</g>`
}

const lines = (all: readonly string[], kind: string, x: number, y: number, step: number): string =>
  all.map((line, index) => `<text class="${kind}" x="${x}" y="${y + index * step}">${text(line)}</text>`).join(' ')

const text = (value: string): string => shown(value).replace(/[&<>"']/g, sign => `&#${sign.codePointAt(0)};`)
