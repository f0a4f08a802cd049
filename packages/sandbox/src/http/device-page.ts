import { users } from '../directory/users.ts'
import type { World } from '../world.ts'
import { approveDeviceCode, declineDeviceCode } from './device-code.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The page on which a person says who signs in with a device code; a form of it sent says so. */
export function devicePage(world: World, sent: URLSearchParams | undefined): Response {
  if (sent?.get('decision') === 'decline') {
    const { ok, says } = declineDeviceCode(world, sent.get('code') ?? '')
    return page(ok ? 200 : 400, `<p>${escaped(says)}</p>`)
  }
  const userName = sent?.get('username')
  if (sent && userName) {
    const { ok, says } = approveDeviceCode(world, sent.get('code') ?? '', userName)
    return page(ok ? 200 : 400, `<p>${escaped(says)}</p>`)
  }
  const names = world.store.list(users.store, { limit: 500 }).map(({ doc }) => String(doc.userPrincipalName))
  const all = [...new Set([`admin@${world.tenant.domain}`, ...names])]
  const options = all.map(name => `<option>${escaped(name)}</option>`).join('')
  return page(
    200,
    `<form method="post"><p><label>Code <input name="code" autofocus required></label></p>
<p><label>Sign in as <select name="username">${options}</select></label></p><p><button>Sign in</button> <button name="decision" value="decline">Decline</button></p></form>`,
  )
}

const page = (status: number, content: string): Response =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox tenant: sign in</title><h1>Sign in to the sandbox tenant</h1>${content}</html>\n`,
    {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
    },
  )
