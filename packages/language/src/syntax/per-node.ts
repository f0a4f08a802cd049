/** Computes once for each node what depends on nothing but the node. Trees never change; a new parse makes new nodes. */
export const perNode = <N extends object, T>(compute: (node: N) => T): ((node: N) => T) => {
  const known = new WeakMap<N, { readonly value: T }>()
  return node => {
    const found = known.get(node)
    if (found !== undefined) return found.value
    const value = compute(node)
    known.set(node, { value })
    return value
  }
}
