/** About how wide a text is in the font of pictures, in pixels: signs of East Asian scripts and emoji take twice as much. */
export const widthOf = (text: string, size = 13): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x1100 ? size : size * 0.56), 0)

/** The text in lines no wider than `width`, broken at blanks, else anywhere. */
export const broken = (text: string, width: number, size = 13): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const joined = line === '' ? word : `${line} ${word}`
    if (widthOf(joined, size) <= width) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const sign of word) {
      if (line !== '' && widthOf(line + sign, size) > width) {
        lines.push(line)
        line = ''
      }
      line += sign
    }
  }
  return [...lines, line]
}
