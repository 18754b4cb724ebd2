import { expect, it } from 'vitest'
import { smallCounty } from './fixtures/small-county.ts'

const held = { appointment: 'officeHead', from: '2018-05-01' }
const proposed = { type: 'appointmentProposed', by: 'admin', as: 'administrator', proposal: 1, held }
const approved = { type: 'appointed', by: 'security', proposedBy: 'admin', held }
const everybody = ['admin', 'security', 'office-head', 'officer', 'clerk', 'secretary']

it('what was entered waits for whoever approves it, and for nobody else', async () => {
  const { write, todos, worklist } = await smallCounty()
  await write('person/officer', proposed)
  const all = await Promise.all(everybody.map(async (who) => [who, await todos(who)]))
  expect(Object.fromEntries(all)).toEqual({
    ...Object.fromEntries(everybody.map((who) => [who, []])),
    security: ['名册：批准岗位和账号（1项）'],
  })
  expect((await worklist('security')).items).toMatchObject([
    { kind: 'roster', command: 'approve-roster', path: '/console/roster/changes', stepTitle: '名册' },
  ])
})

it('of the security administrator’s own post, and of what they entered, it is another one’s', async () => {
  const { write, todos } = await smallCounty()
  await write('person/security', proposed)
  expect(await todos('security')).toEqual([])
  await write('person/officer', { ...proposed, by: 'security', as: 'securityAdministrator' })
  expect([await todos('security'), await todos('admin')]).toEqual([[], ['名册：批准岗位和账号（1项）']])
})

it('what has changed is the head’s to note, until it is noted', async () => {
  const { write, todos } = await smallCounty()
  const officer = { appointment: 'officeOfficer', from: '2018-05-01' }
  await write('person/officer', { ...proposed, held: officer })
  await write('person/officer', { ...approved, held: officer })
  const all = await Promise.all(everybody.map(async (who) => [who, await todos(who)]))
  expect(Object.fromEntries(all)).toEqual({
    ...Object.fromEntries(everybody.map((who) => [who, []])),
    'office-head': ['名册：阅知岗位和账号的变动（1项）'],
  })
  await write('person/officer', { type: 'noted', by: 'office-head' })
  expect(await todos('office-head')).toEqual([])
})
