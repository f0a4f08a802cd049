import type { AstNode } from 'langium'
import { isPolicyTemplate } from '../generated/ast.ts'
import { counted } from '../printing/fields.ts'
import { reviewTermsInWords, termsInWords } from '../printing/terms-in-words.ts'
import type { ObjectReference, Terms } from '../resolve/program.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { bullets, paragraphs, plain } from './markdown.ts'
import { referencesTo } from './occurrences.ts'
import { policiesFrom } from './template-users.ts'

/** What a declaration comes to, as Markdown: its head, its documentation, its resolved meaning. */
export const declarationMarkdown = (node: AstNode, services: EntitleLspServices): string =>
  paragraphs(
    `\`\`\`entitle\n${head(node)}\n\`\`\``,
    services.documentation.DocumentationProvider.getDocumentation(node),
    meanings[node.$type]?.(node, services),
  )

/** The declaration's first line, less its block. */
const head = (node: AstNode): string => (node.$cstNode?.text.split('\n', 1)[0] ?? '').replace(/\s*\{.*$/, '')

type Meaning = (node: AstNode, services: EntitleLspServices) => string | undefined

const policy: Meaning = (node, { editor }) => {
  const element = editor.Analyst.policyOf(node)
  return element && paragraphs(`Of package ${plain(element.package.displayName)}.`, termLines(element.terms))
}

const template: Meaning = (node, services) => {
  const { editor } = services
  const element = editor.Analyst.program.templates.find(candidate => candidate.node === node)
  const users = isPolicyTemplate(node) ? policiesFrom(node, services) : 0
  return (
    element && paragraphs(termLines(element.terms), `Taken over by ${users === 1 ? '1 policy' : `${users} policies`}.`)
  )
}

const accessPackage: Meaning = (node, { editor }) => {
  const element = editor.Analyst.packageOf(node)
  if (element === undefined) return undefined
  const grants = element.grants.map(
    ({ role, resource }) => `grants ${plain(role)} of ${plain(resource.object.displayName)}`,
  )
  const offers = element.policies.map(({ displayName, terms }) => {
    const who = termsInWords(terms).slice(0, 1)
    return `policy ${plain(displayName)}: ${who.map(({ label, text }) => `${label} ${plain(text)}`).join('')}`
  })
  return paragraphs(`In catalog ${plain(element.catalog.displayName)}.`, bullets([...grants, ...offers]))
}

const catalog: Meaning = (node, { editor }) => {
  const element = editor.Analyst.program.catalogs.find(candidate => candidate.node === node)
  if (element === undefined) return undefined
  const { packages, resources, published, visibleToExternal } = element
  const counts = `${counted(packages.length, 'package')}, ${counted(resources.length, 'resource')}`
  return `${counts}; ${published ? 'published' : 'unpublished'}, ${visibleToExternal ? '' : 'not '}visible to external users.`
}

const organization: Meaning = (node, { editor }) => {
  const element = editor.Analyst.program.organizations.find(candidate => candidate.node === node)
  if (element === undefined) return undefined
  const sources = element.sources.map(({ value }) => `${value.kind} ${plain(value.value)}`)
  return bullets([
    element.state,
    sources.length === 0 ? 'no domain or tenant' : sources.join(', '),
    sponsors('internal', element.internalSponsors),
    sponsors('external', element.externalSponsors),
  ])
}

const mostFiles = 8

const directoryObject: Meaning = (node, services) => {
  const uses = referencesTo(node, services)
  if (uses.length === 0) return 'Nothing uses it.'
  const files = Map.groupBy(uses, ({ document: { uri } }) => uri.path.slice(uri.path.lastIndexOf('/') + 1))
  const lines = [...files].slice(0, mostFiles).map(([file, found]) => {
    const numbers = [
      ...new Set(
        found.flatMap(({ reference }) =>
          reference.$refNode === undefined ? [] : reference.$refNode.range.end.line + 1,
        ),
      ),
    ]
    return `${plain(file)}: ${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}`
  })
  return `Used ${counted(uses.length, 'time')}:\n${bullets(lines)}`
}

const workflow: Meaning = (node, { editor }) => {
  const workflows = editor.Analyst.program.catalogs.flatMap(({ workflows: all }) => all)
  const element = workflows.find(candidate => candidate.node === node)
  if (element === undefined) return undefined
  const { trigger, logicApp } = element
  const calls = editor.Analyst.policies.flatMap(({ displayName, terms }) =>
    (terms.calls?.value ?? []).some(call => call.workflow.node === node)
      ? [`called by policy ${plain(displayName)}`]
      : [],
  )
  return bullets([
    ...(trigger === undefined ? [] : [`on ${trigger.value}`]),
    ...(logicApp === undefined
      ? []
      : [`logic app ${plain(logicApp.value.name)} in ${plain(logicApp.value.resourceGroup)}`]),
    ...(calls.length === 0 ? ['no policy calls it'] : calls),
  ])
}

const review: Meaning = (node, { editor }) => {
  const element = editor.Analyst.program.reviews.find(candidate => candidate.node === node)
  if (element === undefined) return undefined
  const { scope, inactiveForDays, recurs, applyAutomatically, terms } = element
  const where = scope && (scope.value.in === 'all groups' ? 'all groups' : `"${scope.value.in.object.displayName}"`)
  const who = scope === undefined ? [] : [`of ${scope.value.who} in ${where}`]
  const inactive = inactiveForDays === undefined ? [] : [`inactive for ${counted(inactiveForDays.value, 'day')}`]
  return bullets(
    [
      ...who,
      ...inactive,
      `${reviewTermsInWords(recurs?.value ?? 'once', terms)}, decisions applied ${applyAutomatically ? 'automatically' : 'manually'}`,
    ].map(plain),
  )
}

const meanings: { readonly [type: string]: Meaning } = {
  Policy: policy,
  PolicyTemplate: template,
  Package: accessPackage,
  Catalog: catalog,
  Organization: organization,
  DirectoryObject: directoryObject,
  Workflow: workflow,
  StandaloneReview: review,
}

const sponsors = (side: string, references: readonly ObjectReference[]): string =>
  references.length === 0
    ? `no ${side} sponsors`
    : `${side} sponsors ${references.map(({ object }) => plain(object.name ?? object.displayName)).join(', ')}`

const termLines = (terms: Terms): string =>
  bullets(
    termsInWords(terms).map(
      ({ label, text, template: from }) =>
        `**${label}** ${plain(text)}${from === undefined ? '' : ` *(from ${from})*`}`,
    ),
  )
