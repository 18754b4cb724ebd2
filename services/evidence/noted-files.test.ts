/** What a scorer has sent for their notes is opened by others with the notes, and not before. */
import { beforeEach, expect, it } from 'vitest'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import { memoryContents } from '#ledger/memory-contents.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import { loginStream } from '#roster/login.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import {
  AT,
  DATES,
  DIGEST,
  decided,
  FULL,
  fullTerms,
  handedIn,
  ISSUER,
  smallCounty,
} from '../views/fixtures/small-county.ts'
import { evidenceUses } from './evidence-uses.ts'
import { memoryObjects } from './memory-objects.ts'

const OWNER = 'office.case.dazhuang'
const [NOTED, REPLACED, OF_OFFICE, OF_RECORD] = ['1', '2', '3', '4'].map((n) => n.repeat(64)) as [
  string,
  string,
  string,
  string,
]
const CASE = 'case/2018-2/dazhuang'
const PANEL = 'panel/2018-2/dazhuang/7'
const OTHERS = ['scorer2', 'leader', 'officer', 'office-head']
let county: Awaited<ReturnType<typeof smallCounty>>

const asked = (who: string, path = '') => {
  const [rows, objects] = [memoryRows(county.ledger), memoryObjects()]
  const deps = { ledger: county.ledger, rows, contents: memoryContents(), objects, attachments: objects, scan: false }
  const uses = evidenceUses({ ...deps, persons: memoryPersons(() => {}) })
  const handler = serve(evidenceEndpoints, uses, { ledger: county.ledger, log: () => {} })
  return send(handler, { at: AT, login: { issuer: ISSUER, subject: who }, path: `/api/evidence/${OWNER}${path}` })
}
/** Of two files that were noted and one of the office's: which somebody opens, and which they find in the list. */
const opens = async (who: string) => {
  const all = [NOTED, REPLACED, OF_OFFICE]
  const { items } = evidenceEndpoints.listEvidence.response.parse((await asked(who)).body)
  const read = await Promise.all(all.map(async (one) => ((await asked(who, `/${one}`)).status === 200 ? one[0] : '')))
  return [read.join(''), all.flatMap((one) => (items.some(({ sha256 }) => sha256 === one) ? one[0] : [])).join('')]
}
const note = (by: string, files: string[], method = 'documents', item = 's-1') =>
  county.write(`sheet/2018-2/dazhuang/7/${method}/${by}`, { type: 'noted', by, item, text: '已核对。', files })
const end = (method: string) => county.write(PANEL, { type: 'methodEnded', by: 'scorer', method })
const keep = async (sha256: string, by: string) => {
  const file = { size: 9, contentType: 'application/pdf' }
  const stream = `evidence/${OWNER}/${sha256}`
  await county.write(stream, { type: 'promised', by, name: '现场照片.pdf', ...file }, { type: 'kept', ...file })
}

beforeEach(async () => {
  county = await smallCounty()
  const personal = { id: 'p-scorer2', digest: DIGEST }
  const held = { from: '2018-01-01', appointment: 'scorer' }
  await county.write('person/scorer2', { type: 'registered', personal }, { type: 'appointed', held })
  await county.write(loginStream(ISSUER, 'scorer2'), { type: 'linked', person: 'scorer2' })
  await county.openCall('2018-2', fullTerms)
  await county.openCase('2018-2', 'dazhuang', { procedure: FULL, dates: DATES })
  await county.write(
    CASE,
    ...handedIn,
    decided('review', 2, 'accepted', 'selection', { by: 'office-head', draftedBy: 'officer' }),
    decided('selection', 3, 'cultivated', 'implementation'),
    decided('implementation', 4, 'ended', 'declaration', { by: 'time' }),
    decided('declaration', 5, 'declared', 'acceptance', { by: 'clerk' }),
    decided('acceptance', 6, 'accepted', 'assessment', { by: 'office-head' }),
  )
  for (const sha256 of [NOTED, REPLACED]) await keep(sha256, 'scorer')
  await keep(OF_OFFICE, 'officer')
  await note('scorer', [REPLACED])
  await note('scorer', [NOTED])
})

it('is nobody else’s before the method has ended, then everybody’s as the note stands', async () => {
  expect(await opens('scorer')).toEqual(['12', '12'])
  for (const who of ['officer', 'office-head']) expect(await opens(who), who).toEqual(['3', '3'])
  for (const who of ['scorer2', 'leader']) expect(await opens(who), who).toEqual(['', ''])
  expect((await asked('officer', `/${NOTED}`)).body).toMatchObject({
    error: '这是考核组成员记录指标情况所附的文件，该考核方式结束后可以查看。',
  })
  expect((await asked('leader', `/${NOTED}`)).body).toMatchObject({
    error: expect.stringContaining('在该方式结束后可以查看'),
  })
  await end('interviews')
  for (const who of OTHERS) expect((await opens(who)).join(), who).not.toContain('1')
  await end('documents')
  for (const who of ['officer', 'office-head']) expect(await opens(who), who).toEqual(['123', '123'])
  for (const who of ['scorer2', 'leader']) expect(await opens(who), who).toEqual(['1', '1'])
})

it('is everybody’s once nobody records anything any more', async () => {
  await county.write(CASE, decided('assessment', 7, 'vetoed', 'vetoed', { by: 'office-head' }))
  for (const who of OTHERS) expect((await opens(who))[0], who).toContain('1')
})

it('is not laid open by a record that has taken it in before its method has ended', async () => {
  const record = { step: 'assessment', method: 'documents', on: '2018-05-09', findings: '已查阅。', people: ['scorer'] }
  await keep(OF_RECORD, 'scorer')
  await county.write(PANEL, { type: 'recorded', by: 'scorer', ...record, files: [NOTED, OF_RECORD] })
  expect((await asked('scorer', `/${NOTED}`)).status).toBe(200)
  for (const who of OTHERS) {
    expect((await opens(who)).join(), who).not.toContain('1')
    expect((await asked(who, `/${OF_RECORD}`)).status, who).toBe(200)
  }
  await end('documents')
  for (const who of OTHERS) expect((await opens(who))[0], who).toContain('1')
})

it('is opened with another’s note of the same file by a method that has ended, and by whoever noted it', async () => {
  await note('scorer2', [NOTED], 'interviews', 's-2')
  expect(await opens('scorer2')).toEqual(['1', '1'])
  expect(await opens('officer')).toEqual(['3', '3'])
  await end('interviews')
  for (const who of OTHERS) expect((await opens(who))[0], who).toContain('1')
})

it('hides nothing that somebody else has sent', async () => {
  await note('scorer', [OF_OFFICE])
  for (const who of ['officer', 'office-head']) expect(await opens(who), who).toEqual(['3', '3'])
})
