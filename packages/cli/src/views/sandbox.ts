import type { Terminal } from '@entitle/graph'
import { paintFor } from './paint.ts'

export const sandboxText = (
  { url, file, objects }: { readonly url: string; readonly file: string; readonly objects: number },
  terminal: Pick<Terminal, 'colour'>,
  ending = 'Ctrl-C stops it.',
): string => {
  const paint = paintFor(terminal)
  const seeded = objects === 0 ? '' : ', with every user, group, app and site that the sources here name'
  return [
    `${paint.green('●')} A sandbox tenant runs at ${paint.bold(url)}`,
    `  kept in ${file}${seeded}`,
    '',
    `  entitle plan --sandbox ${url}      what deploying would change`,
    `  entitle deploy --sandbox ${url}    do it, there`,
    '',
    `  Microsoft Graph: ${url}/v1.0, token endpoint: ${url}/<tenant>/oauth2/v2.0/token`,
    '  (client credentials of any client id with the secret "sandbox", or any user with the password "sandbox")',
    '',
    ending,
    '',
  ].join('\n')
}
