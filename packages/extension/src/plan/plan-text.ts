import type { PlanNode } from './plan-node.ts'

const signs: { readonly [sort in PlanNode['sort']]: string } = {
  group: '',
  create: '+ ',
  update: '~ ',
  delete: '- ',
  unmanaged: '? ',
  property: '',
  finding: '! ',
}

const widest = (nodes: readonly PlanNode[]): number =>
  Math.max(0, ...nodes.filter(node => node.sort === 'property').map(node => node.label.length))

const place = ({ range }: PlanNode): string =>
  range === undefined ? '' : `  ${decodeURIComponent(range.uri.split('/').at(-1) ?? '')}:${range.start.line + 1}`

const lines = (nodes: readonly PlanNode[], indent: string): readonly string[] => {
  const width = widest(nodes)
  return nodes.flatMap(node => {
    if (node.sort === 'property') return [`${indent}  ${node.label.padEnd(width)}   ${node.detail ?? ''}`]
    const said = node.sort === 'unmanaged' ? `: ${node.detail}` : ''
    const head = `${indent}${signs[node.sort]}${node.label}${said}${node.sort === 'group' ? '' : place(node)}`
    return [head, ...lines(node.children, `${indent}  `)]
  })
}

/** A plan as a text to read, to keep, and to send to somebody who approves it. */
export const planText = (title: string, nodes: readonly PlanNode[], closing: string): string =>
  [title, '', ...lines(nodes, ''), ...(nodes.length === 0 ? [] : ['']), closing, ''].join('\n')
