import type { AstNode, LangiumDocument } from 'langium'
import type { CodeLensProvider } from 'langium/lsp'
import type { CodeLens } from 'vscode-languageserver'
import { termsInWords } from '../printing/terms-in-words.ts'
import type { PackageElement } from '../resolve/program.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { ownName } from './names.ts'
import { policiesFrom } from './template-users.ts'

/** Above a package who may request it; above a template and a standard what uses it. */
export class EntitleCodeLensProvider implements CodeLensProvider {
  private readonly services: EntitleLspServices

  constructor(services: EntitleLspServices) {
    this.services = services
  }

  provideCodeLens(document: LangiumDocument): CodeLens[] {
    const { Analyst } = this.services.editor
    const { packages, templates } = Analyst.declaredIn(document)
    return [
      ...packages.map(element => lens(element.node, packageTitle(element))),
      ...templates.map(({ node }) => {
        const users = policiesFrom(node, this.services)
        return lens(node, users === 1 ? 'used by 1 policy' : `used by ${users} policies`)
      }),
    ]
  }
}

const packageTitle = ({ policies }: PackageElement): string => {
  if (policies.length === 0) return 'no policies: nobody can get it'
  const who = policies.map(({ terms }) =>
    terms.automatic !== undefined ? 'assigned automatically' : (termsInWords(terms)[0]?.text ?? ''),
  )
  return `${policies.length === 1 ? '1 policy' : `${policies.length} policies`} · ${[...new Set(who)].join(' · ')}`
}

const lens = (node: AstNode, title: string): CodeLens => {
  const range = ownName(node)?.range ??
    node.$cstNode?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  return { range, command: { title, command: '' } }
}
