/** On each node, by the number of what is computed. A property is far cheaper than a weak map where there are a million nodes. */
const known = Symbol('known')

interface Knowing {
  [known]?: { readonly value: unknown }[]
}

let computed = 0

/** Computes once for each node what depends on nothing but the node. Trees never change; a new parse makes new nodes. */
export const perNode = <N extends object, T>(compute: (node: N) => T): ((node: N) => T) => {
  const number = computed++
  return node => {
    const all = (node as Knowing)[known]
    const found = all?.[number]
    if (found !== undefined) return found.value as T
    const value = compute(node)
    const knowing = node as Knowing
    knowing[known] ??= []
    knowing[known][number] = { value }
    return value
  }
}
