import { alwaysChecked } from '../../packages/language/src/rules/always-checked.ts'
import { enterInIndex, enterInTable } from './enter.ts'

/** The files of the repository, by path from its root. */
export interface Files {
  /** Undefined where there is no such file. */
  read(path: string): string | undefined
  /** A template of `scripts/new/templates`. */
  template(name: string): string
}

/** Texts to write, by path; or one sentence on why not. */
export type Made = { readonly writes: { readonly [path: string]: string } } | { readonly refusal: string }

const sources = 'packages/language/src/rules'
const table = `${sources}/table.ts`
const index = 'docs/rules/README.md'

/** A new rule: its file, its test and its page, entered in the table of rules and in the index of their pages. */
export const newRule = (name: string | undefined, files: Files): Made => {
  if (name === undefined) return { refusal: 'Say what the rule is called: npm run new -- rule approver-fallback' }
  if (!/^[a-z]+(-[a-z]+)+$/.test(name))
    return {
      refusal: `A rule is named by two or more lower-case words with hyphens between them, as in approver-fallback; ${name} is not.`,
    }
  if (alwaysChecked.includes(name))
    return { refusal: `${name} is checked already, by packages/language/src/checks/${name}.ts or a file beside it.` }
  const made = {
    [`${sources}/${name}.ts`]: 'rule.ts.txt',
    [`packages/language/test/rules/${name}.test.ts`]: 'test.ts.txt',
    [`docs/rules/${name}.md`]: 'page.md.txt',
  }
  const taken = Object.keys(made).find(path => files.read(path) !== undefined)
  if (taken !== undefined) return { refusal: `${taken} is there already. Change it, or name the new rule otherwise.` }
  const texts = [table, index].map(path => files.read(path))
  const [tableText, indexText] = texts
  if (tableText === undefined || indexText === undefined)
    return {
      refusal: `There is no ${[table, index][texts.indexOf(undefined)]} here. Run this in the repository.`,
    }

  const filled = (template: string) =>
    files.template(template).replaceAll('{{name}}', name).replaceAll('{{identifier}}', identifierOf(name))
  return {
    writes: {
      ...Object.fromEntries(Object.entries(made).map(([path, template]) => [path, filled(template)])),
      [table]: enterInTable(tableText, name, identifierOf(name)),
      [index]: enterInIndex(indexText, name, `a policy that is named ${name}`),
    },
  }
}

/** `approverFallback` of `approver-fallback`. */
const identifierOf = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
