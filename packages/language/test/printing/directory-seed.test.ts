import { expect, it } from 'vitest'
import { directorySeed } from '../../src/printing/directory-seed.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'

const program = async (text: string) =>
  (await openWorkspace({ files: { '/work/a.entitle': text }, today: '2026-11-22' })).program

it('names every directory object once, with the roles that packages grant', async () => {
  const seed = directorySeed(
    await program(`
user anna "anna@contoso.com"
group desk "Desk"
app crm "CRM"
site wiki "https://contoso.sharepoint.com/sites/wiki"
catalog c "C" {
  owners desk, user "ANNA@contoso.com", group "Written in place"
  resources crm, wiki
  package p "P" { grants "Reader" in crm grants "Admin" in crm grants "Reader" in crm grants "Contribute" in wiki }
  package q "Q" { grants "Reader" in app "CRM" }
}`),
  )
  expect(seed).toEqual({
    users: [{ userPrincipalName: 'anna@contoso.com' }],
    groups: [{ displayName: 'Desk' }, { displayName: 'Written in place' }],
    apps: [{ displayName: 'CRM', roles: ['Admin', 'Reader'] }],
    sites: [{ webUrl: 'https://contoso.sharepoint.com/sites/wiki', roles: ['Contribute'] }],
  })
})

it('of a program that names nothing is empty', async () => {
  expect(directorySeed(await program(''))).toEqual({ users: [], groups: [], apps: [], sites: [] })
})
