/** Text of the sources or of a tenant, so that it isn't read as Markdown. */
export const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')

export const bullets = (lines: readonly string[]): string => lines.map(line => `- ${line}`).join('\n')

/** Parts of a text with a blank line between them, less those that say nothing. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter(part => part !== undefined && part !== '').join('\n\n')
