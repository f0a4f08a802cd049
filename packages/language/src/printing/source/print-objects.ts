import type { Tenant } from '@entitle/graph'
import { label } from '../object-label.ts'
import type { Printed, PrintOptions } from './print-tenant.ts'

/** Prints objects as one text to read, without the files that they would be kept in; what it can't say stands in comments at its end. */
export const objectsPrinter =
  (print: (tenant: Tenant, options: PrintOptions) => Printed) =>
  (tenant: Tenant, options: PrintOptions = {}): string => {
    const { files, unsaid } = print(tenant, options)
    const comments = unsaid.map(
      ({ address, path, why }) =>
        `// Not said of ${label(address)}: ${oneLine(path === '' ? why : `${path}. ${why}`)}\n`,
    )
    return [...files.map(({ text }) => text), ...(comments.length === 0 ? [] : [comments.join('')])].join('\n')
  }

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')
