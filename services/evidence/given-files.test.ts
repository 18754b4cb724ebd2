/** A department's clerk opens what they have sent and what their indicators cite, and no other file of the unit. */
import { beforeEach, expect, it } from 'vitest'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import { memoryContents } from '#ledger/memory-contents.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import { loginStream } from '#roster/login.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { AT, DATES, decided, FULL, fullTerms, handedIn, ISSUER, smallCounty } from '../views/fixtures/small-county.ts'
import { evidenceUses } from './evidence-uses.ts'
import { type MemoryObjects, memoryObjects } from './memory-objects.ts'

const [OWN, CITED, OTHERS, UNFINISHED] = ['1', '2', '3', '4'].map((n) => n.repeat(64)) as [
  string,
  string,
  string,
  string,
]
const SPREAD = 'spread/2018-2/dazhuang'
let county: Awaited<ReturnType<typeof smallCounty>>
let objects: MemoryObjects
let clicks = 0

const handler = () => {
  const { ledger } = county
  const deps = {
    ledger,
    contents: memoryContents(),
    rows: memoryRows(ledger),
    objects,
    attachments: objects,
    scan: false,
    persons: memoryPersons(() => {}),
  }
  return serve(evidenceEndpoints, evidenceUses(deps), { ledger, log: () => {} })
}
const login = (subject: string) => ({ at: AT, login: { issuer: ISSUER, subject } })
const get = (path: string, who = 'dept') => send(handler(), { ...login(who), path: `/api/evidence/dazhuang${path}` })
const ask = (sha256: string, who = 'dept', name = '材料.pdf') => {
  clicks += 1
  return send(handler(), {
    ...{ ...login(who), method: 'POST', path: '/api/evidence/dazhuang', key: `click-${clicks}-of-given-files` },
    body: { files: [{ sha256, name, size: 9, contentType: 'application/pdf' }] },
  })
}
const reads = async (who = 'dept') =>
  (
    await Promise.all(
      [OWN, CITED, OTHERS].map(async (one) => ((await get(`/${one}`, who)).status === 200 ? [one] : [])),
    )
  ).flat()
const lists = async () =>
  evidenceEndpoints.listEvidence.response.parse((await get('')).body).items.map(({ sha256 }) => sha256)
const ticketFor = async (...asked: Parameters<typeof ask>) =>
  evidenceEndpoints.askTickets.response.parse((await ask(...asked)).body).tickets[0]
const cite = (item: string, ...files: string[]) =>
  county.write(`dossier/2018-2/dazhuang/${item}`, { type: 'answered', by: 'clerk', text: '已经落实。', files })
const given = (...items: string[]) => county.write(SPREAD, { type: 'given', by: 'clerk', items, person: 'dept' })

beforeEach(async () => {
  county = await smallCounty()
  objects = memoryObjects()
  const held = { appointment: 'departmentClerk', unit: 'dazhuang', from: '2018-01-01' }
  await county.write('person/dept', { type: 'registered', personal: { id: 'p-dept', digest: 'd'.repeat(64) } })
  await county.write('person/dept', { type: 'appointed', held })
  await county.write(loginStream(ISSUER, 'dept'), { type: 'linked', person: 'dept' })
  await county.openCall('2018-2', fullTerms)
  await county.openCase('2018-2', 'dazhuang', { procedure: FULL, dates: DATES })
  const accepted = decided('review', 2, 'accepted', 'selection', { by: 'office-head', draftedBy: 'officer' })
  const cultivated = decided('selection', 3, 'cultivated', 'implementation')
  await county.write('case/2018-2/dazhuang', ...handedIn, accepted, cultivated)
  const file = { size: 9, contentType: 'application/pdf' }
  for (const [sha256, by] of [
    [OWN, 'dept'],
    [CITED, 'clerk'],
    [OTHERS, 'clerk'],
  ] as const) {
    const promised = { type: 'promised', by, name: `${sha256[0]}.pdf`, ...file }
    await county.write(`evidence/dazhuang/${sha256}`, promised, { type: 'kept', ...file })
  }
  await cite('s-1', CITED)
  await cite('s-2', OTHERS)
})

it('opens and finds what they have sent, with what their indicators cite while these are theirs', async () => {
  expect([await reads(), await lists()]).toEqual([[OWN], [OWN]])
  await given('s-1')
  expect([await reads(), new Set(await lists())]).toEqual([[OWN, CITED], new Set([OWN, CITED])])
  expect(await reads('clerk')).toEqual([OWN, CITED, OTHERS])
  await county.write(SPREAD, { type: 'taken', by: 'clerk', items: ['s-1'] })
  expect(await reads()).toEqual([OWN])
})

it('is told in a sentence why not, also by the address of the file itself', async () => {
  await given('s-1')
  const said = '这份材料不是您上传的，也没有用在分给您的自评指标中，不能查看；请向本单位经办人了解。'
  for (const path of [`/${OTHERS}`, `/${OTHERS}/link`, `/${'9'.repeat(64)}`])
    expect(await get(path)).toMatchObject({ status: 403, body: { error: said } })
})

it('sends files while they have an indicator, and none before', async () => {
  expect(await ask(UNFINISHED)).toMatchObject({ status: 403, body: { error: expect.stringContaining('没有分给您') } })
  await given('s-1')
  expect(await ticketFor(UNFINISHED)).toMatchObject({ status: 'put' })
})

it('has nothing to send again of their own and of what they may cite, and is not given what others have sent', async () => {
  await given('s-1')
  for (const one of [OWN, CITED]) expect(await ticketFor(one)).toMatchObject({ status: 'kept' })
  expect(await ticketFor(OTHERS)).toMatchObject({
    status: 'refused',
    reason: '“材料.pdf”本单位其他人员已经上传，没有用在分给您的指标中；请本单位经办人在此项引用。',
  })
})

it('sends what a colleague has promised and not sent, and it is theirs', async () => {
  await given('s-1')
  expect(await ticketFor(UNFINISHED, 'clerk')).toMatchObject({ status: 'put' })
  expect(await ticketFor(UNFINISHED)).toMatchObject({ status: 'put' })
  expect((await get(`/${UNFINISHED}`)).status).toBe(200)
})

it('reads nothing of the unit once they have left it', async () => {
  await given('s-1')
  const held = { appointment: 'departmentClerk', unit: 'dazhuang', from: '2018-01-01', to: '2018-05-09' }
  await county.write('person/dept', { type: 'appointed', held })
  expect(await reads()).toEqual([])
})
