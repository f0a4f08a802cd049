import fs from 'node:fs'
import path from 'node:path'
import { directorySeed, openWorkspace } from '@entitle/language'
import { openSandbox, type Sandbox } from '@entitle/sandbox'
import type { BrowserContext } from 'playwright-core'
import { packageExtension } from './package-extension.ts'

/** The hosts of Microsoft's cloud that are answered here instead. */
export const hosts = ['https://graph.microsoft.com/', 'https://login.microsoftonline.com/']

const manifest = {
  name: 'microsoft-accounts',
  displayName: 'Microsoft accounts for tests',
  description: 'Signs in as whoever administers the tenant that is answered in place of Microsoft.',
  browser: './extension.js',
  activationEvents: ['*'],
  contributes: { authentication: [{ id: 'microsoft', label: 'Microsoft' }] },
}

/** VS Code's own provider of Microsoft accounts opens a page of Entra's; this one signs in without asking. */
const provider = `
const { authentication, EventEmitter } = require('vscode')
exports.activate = context => {
  const changed = new EventEmitter()
  const sessions = []
  const covers = (session, scopes) => scopes === undefined || scopes.every(scope => session.scopes.includes(scope))
  context.subscriptions.push(
    authentication.registerAuthenticationProvider('microsoft', 'Microsoft', {
      onDidChangeSessions: changed.event,
      getSessions: async scopes => sessions.filter(session => covers(session, scopes)),
      createSession: async scopes => {
        const tenant = scopes.find(scope => scope.startsWith('VSCODE_TENANT:')).slice('VSCODE_TENANT:'.length)
        const client_id = scopes.find(scope => scope.startsWith('VSCODE_CLIENT_ID:')).slice('VSCODE_CLIENT_ID:'.length)
        const scope = scopes.filter(scope => !scope.startsWith('VSCODE_')).join(' ')
        const body = new URLSearchParams({ grant_type: 'password', username: 'admin@contoso.com', password: 'sandbox', client_id, scope })
        const answer = await fetch('https://login.microsoftonline.com/' + tenant + '/oauth2/v2.0/token', { method: 'POST', body })
        const { access_token: accessToken } = await answer.json()
        const session = { id: String(sessions.length), accessToken, account: { id: 'admin', label: 'admin@contoso.com' }, scopes: [...scopes] }
        sessions.push(session)
        changed.fire({ added: [session] })
        return session
      },
      removeSession: async id => {
        const removed = sessions.splice(sessions.findIndex(session => session.id === id), 1)
        changed.fire({ removed })
      },
    }),
  )
}
`

/** Packages an extension that signs in to Microsoft without a page of Entra's. Returns its file. */
export const packageAccounts = (into: string): Promise<string> => packageExtension(into, manifest, provider)

/** A tenant with the directory that the sources in a folder declare. */
export const tenantOf = async (folder: string): Promise<Sandbox> => {
  const names = fs.readdirSync(folder).filter(file => file.endsWith('.entitle'))
  const files = Object.fromEntries(names.map(file => [`/${file}`, fs.readFileSync(path.join(folder, file), 'utf8')]))
  const { desired } = await openWorkspace({ files, today: new Date().toISOString().slice(0, 10) })
  const sandbox = openSandbox()
  sandbox.seed(directorySeed((await desired('contoso')).tenant))
  return sandbox
}

const exposed = 'WWW-Authenticate, Location, request-id, client-request-id'

/** Answers what a browser asks of Microsoft's cloud, as Graph answers browsers: readable from everywhere, but not every header. */
export const answerAsMicrosoft = async (context: BrowserContext, sandbox: Sandbox): Promise<void> => {
  for (const host of hosts)
    await context.route(`${host}**`, async route => {
      const request = route.request()
      const body = request.postData()
      const headers = await request.allHeaders()
      const answer = await sandbox.fetch(
        new Request(request.url(), { method: request.method(), headers, ...(body === null ? {} : { body }) }),
      )
      await route.fulfill({
        status: answer.status,
        headers: {
          ...Object.fromEntries(answer.headers),
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Expose-Headers': exposed,
        },
        body: await answer.text(),
      })
    })
}
