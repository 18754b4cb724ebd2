import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { evidenceEndpoints, evidenceItem, MAX_FILE_BYTES, ticket } from '#contracts/evidence.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import { evidenceKind, evidenceStream, keep, promise } from '#evidence/evidence.ts'
import { sharing } from '#evidence/fixtures/build-files.ts'
import { files } from '#evidence/fixtures/sample-files.ts'
import { recordOpening } from '#evidence/record-opening.ts'
import { rejectedSince } from '#evidence/rejected.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { memoryContents } from '#ledger/memory-contents.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import { linkLogin, loginKind, loginStream } from '#roster/login.ts'
import { appoint, type Held, personKind, personStream, registerPerson } from '#roster/person.ts'
import { registerUnit, unitKind, unitStream } from '#roster/unit.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { objectionKind, objectionStream, openObjection } from '#steps/notice/objection.ts'
import { askTickets } from './ask-tickets.ts'
import { listOpenings } from './list-openings.ts'
import { listScans } from './list-scans.ts'
import { type MemoryObjects, memoryObjects } from './memory-objects.ts'
import { keyOf } from './objects.ts'
import { recordScan } from './record-scan.ts'
import { linkEvidence, listEvidence, readEvidence } from './show-evidence.ts'
import { verifyUpload } from './verify-upload.ts'

const AT = '2018-05-10T01:00:00.000Z'
const ISSUER = 'https://login.example'
let ledger: Ledger
let objects: MemoryObjects
let clicks = 0
const persons = memoryPersons(() => {})

const handler = () => {
  const rows = memoryRows(ledger)
  const deps = { ledger, contents: memoryContents(), rows, objects, attachments: objects, scan: false }
  return serve(
    evidenceEndpoints,
    {
      listOpenings: listOpenings({ rows, persons }),
      listScans: listScans(deps),
      recordScan: recordScan(deps),
      askTickets: askTickets(deps),
      listEvidence: listEvidence(deps),
      readEvidence: readEvidence(deps),
      linkEvidence: linkEvidence(deps),
    },
    { ledger, log: () => {} },
  )
}
const get = (path: string, subject = 'clerk') => send(handler(), { path, at: AT, login: { issuer: ISSUER, subject } })
const post = (body: unknown, { owner = 'dazhuang', subject = 'clerk', key = `click-${1000 + clicks++}` } = {}) =>
  send(handler(), {
    method: 'POST',
    path: `/api/evidence/${owner}`,
    body,
    key,
    at: AT,
    login: { issuer: ISSUER, subject },
  })

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const wish = (name: string, bytes: Uint8Array) => ({
  sha256: sha(bytes),
  name,
  size: bytes.length,
  contentType: 'application/octet-stream',
})
const ask = async (...wishes: ReturnType<typeof wish>[]) =>
  z.object({ tickets: z.array(ticket) }).parse((await post({ files: wishes })).body).tickets
const events = async (sha256: string) =>
  (await readStream(ledger, evidenceKind, evidenceStream('dazhuang', sha256))).commits.flatMap(({ events }) =>
    events.map(({ type }) => type),
  )
const goes = async (sha256: string) => {
  const { commits } = await readStream(ledger, evidenceKind, evidenceStream('dazhuang', sha256))
  return rejectedSince(commits.flatMap((commit) => commit.events)) !== undefined
}
const verify = (sha256: string) => verifyUpload({ ledger, objects, scan: false })(keyOf('dazhuang', sha256), AT)
/** Asks, uploads, verifies. */
async function bring(name: string, bytes: Uint8Array) {
  const [given] = await ask(wish(name, bytes))
  if (given?.status !== 'put') throw new Error(`no ticket: ${JSON.stringify(given)}`)
  objects.upload(given.url, bytes)
  await verify(sha(bytes))
  return sha(bytes)
}

beforeEach(async () => {
  ledger = memoryLedger(() => new Date(AT))
  objects = memoryObjects()
  const asked = { by: 'test', received: '2018-01-01T00:00:00.000Z' }
  const run = { by: 'test' }
  for (const unit of ['dazhuang', 'caogou'])
    await execute(ledger, unitKind, {
      ...run,
      stream: unitStream(unit),
      command: unit,
      decide: registerUnit(unit, { name: unit, kind: 'town', inScope: true }, asked),
    })
  const people: Record<string, Held> = {
    clerk: { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' },
    officer: { appointment: 'officeOfficer', from: '2018-01-01' },
    head: { appointment: 'officeHead', from: '2018-01-01' },
  }
  for (const [person, held] of Object.entries(people)) {
    const stream = personStream(person)
    const decide = registerPerson(person, await persons.remember('staff', { name: `名-${person}` }), asked)
    await execute(ledger, personKind, { ...run, stream, command: 'register', decide })
    await execute(ledger, personKind, { ...run, stream, command: 'appoint', decide: appoint(held, asked) })
    const login = { stream: loginStream(ISSUER, person), command: 'link', decide: linkLogin(person, asked) }
    await execute(ledger, loginKind, { ...run, ...login })
  }
})

describe('a ticket', () => {
  it('takes exactly the promised bytes, several files at once', async () => {
    const [pdf, docx] = await ask(wish('普法责任清单.pdf', files.pdf), wish('总结.docx', files.docx))
    expect(pdf).toMatchObject({
      status: 'put',
      headers: {
        'content-type': 'application/pdf',
        'if-none-match': '*',
        'x-amz-checksum-sha256': createHash('sha256').update(files.pdf).digest('base64'),
      },
    })
    expect(docx?.status).toBe('put')
    expect(await events(sha(files.pdf))).toEqual(['promised'])
  })

  it('refuses a kind that is not kept, and only that file', async () => {
    const [bad, good] = await ask(wish('汇报.pptx', files.zip), wish('总结.pdf', files.pdf))
    expect(bad).toMatchObject({ status: 'refused', reason: expect.stringContaining('另存为PDF') })
    expect(good?.status).toBe('put')
    expect(await events(sha(files.zip))).toEqual([])
  })

  it('refuses a name that names nothing, or that no form could cite, with a sentence', async () => {
    for (const name of [
      '.pdf',
      '\u200b.pdf',
      ' .pdf',
      '甲\u2028乙.pdf',
      '甲\u200f.pdf',
      '甲\u0000乙.pdf',
      '甲\u200b乙.pdf',
    ]) {
      const [bad] = await ask(wish(name, files.pdf))
      expect(bad).toMatchObject({
        status: 'refused',
        reason: expect.stringMatching(/不能上传：文件.*请改名后重新选择。$/),
      })
    }
    expect(await events(sha(files.pdf))).toEqual([])
  })
  it('reads a name without what nobody sees at its ends', async () => {
    await bring('甲.pdf\u200b', files.pdf)
    const { state } = await readStream(ledger, evidenceKind, evidenceStream('dazhuang', sha(files.pdf)))
    expect(state.promised?.name).toBe('甲.pdf')
  })
  it('is not needed for bytes that are here', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    const [again] = await ask(wish('另一个名字.pdf', files.pdf))
    expect(again).toEqual({ status: 'kept', sha256, since: AT })
    expect(await events(sha256)).toEqual(['promised', 'kept'])
  })

  it('heals an upload whose event was lost', async () => {
    const [first] = await ask(wish('清单.pdf', files.pdf))
    if (first?.status === 'put') objects.upload(first.url, files.pdf)
    const [again] = await ask(wish('清单.pdf', files.pdf))
    expect(again?.status).toBe('kept')
    expect(await events(sha(files.pdf))).toEqual(['promised', 'kept'])
  })

  it('of many files is asked for together; a file chosen twice is one promise', async () => {
    const chosen = [wish('一.pdf', files.pdf), wish('二.docx', files.docx), wish('三.png', files.png)]
    const own = { ledger, objects }
    let [inFlight, most] = [0, 0]
    ledger = {
      ...own.ledger,
      async read(stream) {
        if (stream.startsWith('evidence/')) most = Math.max(most, ++inFlight)
        await new Promise((soon) => setImmediate(soon))
        const found = await own.ledger.read(stream)
        if (stream.startsWith('evidence/')) inFlight--
        return found
      },
    }
    const given = await ask(...chosen, wish('又一.pdf', files.pdf))
    expect(most).toBe(3)
    expect(given.map(({ sha256 }) => sha256)).toEqual([...chosen.map((one) => one.sha256), sha(files.pdf)])
    expect(given.map(({ status }) => status)).toEqual(['put', 'put', 'put', 'put'])
    for (const { sha256 } of chosen) expect(await events(sha256)).toEqual(['promised'])
  })

  it('asked twice by one click, is promised once', async () => {
    const key = 'click-same'
    await post({ files: [wish('清单.pdf', files.pdf)] }, { key })
    await post({ files: [wish('清单.pdf', files.pdf)] }, { key })
    expect(await events(sha(files.pdf))).toEqual(['promised'])
  })

  it('is refused above 200 MB, for an unknown unit and for another unit', async () => {
    const large = { ...wish('录像.mp4', files.mp4), size: MAX_FILE_BYTES + 1 }
    expect(await post({ files: [large] })).toMatchObject({
      status: 422,
      body: { fields: { 'files.0.size': '单个文件最大200MB' } },
    })
    expect((await post({ files: [wish('a.pdf', files.pdf)] }, { owner: 'caogou' })).status).toBe(403)
    expect((await post({ files: [wish('a.pdf', files.pdf)] }, { owner: 'nobody', subject: 'officer' })).status).toBe(
      404,
    )
    expect(
      (await post({ files: [wish('a.pdf', files.pdf)] }, { owner: 'office.minutes', subject: 'officer' })).status,
    ).toBe(200)
  })

  it('keeps a name without its path', async () => {
    const sha256 = await bring('C:\\桌面\\普法责任清单.pdf', files.pdf)
    expect((await get(`/api/evidence/dazhuang/${sha256}`)).body).toMatchObject({ name: '普法责任清单.pdf' })
  })
})

describe('verification', () => {
  it('keeps what was promised, once', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    await verify(sha256)
    expect(await events(sha256)).toEqual(['promised', 'kept'])
    expect(evidenceItem.parse((await get(`/api/evidence/dazhuang/${sha256}`)).body)).toMatchObject({
      status: 'kept',
      contentType: 'application/pdf',
    })
  })

  it('corrects a wrong label with a note', async () => {
    const sha256 = await bring('清单.pdf', files.docx)
    expect((await get(`/api/evidence/dazhuang/${sha256}`)).body).toMatchObject({
      status: 'kept',
      note: '文件名为“清单.pdf”，内容实为DOCX，已按DOCX登记。',
    })
  })

  it('rejects what is of no kind that is kept, says so when asked again, and lets it go after a week', async () => {
    const bytes = Buffer.from('MZ this is a program')
    const sha256 = await bring('清单.pdf', bytes)
    expect(await goes(sha256)).toBe(true)
    expect((await get(`/api/evidence/dazhuang/${sha256}`)).body).toMatchObject({
      status: 'rejected',
      reason: expect.stringContaining('可接收'),
    })
    expect((await ask(wish('清单.pdf', bytes)))[0]?.status).toBe('refused')
  })

  it('rejects what unpacks to far too much, with a sentence', async () => {
    const zeros = Buffer.concat([files.pdf, Buffer.alloc(30 * 1024 * 1024)])
    const sha256 = await bring('材料.zip', sharing(30, { name: '一.pdf', data: zeros, method: 8 }))
    expect((await get(`/api/evidence/dazhuang/${sha256}`)).body).toMatchObject({
      status: 'rejected',
      reason: expect.stringMatching(/^“材料.zip”里面的内容太多：.+超过600MB，.+；.+分成几个文件后上传。$/),
    })
  })

  it('rejects other bytes and another size than promised; the right promise then keeps it', async () => {
    const sha256 = sha(files.pdf)
    const key = keyOf('dazhuang', sha256)
    await ask(wish('清单.pdf', files.pdf))
    objects.place(key, files.pdf, sha(files.zip))
    expect((await verify(sha256))?.reason).toContain('收到的内容与所选文件不一致')
    objects.place(key, files.pdf)
    const [wrong] = await ask({ ...wish('清单.pdf', files.pdf), size: 7 })
    expect(wrong).toMatchObject({ status: 'refused', reason: expect.stringContaining('应为7字节') })
    expect(await goes(sha256)).toBe(true)
    expect((await ask(wish('清单.pdf', files.pdf)))[0]?.status).toBe('kept')
    expect(await goes(sha256)).toBe(false)
  })

  it('decides nothing again on what was rejected, nor on bytes that nobody promised', async () => {
    const bytes = Buffer.from('MZ')
    const sha256 = await bring('清单.pdf', bytes)
    expect((await verify(sha256))?.status).toBe('rejected')
    expect(await events(sha256)).toEqual(['promised', 'rejected'])
    objects.place(keyOf('caogou', sha256), bytes)
    const unpromised = await verifyUpload({ ledger, objects, scan: false })(keyOf('caogou', sha256), AT)
    expect(unpromised?.status).toBe('unknown')
    expect((await ledger.read(evidenceStream('caogou', sha256))).commits).toEqual([])
  })

  it('does nothing for a key of another kind or without bytes', async () => {
    expect(await verifyUpload({ ledger, objects, scan: false })('other/key', AT)).toBeUndefined()
    await ask(wish('清单.pdf', files.pdf))
    expect(await verify(sha(files.pdf))).toBeUndefined()
    expect(await events(sha(files.pdf))).toEqual(['promised'])
  })
})

describe('showing', () => {
  it('lists an owner’s files with their state', async () => {
    await bring('清单.pdf', files.pdf)
    await ask(wish('总结.docx', files.docx))
    expect((await get('/api/evidence/dazhuang')).body).toMatchObject({
      items: [
        { name: '清单.pdf', status: 'kept' },
        { name: '总结.docx', status: 'promised' },
      ],
    })
    expect((await get('/api/evidence/caogou')).status).toBe(403)
  })

  it('gives the address under the name of the use that is opened, and says what that name hides', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    const link = async (name: string) => get(`/api/evidence/dazhuang/${sha256}/link?name=${encodeURIComponent(name)}`)
    expect((await link('另一个名称.pdf')).body).toMatchObject({ name: '另一个名称.pdf', inline: true })
    expect((await link('另一个名称.pdf')).text).toContain(encodeURIComponent(encodeURIComponent('另一个名称.pdf')))
    expect((await link('另一个名称.pdf')).body).not.toHaveProperty('note')
    expect((await link('照片.jpg')).body).toMatchObject({ note: '文件名为“照片.jpg”，内容实为PDF，已按PDF登记。' })
    expect(await link('a/b.pdf')).toMatchObject({
      status: 422,
      body: { fields: { name: expect.stringContaining('“/”') } },
    })
  })

  it('gives an address under the Chinese name, inline where a browser shows it', async () => {
    const pdf = await bring('普法责任清单.pdf', files.pdf)
    const docx = await bring("总结'(1).docx", files.docx)
    const shown = async (sha256: string) => {
      const { body } = await get(`/api/evidence/dazhuang/${sha256}/link`)
      return new URL(z.object({ url: z.string() }).parse(body).url).searchParams.get('disposition')
    }
    expect(await shown(pdf)).toMatch(/^inline; .*filename\*=UTF-8''%E6%99%AE%E6%B3%95.*\.pdf$/)
    expect(await shown(docx)).toBe(
      `attachment; filename="__'(1).docx"; filename*=UTF-8''%E6%80%BB%E7%BB%93%27%281%29.docx`,
    )
  })

  it('gives an address under a name that Windows can save, and keeps the name', async () => {
    const sha256 = await bring('con.pdf', files.pdf)
    const { body } = await get(`/api/evidence/dazhuang/${sha256}/link?name=${encodeURIComponent('会议：a:b.pdf')}`)
    const url = new URL(z.object({ url: z.string() }).parse(body).url)
    expect(url.searchParams.get('disposition')).toContain(encodeURIComponent('会议：a：b.pdf'))
    const bare = await get(`/api/evidence/dazhuang/${sha256}/link`)
    expect(new URL(z.object({ url: z.string() }).parse(bare.body).url).searchParams.get('disposition')).toMatch(
      /^inline; filename="_con.pdf"/,
    )
  })

  it('gives no address for bytes that are not those that were sent, or are gone, to whomever', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    const key = keyOf('dazhuang', sha256)
    const open = async (subject: string) => {
      const { status, body } = await get(`/api/evidence/dazhuang/${sha256}/link`, subject)
      return [
        status,
        z.looseObject({ error: z.optional(z.string()), code: z.optional(z.string()) }).parse(body),
      ] as const
    }
    const one = Buffer.from(files.pdf)
    one[one.length - 1]! ^= 1
    objects.alter(key, one)
    for (const subject of ['officer', 'clerk']) {
      const [status, { code, error }] = await open(subject)
      expect([status, code]).toEqual([409, 'altered'])
      expect(error).toContain(`文件“清单.pdf”（${sha256.slice(0, 12)}…）的正文与上传时不同，不能打开`)
    }
    objects.alter(key)
    expect((await open('officer'))[1].error).toContain('的正文不见了')
    objects.alter(key, files.pdf)
    expect((await open('officer'))[0]).toBe(200)
  })

  it('gives no address for what is not kept, and knows nothing of what was never promised', async () => {
    await ask(wish('清单.pdf', files.pdf))
    expect(await get(`/api/evidence/dazhuang/${sha(files.pdf)}/link`)).toMatchObject({
      status: 409,
      body: { error: '“清单.pdf”还没有收到或正在核验，不能下载；请稍后刷新，或重新上传。' },
    })
    expect((await get(`/api/evidence/dazhuang/${sha(files.zip)}`)).status).toBe(404)
  })
})

describe('who opened what', () => {
  it('is on record, by person and file, and the head looks it up by the day', async () => {
    const sha256 = await bring('普法责任清单.pdf', files.pdf)
    const link = (subject: string) => get(`/api/evidence/dazhuang/${sha256}/link`, subject)
    for (const who of ['officer', 'officer', 'head']) expect((await link(who)).status).toBe(200)
    expect((await link('nobody')).status).toBe(403)
    const { commits } = await ledger.read('opened/2018-05-10/officer')
    expect(commits).toMatchObject([{ by: 'officer', events: [{ type: 'opened', owner: 'dazhuang', sha256 }] }])
    const page = await get('/api/openings', 'head')
    expect(page.body).toMatchObject({ today: '2018-05-10', day: '2018-05-10' })
    const line = { at: AT, what: '案卷材料', unit: 'dazhuang', name: '普法责任清单.pdf', sha256 }
    const { openings } = evidenceEndpoints.listOpenings.response.parse(page.body)
    expect(openings.toSorted((a, b) => a.person.localeCompare(b.person))).toEqual([
      { ...line, person: '名-head' },
      { ...line, person: '名-officer' },
    ])
    expect((await get('/api/openings?day=2018-05-09', 'head')).body).toMatchObject({ day: '2018-05-09', openings: [] })
    expect(await get('/api/openings?day=soon', 'head')).toMatchObject({
      status: 422,
      body: { fields: { day: expect.stringContaining('如2018-06-15') } },
    })
    for (const who of ['clerk', 'officer']) expect((await get('/api/openings', who)).status).toBe(403)
  })

  it('has whose contact was read, and for which case', async () => {
    const read = { owner: 'dazhuang', case: '2018-2/dazhuang' }
    await recordOpening(ledger, [read], { by: 'officer', received: AT })
    const { openings } = evidenceEndpoints.listOpenings.response.parse((await get('/api/openings', 'head')).body)
    expect(openings).toEqual([
      { at: AT, person: '名-officer', what: '联系人', unit: 'dazhuang', name: '2018-2/dazhuang的申报件' },
    ])
  })

  it('names no file that came with an objection, for its name may tell who objected', async () => {
    await recordOpening(ledger, [{ owner: 'office.objection', sha256: sha(files.pdf), objection: 'yi-1' }], {
      by: 'officer',
      received: AT,
    })
    const own = await post(
      { files: [wish('王大明来信.pdf', files.pdf)] },
      { owner: 'office.objection', subject: 'officer' },
    )
    expect(own.status).toBe(200)
    const { text, body } = await get('/api/openings', 'head')
    expect(body).toMatchObject({ openings: [{ person: '名-officer', what: '异议材料', objection: 'yi-1' }] })
    expect(text).not.toContain('王大明')
    // Nor its digest, by which whoever has the document learns that it was sent in.
    expect(text).not.toContain(sha(files.pdf))
  })

  it('shows nobody who handles an objection to a unit that they hold something in', async () => {
    const line = { notice: '2018-2/1', answerBy: '2018-05-25', by: 'officer' }
    for (const [id, about] of [
      ['yi-1', 'dazhuang'],
      ['yi-2', 'caogou'],
    ] as const) {
      const stream = objectionStream(id)
      const decide = openObjection({ ...line, about }, AT)
      await execute(ledger, objectionKind, { stream, command: 'open', by: 'procedure', decide })
      await recordOpening(ledger, [{ owner: 'office.objection', objection: id }], { by: 'officer', received: AT })
    }
    const seen = async () =>
      evidenceEndpoints.listOpenings.response
        .parse((await get('/api/openings', 'head')).body)
        .openings.map(({ objection }) => objection)
        .toSorted()
    expect(await seen()).toEqual(['yi-1', 'yi-2'])
    const asked = { by: 'test', received: '2018-01-01T00:00:00.000Z' }
    const decide = appoint({ appointment: 'unitHead', unit: 'dazhuang', from: '2018-01-01' }, asked)
    await execute(ledger, personKind, { stream: personStream('head'), command: 'also', by: 'test', decide })
    expect(await seen()).toEqual(['yi-2'])
  })

  it('is not given where it cannot be recorded', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    const own = ledger
    ledger = { ...own, append: () => Promise.reject(new Error('the line is cut')) }
    expect((await get(`/api/evidence/dazhuang/${sha256}/link`, 'officer')).status).toBe(500)
  })
})

describe('a file of before purposes were asked', () => {
  it('is read by those of the office who hold nothing in a unit, and by nobody else', async () => {
    const sha256 = sha(files.pdf)
    const asked = { by: 'somebody', received: AT }
    const file = { name: '来信.pdf', size: files.pdf.length, contentType: 'application/pdf' }
    const run = { stream: evidenceStream('office', sha256), by: 'test' }
    await execute(ledger, evidenceKind, { ...run, command: 'promise', decide: promise(file, asked) })
    await execute(ledger, evidenceKind, { ...run, command: 'keep', decide: keep(file, AT) })
    const read = async (subject: string) => (await get(`/api/evidence/office/${sha256}`, subject)).status
    expect(await read('officer')).toBe(200)
    expect(await read('clerk')).toBe(403)
    const held: Held = { appointment: 'unitHead', unit: 'caogou', from: '2018-01-01' }
    const appointing = { stream: personStream('officer'), command: 'also', by: 'test', decide: appoint(held, asked) }
    await execute(ledger, personKind, appointing)
    const { status, body } = await get(`/api/evidence/office/${sha256}`, 'officer')
    expect([status, body]).toMatchObject([403, { error: expect.stringContaining('您在单位任职，按规定应当回避') }])
    expect((await post({ files: [wish('新.pdf', files.pdf)] }, { owner: 'office', subject: 'head' })).status).toBe(403)
  })
})
