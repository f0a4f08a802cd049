import type { Address, Terminal } from '@entitle/graph'
import { type Imported, trail } from '@entitle/language'
import { fileReason } from '../sources/file-reason.ts'
import { aligned } from './columns.ts'
import { counted } from './counted.ts'
import { unwrittenLines } from './import-lists.ts'
import { findingJson, json } from './json.ts'
import { type Paint, paintFor } from './paint.ts'
import { readingLine } from './plan.ts'
import { printableText } from './printable.ts'

/** An import and how it came about. */
export interface ImportView extends Imported {
  /** Of sources that were updated: what they declare and the tenant doesn't have. */
  readonly absent?: readonly Address[]
  /** How people know the tenant. */
  readonly title: string
  /** The options that mean it, for command lines to copy. */
  readonly where: string
  /** The folder that the files went to, from the current one. */
  readonly folder: string
  readonly account?: string
  readonly milliseconds: number
  readonly cancelled: boolean
  readonly verbose: boolean
}

export const importText = (view: ImportView, terminal: Pick<Terminal, 'colour' | 'columns'>): string => {
  const paint = paintFor(terminal)
  return [
    readingLine({ ...view, tenant: view.title, objects: view.count.read }, { paint }, 'read-only'),
    '',
    ...fileLines(view, paint),
    '',
    ...view.findings.flatMap(({ severity, message, help }) => [
      `${severity === 'error' ? paint.red('✗') : paint.yellow('!')} ${printableText(message)}`,
      ...(help === undefined ? [] : [`  ${printableText(help)}`]),
      '',
    ]),
    ...unwrittenLines(view, paint, terminal.columns),
    ...absentLines(view, paint),
    ...excuseLines(view, paint),
    ...ending(view, paint),
    '',
  ].join('\n')
}

const fileLines = ({ files, folder }: ImportView, paint: Paint): readonly string[] => {
  const signs = {
    written: paint.green('+'),
    changed: paint.yellow('~'),
    unchanged: '=',
    removed: paint.red('-'),
    failed: paint.red('✗'),
    left: paint.yellow('…'),
  }
  return aligned(
    files.map(({ path, result, error }) => [
      `  ${signs[result]} ${folder === '.' ? '' : `${folder}/`}${path}`,
      result === 'failed' ? `not written: ${fileReason(error, 'write')}` : result === 'left' ? 'not written' : result,
    ]),
  )
}

/** So many objects that the tenant doesn't have are named without `--verbose`. */
const mostAbsent = 10

const absentLines = ({ absent = [], verbose }: ImportView, paint: Paint): readonly string[] => {
  if (absent.length === 0) return []
  const shown = verbose ? absent : absent.slice(0, mostAbsent)
  const rest = absent.length - shown.length
  return [
    paint.bold('Declared, and not in the tenant: deploying makes them. Remove what somebody deleted there on purpose'),
    ...shown.map(address => `  ${paint.yellow('?')} ${printableText(trail(address))}`),
    ...(rest === 0 ? [] : [`    ${paint.dim(`and ${rest} more: --verbose shows them`)}`]),
    '',
  ]
}

/** What breaks rules, and what a check refuses. */
const excuseLines = ({ waivers, errors }: ImportView, paint: Paint): readonly string[] => {
  const [first] = waivers
  const rules = [...Map.groupBy(waivers, ({ rule }) => rule)].map(([rule, all]) => `${rule} (${all.length})`).sort()
  return [
    ...(first === undefined
      ? []
      : [
          paint.bold(
            `Excused until ${first.until}: ${counted(waivers.length, 'waiver')} of rules that the tenant breaks`,
          ),
          `  ${rules.join(', ')}`,
          '',
        ]),
    ...(errors.length === 0
      ? []
      : [
          paint.bold(`Refused by entitle check: ${counted(errors.length, 'error')}, before which nothing is planned`),
          ...errors.slice(0, 10).map(({ message }) => `  ${paint.red('✗')} ${printableText(message)}`),
          '',
        ]),
  ]
}

/** The count, and what to do next. */
const ending = (view: ImportView, paint: Paint): readonly string[] => {
  const { count, files, folder, where, cancelled, parts } = view
  const missing = files.filter(({ result }) => result === 'left' || result === 'failed').length
  if (missing > 0)
    return [
      `${paint.yellow(cancelled ? 'Cancelled:' : 'Not finished:')} ${counted(missing, 'file')} of ${files.length} ${missing === 1 ? 'is' : 'are'} not written; each other one is whole. Run the command again and it goes on.`,
    ]
  const there = folder === '.' ? '' : ` ${folder}`
  const changing = new Set(parts.flatMap(({ address, changes }) => (changes ? [address] : []))).size
  const absent = view.absent?.length ?? 0
  if (view.absent !== undefined)
    return [
      `${paint.green('Updated:')} ${counted(count.read, 'object')} read = ${count.written} in the sources + ${count.listed} listed; ${changedFiles(files)}.`,
      changing + absent === 0
        ? `entitle plan${where}${there} finds nothing to change.`
        : `entitle plan${where}${there} shows what deploying would do with the ${counted(changing + absent, 'object')} above; all others are as in the tenant.`,
    ]
  return [
    `${paint.green('Imported:')} ${counted(count.read, 'object')} read = ${count.written} written in ${counted(files.length, 'file')} + ${count.listed} listed.`,
    changing === 0
      ? `entitle plan${where}${there} finds nothing to change. Deploying is only what you change from here on.`
      : `entitle plan${where}${there} shows what would change of the ${counted(changing, 'object')} above; all others are as in the tenant.`,
  ]
}

const changedFiles = (files: ImportView['files']): string => {
  const count = (result: string) => files.filter(each => each.result === result).length
  const [changed, fresh] = [count('changed'), count('written')]
  if (changed + fresh === 0) return 'no file had to be changed'
  return [
    ...(changed === 0 ? [] : [`${counted(changed, 'file')} changed`]),
    ...(fresh === 0 ? [] : [`${fresh} new`]),
  ].join(', ')
}

/** `entitle-import/1`. */
export const importJson = (view: ImportView): string => {
  const {
    identity,
    folder,
    files,
    count,
    listed,
    parts,
    waivers,
    errors,
    findings,
    requests,
    milliseconds,
    cancelled,
  } = view
  const { id, domain, displayName, cloud } = identity
  return json({
    format: 'entitle-import/1',
    tenant: { id, domain, displayName, cloud },
    folder,
    files: files.map(({ path, result, error }) => ({
      path,
      result,
      ...(error === undefined ? {} : { reason: fileReason(error, 'write') }),
    })),
    count,
    waivers,
    errors: errors.map(finding => findingJson(finding, uri => uri)),
    listed: listed.map(({ address, why }) => ({ address, why })),
    parts: parts.map(({ address, path, why, changes }) => ({ address, property: path, why, changes })),
    ...(view.absent === undefined ? {} : { absent: view.absent }),
    findings: findings.map(finding => findingJson(finding, uri => uri)),
    requests,
    milliseconds,
    ...(cancelled ? { cancelled } : {}),
  })
}
