export { type Drawing, type Drawn, draw, drawablePackages, mostPackages } from './draw.ts'
export { mermaid } from './mermaid.ts'
export type { Picture } from './picture.ts'
export { svg } from './svg.ts'
