import { expect, it } from 'vitest'
import { movableClock, rehearse } from './harness.ts'

const path = '/identityGovernance/accessReviews/definitions'
const review = (more: object = {}) => ({
  displayName: 'Guests',
  scope: { '@odata.type': '#microsoft.graph.accessReviewQueryScope', query: './members', queryType: 'MicrosoftGraph' },
  reviewers: [{ query: './owners', queryType: 'MicrosoftGraph' }],
  settings: {
    instanceDurationInDays: 3,
    recurrence: { pattern: { type: 'weekly', interval: 1 }, range: { type: 'noEnd', startDate: '2026-06-01' } },
  },
  ...more,
})

it('are created, listed, replaced and deleted', async () => {
  const { clock } = movableClock('2026-05-01T08:00:00Z')
  const { get, post, send } = await rehearse({ clock })
  const made = await post(path, review({ descriptionForAdmins: 'Before' }))
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ status: 'NotStarted', fallbackReviewers: [], stageSettings: [] })
  expect(made.body.settings).toMatchObject({ mailNotificationsEnabled: false, defaultDecision: 'None' })
  const { id, createdDateTime } = made.body
  expect((await get(path)).body.value.map((each: { id: string }) => each.id)).toEqual([id])
  const put = await send('PUT', `${path}/${id}`, review({ displayName: 'Renamed', id, status: 'Completed' }))
  expect(put.status).toBe(204)
  const after = (await get(`${path}/${id}`)).body
  expect(after).toMatchObject({ id, displayName: 'Renamed', status: 'NotStarted', createdDateTime })
  expect(after.descriptionForAdmins).toBeNull()
  expect((await send('DELETE', `${path}/${id}`)).status).toBe(204)
  expect((await get(`${path}/${id}`)).status).toBe(404)
})

it.each<[string, object]>([
  ['a name', { displayName: ' ' }],
  ['a scope', { scope: null }],
  ['settings', { settings: null }],
  ['a start', { settings: { instanceDurationInDays: 1, recurrence: { range: { type: 'noEnd' } } } }],
  ['a pattern that reviews know', { settings: { recurrence: { pattern: { type: 'daily', interval: 1 } } } }],
  ['known properties', { backupReviewers: [] }],
])('need %s', async (_, more) => {
  const { post, get } = await rehearse()
  expect((await post(path, review(more))).status).toBe(400)
  expect((await get(path)).body.value).toEqual([])
})

it('have no PATCH', async () => {
  const { post, send } = await rehearse()
  const { id } = (await post(path, review())).body
  expect((await send('PATCH', `${path}/${id}`, { displayName: 'x' })).status).toBeGreaterThanOrEqual(400)
})
