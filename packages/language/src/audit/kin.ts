import type { Address } from '@entitle/graph'

/** An address and those of all that it lies in, from the outermost inwards. */
const lineOf = (address: Address): readonly Address[] => {
  const steps = address.split('/')
  return Array.from({ length: Math.ceil(steps.length / 2) }, (_, at) => steps.slice(0, (at + 1) * 2).join('/'))
}

/** Finds, among some addresses, those that an address lies in, is, or holds. */
export const kinOf = (addresses: readonly Address[]): ((address: Address) => readonly Address[]) => {
  const known = new Set(addresses)
  const held = new Map<Address, Address[]>()
  for (const address of known)
    for (const above of lineOf(address)) {
      const inside = held.get(above)
      if (inside === undefined) held.set(above, [address])
      else inside.push(address)
    }
  return address => [
    ...lineOf(address).filter(above => above !== address && known.has(above)),
    ...(held.get(address) ?? []),
  ]
}
