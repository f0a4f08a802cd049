import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import oniguruma from 'vscode-oniguruma'
import textmate from 'vscode-textmate'

const require = createRequire(import.meta.url)
const syntaxes = new URL('../../packages/extension/syntaxes/', import.meta.url)
const files: { readonly [scope: string]: string } = {
  'source.entitle': 'entitle.tmLanguage.json',
  'markdown.entitle.codeblock': 'entitle-markdown.tmLanguage.json',
}

/** A Markdown grammar just large enough to be injected into. */
const markdown = { scopeName: 'text.html.markdown', patterns: [{ match: '^#.*$', name: 'markup.heading.markdown' }] }

const onigLib = oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
  createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
  createOnigString: (text: string) => new oniguruma.OnigString(text),
}))

const registry = new textmate.Registry({
  onigLib,
  getInjections: scope => (scope === 'text.html.markdown' ? ['markdown.entitle.codeblock'] : undefined),
  loadGrammar: async scope => {
    if (scope === 'text.html.markdown') return textmate.parseRawGrammar(JSON.stringify(markdown), 'markdown.json')
    const file = files[scope]
    return file === undefined ? null : textmate.parseRawGrammar(readFileSync(new URL(file, syntaxes), 'utf8'), file)
  },
})

export interface Highlighted {
  readonly line: string
  readonly tokens: readonly { readonly text: string; readonly scopes: readonly string[] }[]
}

/** Every line with its tokens and their scopes, less the grammar's own. */
export const highlight = async (source: string, scope = 'source.entitle'): Promise<readonly Highlighted[]> => {
  const grammar = await registry.loadGrammar(scope)
  if (grammar === null) throw new Error(`no grammar for ${scope}`)
  let state = textmate.INITIAL
  return source.split('\n').map(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state)
    state = ruleStack
    return {
      line,
      tokens: tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes.filter(name => name !== scope),
      })),
    }
  })
}

/** The lines, each followed by its tokens' innermost scopes: what the snapshots hold. */
export const snapshot = (lines: readonly Highlighted[]): string =>
  lines
    .flatMap(({ line, tokens }) => [
      `>${line}`,
      ...tokens
        .filter(({ text, scopes }) => text.trim() !== '' && scopes.length > 0)
        .map(({ text, scopes }) => `   ${text.trim().padEnd(28)} ${scopes.join(' ')}`),
    ])
    .join('\n')
