import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

interface MenuItem {
  readonly command?: string
  readonly submenu?: string
  readonly when?: string
}
interface Setting {
  readonly description?: string
  readonly markdownDescription?: string
  readonly default: unknown
  readonly order: number
  readonly enum?: readonly string[]
  readonly enumDescriptions?: readonly string[]
}

const root = path.resolve(import.meta.dirname, '..')
const text = fs.readFileSync(path.join(root, 'package.json'), 'utf8')
const manifest = JSON.parse(text)
const { contributes } = manifest
const commands: readonly { command: string; title: string; category: string; enablement?: string }[] =
  contributes.commands
const settings = Object.entries(contributes.configuration.properties as Record<string, Setting>)
const sources = fs
  .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => fs.readFileSync(path.join(root, 'src', file), 'utf8'))
  .join('\n')
const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8')

describe('the extension’s manifest', () => {
  it('registers every command that it contributes, under the same name', () => {
    const missing = commands.filter(({ command }) => !sources.includes(`name: '${command}'`))
    expect(missing).toEqual([])
  })

  it('titles every command, in one category', () => {
    for (const { title, category } of commands) {
      expect(title).toMatch(/^[A-Z]/)
      expect(category).toBe('Entitle')
    }
  })

  it('has only commands in menus that exist', () => {
    const known = new Set(commands.map(({ command }) => command))
    const used = (Object.values(contributes.menus) as MenuItem[][]).flat().flatMap(({ command }) => command ?? [])
    expect(used.length).toBeGreaterThan(10)
    expect(used.filter(command => !known.has(command))).toEqual([])
    const submenus = new Set(contributes.submenus.map(({ id }: { id: string }) => id))
    for (const { submenu } of (Object.values(contributes.menus) as MenuItem[][]).flat())
      if (submenu !== undefined) expect(submenus).toContain(submenu)
  })

  it('links only to commands that exist', () => {
    const known = new Set(commands.map(({ command }) => command))
    const linked = [...text.matchAll(/\(command:(entitle\.[\w.]+)\)|onCommand:(entitle\.[\w.]+)/g)].map(
      m => m[1] ?? m[2],
    )
    expect(linked.length).toBeGreaterThan(5)
    expect(linked.filter(command => !known.has(command ?? ''))).toEqual([])
  })

  it('uses only context keys that the extension sets, or that VS Code has', () => {
    const conditions = [
      ...commands.map(({ enablement }) => enablement),
      ...(Object.values(contributes.menus) as MenuItem[][]).flat().map(({ when }) => when),
      ...contributes.viewsWelcome.map(({ when }: { when?: string }) => when),
    ].filter(condition => condition !== undefined)
    const keys = new Set(conditions.flatMap(condition => condition.match(/\bentitle\.\w+/g) ?? []))
    for (const view of ['entitle.picture', 'entitle.plan', 'entitle.report', 'entitle.tenant']) keys.delete(view)
    for (const key of keys) expect(sources).toContain(`'setContext', '${key}'`)
    const foreign = new Set(
      conditions.flatMap(
        condition => condition.replace(/=~ \/.*?\/|== [\w.]+|entitle\.\w+/g, '').match(/\b[A-Za-z]\w+/g) ?? [],
      ),
    )
    expect([...foreign].sort()).toEqual([
      'activeWebviewPanelId',
      'editorTextFocus',
      'explorerResourceIsFolder',
      'false',
      'isWorkspaceTrusted',
      'resourceLangId',
      'view',
      'viewItem',
      'workspaceFolderCount',
    ])
  })

  it('keeps whatever signs in or deploys out of a workspace that is not trusted', () => {
    for (const name of [
      'entitle.plan',
      'entitle.deploy',
      'entitle.deployPackage',
      'entitle.deployPart',
      'entitle.sandbox.start',
    ])
      expect(commands.find(({ command }) => command === name)?.enablement).toContain('isWorkspaceTrusted')
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe('limited')
    for (const name of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations)
      expect(settings.map(([key]) => key)).toContain(name)
  })

  it('describes every setting, gives it a default and a place, and names it in the readme', () => {
    for (const [name, setting] of settings) {
      expect(name).toMatch(/^entitle\./)
      expect(setting.description ?? setting.markdownDescription).toMatch(/^[A-Z].*[.)]$/s)
      expect(setting.default).toBeDefined()
      expect(setting.enumDescriptions?.length).toBe(setting.enum?.length)
      expect(readme).toContain(`\`${name}\``)
    }
    expect(settings.map(([, { order }]) => order)).toEqual(settings.map((_, index) => index + 1))
  })

  it('reads no setting that it does not describe', () => {
    const read = [...sources.matchAll(/getConfiguration\('entitle'\)\s*\.get\('([\w.]+)'/g)].map(m => `entitle.${m[1]}`)
    expect(read.length).toBeGreaterThan(0)
    for (const name of read) expect(settings.map(([key]) => key)).toContain(name)
  })

  it('describes no setting that nothing reads', () => {
    const byServer = ['exclude', 'inlayHints.endDates', 'inlayHints.defaults', 'inlayHints.reviews']
    const byClient = [...byServer.map(name => `entitle.${name}`), 'entitle.trace.server']
    const unread = settings
      .map(([name]) => name)
      .filter(name => !sources.includes(`'${name.slice('entitle.'.length)}'`))
    expect(unread).toEqual(byClient)
  })

  it('names files that exist and are packaged', () => {
    const ignore = fs.readFileSync(path.join(root, '.vscodeignore'), 'utf8').split('\n')
    const packaged = ignore.filter(line => line.startsWith('!')).map(line => line.slice(1))
    const named = [
      ...text.matchAll(/"(?:\.\/)?((?:images|syntaxes|snippets|walkthrough)\/[^"]+|language-configuration\.json)"/g),
    ]
    const files = new Set(named.map(m => m[1] ?? ''))
    expect(files.size).toBeGreaterThan(8)
    for (const file of files) {
      expect(fs.existsSync(path.join(root, file)), file).toBe(true)
      expect(
        packaged.some(pattern => path.matchesGlob(file, pattern)),
        file,
      ).toBe(true)
    }
  })

  it('has an icon of at least 128 pixels and no template text in its readme', () => {
    const icon = fs.readFileSync(path.join(root, manifest.icon))
    expect(icon.subarray(1, 4).toString()).toBe('PNG')
    expect(icon.readUInt32BE(16)).toBe(256)
    expect(icon.readUInt32BE(20)).toBe(256)
    expect(readme).not.toMatch(/This is the README for your extension/)
  })

  it.each([
    { pages: ['README.md'], folder: '', pictures: 'images/screenshots', wide: 1200 },
    { pages: ['write.md', 'plan.md', 'deploy.md'], folder: 'walkthrough', pictures: '', wide: 400 },
  ])('shows pictures in $pages that are there and can be read, and says what is on them', place => {
    const { pages, pictures, wide } = place
    const folder = path.join(root, place.folder)
    const text = pages.map(page => fs.readFileSync(path.join(folder, page), 'utf8')).join('\n')
    const shown = [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)]
    const kept = fs.readdirSync(path.join(folder, pictures)).filter(name => name.endsWith('.png'))
    expect(shown.map(([, , file = '']) => file).sort()).toEqual(kept.map(name => path.posix.join(pictures, name)))
    for (const [, alt = '', file = ''] of shown) {
      const image = fs.readFileSync(path.join(folder, file))
      expect(alt.length, file).toBeGreaterThan(40)
      expect(image.subarray(1, 4).toString()).toBe('PNG')
      expect(image.readUInt32BE(16), file).toBeGreaterThanOrEqual(wide)
      expect(image.length, file).toBeLessThan(256 * 1024)
    }
  })

  it('has a changelog entry for its version, and the version of every package', () => {
    const changelog = fs.readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8')
    expect(changelog).toContain(`## ${manifest.version}`)
    for (const name of ['graph', 'language', 'sandbox', 'cli']) {
      const other = JSON.parse(fs.readFileSync(path.resolve(root, '..', name, 'package.json'), 'utf8'))
      expect(other.version).toBe(manifest.version)
    }
  })

  it('activates through its language, its commands and a page that was open alone, and wants a VS Code whose Node has SQLite', () => {
    expect(manifest.activationEvents).toEqual(['onWebviewPanel:entitle.picture', 'onWebviewPanel:entitle.report'])
    expect(manifest.engines.vscode).toBe('^1.101.0')
  })

  it('names every command in the readme', () => {
    for (const { title } of commands) expect(readme).toContain(title)
  })

  it('has a Mac twin for every key with Ctrl, none that AltGr types, and each for a command', () => {
    const known = new Set(commands.map(({ command }) => command))
    expect(contributes.keybindings.length).toBeGreaterThan(3)
    for (const { command, key, mac, when } of contributes.keybindings) {
      expect(known).toContain(command)
      expect(mac).toBe(key.replaceAll('ctrl', 'cmd'))
      expect(key).not.toMatch(/ctrl\+alt|ctrl\+shift\+alt/)
      expect(when).toContain('entitle')
    }
    expect(new Set(contributes.keybindings.map(({ key }: { key: string }) => key)).size).toBe(
      contributes.keybindings.length,
    )
  })

  it('keeps keys that plan or deploy out of a workspace that is not trusted', () => {
    for (const { command, when } of contributes.keybindings)
      if (/plan|deploy/.test(command))
        for (const alternative of when.split('||')) expect(alternative).toContain('isWorkspaceTrusted')
  })

  it('has a file icon for light and for dark themes', () => {
    const [{ icon }] = contributes.languages
    for (const theme of ['light', 'dark']) {
      const svg = fs.readFileSync(path.join(root, icon[theme]), 'utf8')
      expect(svg).toMatch(/^<svg [^>]*viewBox=/)
    }
    expect(icon.light).not.toBe(icon.dark)
  })
})
