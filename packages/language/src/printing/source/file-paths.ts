/** Names that Windows keeps for devices, whatever the ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** A path for each name, in order; none of `taken`, whatever the case. A name of the language has no sign that leads out of a folder. */
export const filePaths = (names: readonly string[], taken: Iterable<string>): readonly string[] => {
  const used = new Set([...taken].map(path => path.toLowerCase()))
  return names.map(name => {
    const base = devices.test(name.toLowerCase()) ? `${name.toLowerCase()}-catalog` : name.toLowerCase()
    let path = `${base}.entitle`
    for (let count = 2; used.has(path); count += 1) path = `${base}-${count}.entitle`
    used.add(path)
    return path
  })
}
