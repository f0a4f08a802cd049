const nothing = Symbol('nothing')

/** Computes once for each node what depends on nothing but the node. Trees never change; a new parse makes new nodes. */
export const perNode = <N extends object, T>(compute: (node: N) => T): ((node: N) => T) => {
  // A property of the node: with a million nodes, a weak map keeps the garbage collector busy.
  const key = Symbol('known')
  return node => {
    const knowing = node as { [key]?: T | typeof nothing }
    const found = knowing[key]
    if (found !== undefined) return (found === nothing ? undefined : found) as T
    const value = compute(node)
    knowing[key] = value === undefined ? nothing : value
    return value
  }
}
