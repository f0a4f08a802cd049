import type { Json } from '@entitle/graph'
import type { Loss } from './graph-document.ts'
import { Expression, type HclBlock, type HclValue } from './hcl.ts'

/** Reads the settings of a block; what only Terraform can evaluate is told. */
export class BlockReader {
  readonly block: HclBlock
  readonly #known: ReadonlyMap<string, HclBlock>
  readonly #losses: Loss[]

  constructor(block: HclBlock, known: ReadonlyMap<string, HclBlock>, losses: Loss[]) {
    this.block = block
    this.#known = known
    this.#losses = losses
    for (const each of ['for_each', 'count', 'dynamic'])
      if (block.attributes.has(each) || block.blocks.some(({ type }) => type === each))
        this.lose(each, 'Entitle has no loops; write each declaration, or let a policy template say what they share')
  }

  /** Nested blocks of a type. */
  inside(type: string): readonly BlockReader[] {
    return this.block.blocks
      .filter(each => each.type === type)
      .map(each => new BlockReader(each, this.#known, this.#losses))
  }

  text(name: string): string {
    const value = this.#value(name)
    if (value instanceof Expression) {
      this.#tell(name, `is written as it stands: only Terraform can evaluate \`${value.words}\``)
      return value.words.replaceAll(/\$\{([^}]*)\}/g, '$1')
    }
    return value === undefined || value === null ? '' : String(value as Json)
  }

  number(name: string): number | undefined {
    const value = this.#value(name)
    if (value instanceof Expression) this.lose(name, `only Terraform can evaluate \`${value.words}\``)
    return typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : undefined
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.#value(name)
    if (value instanceof Expression) this.lose(name, `only Terraform can evaluate \`${value.words}\``)
    return typeof value === 'boolean' ? value : otherwise
  }

  /** The address of what a setting refers to, or the id that it says. */
  target(name: string): string {
    const value = this.#value(name)
    if (!(value instanceof Expression)) return typeof value === 'string' ? value : ''
    const address = value.words.replace(/^\$\{(.*)\}$/, '$1').replace(/\[[^\]]*\]/g, '')
    const parts = address.split('.')
    const length = parts[0] === 'data' ? 3 : 2
    const target = parts.slice(0, length).join('.')
    if (!this.#known.has(target) && !/^(?:data\.)?azuread_/.test(target))
      this.lose(name, `only Terraform can evaluate \`${value.words}\``)
    return target
  }

  nameOf(address: string): string {
    const block = this.#known.get(address)
    return block === undefined ? (address.split('.').at(-1) ?? address) : nameIn(block)
  }

  lose(name: string, why: string): void {
    this.#tell(name, `is not taken over: ${why}`)
  }

  #tell(name: string, what: string): void {
    const line = this.block.attributes.get(name)?.line ?? this.block.line
    const [sort = this.block.type, label = ''] = this.block.labels
    this.#losses.push({ line, message: `${label === '' ? this.block.type : `${sort}.${label}`}: \`${name}\` ${what}.` })
  }

  #value(name: string): HclValue | undefined {
    return this.block.attributes.get(name)?.value
  }
}

/** What a block of a directory object is called in the directory. */
export const nameIn = (block: HclBlock): string => {
  for (const name of ['user_principal_name', 'display_name', 'mail_nickname']) {
    const value = block.attributes.get(name)?.value
    if (typeof value === 'string') return value
  }
  return block.labels[1] ?? ''
}
