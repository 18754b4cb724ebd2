/** In a county that scans, a proof may be found bad between its preparation and what rests on it. */
import { beforeEach, expect, it } from 'vitest'
import { countyAtNotice, SCAN, write } from '../fixtures/county-at-notice.ts'

const AFTER = '2018-06-18T01:00:00.000Z'
const GOOD = 'a'.repeat(64)
const BAD = /^文件“来信扫描.pdf”查出病毒，不能使用；.*。$/
const PROVED = { publication: { on: '2018-06-11', place: '县政府网站', proof: SCAN } }
let county: Awaited<ReturnType<typeof countyAtNotice>>
const found = (clean: boolean, used = SCAN) => {
  const again = { type: 'kept', contentType: 'application/pdf', size: 7 }
  return write(county.ledger, `evidence/office/${used}`, { type: 'scanned', clean }, ...(clean ? [again] : []))
}
beforeEach(async () => {
  county = await countyAtNotice({ asks: { malwareScan: true } })
  await write(
    county.ledger,
    `evidence/office/${GOOD}`,
    { type: 'promised', name: '截图.pdf', size: 7, contentType: 'application/pdf', by: 'officer' },
    { type: 'kept', contentType: 'application/pdf', size: 7 },
  )
})

it('a notice is not published with a proof that was found bad', async () => {
  await county.prepare(['dazhuang'], PROVED)
  await found(false)
  expect(await county.approve()).toMatchObject({ status: 409, body: { error: expect.stringMatching(BAD) } })
  await found(true)
  expect((await county.approve()).status).toBe(200)
})

it('nor closed while one of its proofs is; the page says so, and another one may be bound', async () => {
  await county.list(['dazhuang'], PROVED)
  await found(false)
  expect((await county.page()).proofs.start).toMatchObject({ note: '有毒：查出病毒，不能打开。' })
  expect(await county.close(AFTER)).toMatchObject({ status: 409, body: { error: expect.stringMatching(BAD) } })
  const refused = await county.tell('officer', '/1/proofs', { when: 'end', proof: SCAN }, { at: AFTER })
  expect(refused).toMatchObject({ status: 422, body: { fields: { proof: expect.any(String) } } })
  await county.tell('officer', '/1/proofs', { when: 'start', proof: GOOD }, { at: AFTER })
  expect((await county.close(AFTER)).status).toBe(200)
  await found(false, GOOD)
  expect((await county.close(AFTER)).status).toBe(200)
})

it('what a row still says is kept is not bound', async () => {
  county = await countyAtNotice({
    asks: { malwareScan: true },
    seen: (rows) => ({
      ...rows,
      many: async (streams) => {
        const all = [...(await rows.many(streams))]
        return new Map(all.map(([key, row]) => [key, row.kind === 'evidence' ? { ...row, status: 'kept' } : row]))
      },
    }),
  })
  await county.list(['dazhuang'])
  await found(false)
  const refused = await county.tell('officer', '/1/proofs', { when: 'start', proof: SCAN })
  expect(refused).toMatchObject({ status: 422 })
})
