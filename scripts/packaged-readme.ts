/** A picture of the extension on a line of its own, and the blank line after it. */
const picture = /^!\[(?<alt>[^\]]*)\]\((?<file>images\/[^)]+)\)\n\n?/gm

/**
 * The extension's README as it is packaged. VS Code and the Marketplace show pictures from https addresses only, never those in the package.
 * @param pictures the address under which the extension's folder is published; without it the pictures are left out
 * @see https://code.visualstudio.com/api/working-with-extensions/publishing-extension
 */
export const packagedReadme = (readme: string, pictures: URL | undefined): string =>
  readme.replace(picture, (line, alt: string, file: string) => {
    if (pictures === undefined) return ''
    const folder = pictures.href.replace(/\/?$/, '/')
    return line.replace(`![${alt}](${file})`, `![${alt}](${new URL(file, folder).href})`)
  })

/** The address that is written after `--images`. @throws {Error} where it isn't one that pictures can be shown from */
export const addressOfPictures = (written: string | undefined): URL => {
  if (written === undefined || !URL.canParse(written) || new URL(written).protocol !== 'https:')
    throw new Error(`--images takes an https address, under which images/… of the extension stands; not ${written}.`)
  return new URL(written)
}
