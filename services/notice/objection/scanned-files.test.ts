/** In a county that scans, what came with an objection is opened once the scanner has found nothing in it. */
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { objectionContent } from '#contracts/notice.ts'
import { evidenceKind } from '#evidence/evidence.ts'
import { files } from '#evidence/fixtures/sample-files.ts'
import { recordVerdict } from '#evidence/scan.ts'
import { execute, readStream } from '#ledger/ledger.ts'
import { AT, countyAtNotice, SCAN, write } from '../fixtures/county-at-notice.ts'
import { complete, receiptOf, sendForm } from '../fixtures/send-form.ts'

const LETTER = createHash('sha256').update(files.jpg).digest('hex')
const STREAM = `evidence/office.sent/${LETTER}`
let county: Awaited<ReturnType<typeof countyAtNotice>>
const start = async (asks: { malwareScan?: true }) => {
  county = await countyAtNotice({ asks })
  await county.list()
}
const sent = async (key = 'form-key-1') => {
  const { status, text } = await sendForm(county, { ...complete, key }, { uploads: [['王大明举报信.jpg', files.jpg]] })
  expect(status).toBe(200)
  return receiptOf(text).receipt
}
const read = async (objection: string) =>
  objectionContent.parse((await county.ask('officer', `/1/objections/${objection}`)).body)
const found = (clean: boolean, stream = STREAM) =>
  execute(county.ledger, evidenceKind, {
    ...{ stream, command: `scan ${clean}`, by: 'scanner' },
    decide: recordVerdict({ clean }, { by: 'scanner', received: AT }),
  })
const events = async (stream: string) => (await county.ledger.read(stream)).commits.flatMap((commit) => commit.events)

describe('a file that came with the public form', () => {
  beforeEach(() => start({ malwareScan: true }))

  it('is taken at once; its sender is told nothing, and the office opens it once it is clean', async () => {
    const objection = await sent()
    expect(await events(STREAM)).toEqual([])
    expect((await read(objection)).files).toEqual([{ name: '王大明举报信.jpg', note: '查毒中，查完后才能打开。' }])
    expect(await events(STREAM)).toMatchObject([
      { type: 'promised', by: 'public', name: '附件', object: expect.stringContaining(`/${LETTER}`) },
      { type: 'held', contentType: 'image/jpeg', size: 7 },
    ])
    await read(objection)
    expect(await events(STREAM)).toHaveLength(2)
    await found(true)
    expect((await read(objection)).files).toMatchObject([{ name: '王大明举报信.jpg', url: expect.any(String) }])
  })

  it('is opened by nobody where it is not, whoever sends it again; the text is read all the same', async () => {
    const objection = await sent()
    await read(objection)
    await found(false)
    const { summary, files: shown } = await read(objection)
    expect(summary).toContain('该镇未公开执法结果')
    expect(shown).toEqual([{ name: '王大明举报信.jpg', note: '有毒：查出病毒，不能打开。' }])
    expect((await read(await sent('form-key-2'))).files).toEqual(shown)
    // What was not opened is not said to be.
    const opened = (await events('opened/2018-06-11/officer')) as { sha256?: string }[]
    expect(opened.filter(({ sha256 }) => sha256 === LETTER)).toEqual([])
  })

  it('nor is a letter of the office’s own that was found bad later', async () => {
    await write(county.ledger, `evidence/office.objection/${SCAN}`, {
      ...{ type: 'promised', name: '来信.pdf', size: 7, contentType: 'application/pdf', by: 'entering-officer' },
    })
    await write(county.ledger, `evidence/office.objection/${SCAN}`, {
      ...{ type: 'kept', contentType: 'application/pdf', size: 7 },
    })
    const body = { about: 'dazhuang', channel: 'letter', on: '2018-06-11', summary: '来信反映的情况。', scan: SCAN }
    await county.tell('entering-officer', '/1/objections', body)
    const [{ objection } = { objection: '' }] = (await county.page()).objections
    expect((await read(objection)).files).toMatchObject([{ url: expect.any(String) }])
    await found(false, `evidence/office.objection/${SCAN}`)
    expect((await read(objection)).files).toEqual([{ name: '来信.pdf', note: '有毒：查出病毒，不能打开。' }])
  })
})

it('where the county does not scan nothing waits', async () => {
  await start({})
  const [file] = (await read(await sent())).files
  expect(file).toMatchObject({ url: expect.any(String) })
  expect((await readStream(county.ledger, evidenceKind, STREAM)).state.status).toBe('unknown')
})
