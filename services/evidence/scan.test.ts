import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { evidenceEndpoints, ticket } from '#contracts/evidence.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import { evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { files } from '#evidence/fixtures/sample-files.ts'
import { rejectedSince } from '#evidence/rejected.ts'
import { holdSent } from '#evidence/sent-file.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { memoryContents } from '#ledger/memory-contents.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import { linkLogin, loginKind, loginStream } from '#roster/login.ts'
import { appoint, type Held, personKind, personStream, registerPerson } from '#roster/person.ts'
import { registerUnit, unitKind, unitStream } from '#roster/unit.ts'
import { memoryRows } from '#rows/memory-rows.ts'
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
let scan: boolean
let clicks = 0

function handler() {
  const rows = memoryRows(ledger)
  const deps = { ledger, contents: memoryContents(), rows, objects, scan, attachments: objects }
  return serve(
    evidenceEndpoints,
    {
      listOpenings: listOpenings({ rows, persons: memoryPersons(() => {}) }),
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
const ask = (subject: string, path: string, body?: unknown) =>
  send(handler(), {
    path: `/api${path}`,
    at: AT,
    login: { issuer: ISSUER, subject },
    ...(body !== undefined && { method: 'POST', body, key: `click-${1000 + clicks++}` }),
  })
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const wanted = (name: string, bytes: Uint8Array, owner = 'dazhuang', subject = 'clerk') =>
  ask(subject, `/evidence/${owner}`, {
    files: [{ sha256: sha(bytes), name, size: bytes.length, contentType: 'application/octet-stream' }],
  })
const ticketFor = async (...wish: Parameters<typeof wanted>) =>
  z.object({ tickets: z.array(ticket) }).parse((await wanted(...wish)).body).tickets[0]
async function bring(name: string, bytes: Uint8Array, owner = 'dazhuang', subject = 'clerk') {
  const given = await ticketFor(name, bytes, owner, subject)
  if (given?.status !== 'put') throw new Error(`no ticket: ${JSON.stringify(given)}`)
  objects.upload(given.url, bytes)
  await verifyUpload({ ledger, objects, scan })(keyOf(owner, sha(bytes)), AT)
  return sha(bytes)
}
const look = async (sha256: string) => (await ask('clerk', `/evidence/dazhuang/${sha256}`)).body
const verdict = (sha256: string, body: unknown, subject = 'scanner') => ask(subject, `/scans/dazhuang/${sha256}`, body)
const events = async (sha256: string) =>
  (await readStream(ledger, evidenceKind, evidenceStream('dazhuang', sha256))).commits.flatMap(({ events }) =>
    events.map(({ type }) => type),
  )
const BAD = { clean: false, finding: 'Example.Test' }
const isRejected = async (sha256: string) => {
  const { commits } = await readStream(ledger, evidenceKind, evidenceStream('dazhuang', sha256))
  return rejectedSince(commits.flatMap((commit) => commit.events)) !== undefined
}

beforeEach(async () => {
  ledger = memoryLedger(() => new Date(AT))
  objects = memoryObjects()
  scan = true
  const asked = { by: 'test', received: '2018-01-01T00:00:00.000Z' }
  const run = { by: 'test' }
  await execute(ledger, unitKind, {
    ...run,
    stream: unitStream('dazhuang'),
    command: 'dazhuang',
    decide: registerUnit('dazhuang', { name: '大庄镇', kind: 'town', inScope: true }, asked),
  })
  const people: Record<string, Held> = {
    clerk: { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' },
    officer: { appointment: 'officeOfficer', from: '2018-01-01' },
    // An officer who was made head of the unit that a letter may accuse.
    accused: { appointment: 'officeOfficer', from: '2018-01-01' },
    scanner: { appointment: 'malwareScanner', from: '2018-01-01' },
  }
  const persons = memoryPersons(() => {})
  for (const [person, held] of Object.entries(people)) {
    const stream = personStream(person)
    const decide = registerPerson(person, await persons.remember('staff', { name: person }), asked)
    await execute(ledger, personKind, { ...run, stream, command: 'register', decide })
    await execute(ledger, personKind, { ...run, stream, command: 'appoint', decide: appoint(held, asked) })
    const login = { stream: loginStream(ISSUER, person), command: 'link', decide: linkLogin(person, asked) }
    await execute(ledger, loginKind, { ...run, ...login })
  }
  await execute(ledger, personKind, {
    ...{ ...run, stream: personStream('accused'), command: 'appoint again' },
    decide: appoint({ appointment: 'unitHead', unit: 'dazhuang', from: '2018-01-01' }, asked),
  })
})

describe('where the county asks for a scanner', () => {
  it('a file waits: nobody opens it, and the same bytes need no second upload', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    expect(await look(sha256)).toMatchObject({ status: 'waiting', contentType: 'application/pdf' })
    expect(await ticketFor('清单.pdf', files.pdf)).toEqual({ status: 'waiting', sha256 })
    expect(await ask('clerk', `/evidence/dazhuang/${sha256}/link`)).toMatchObject({
      status: 409,
      body: { error: '“清单.pdf”正在等待查毒，不能下载；请稍后刷新，或重新上传。' },
    })
    expect((await ask('clerk', '/evidence/dazhuang')).body).toMatchObject({ items: [{ sha256, status: 'waiting' }] })
    await verifyUpload({ ledger, objects, scan })(keyOf('dazhuang', sha256), AT)
    expect(await events(sha256)).toEqual(['promised', 'held'])
  })

  it('what is wrong with it anyway is said without a scanner', async () => {
    expect(await look(await bring('清单.pdf', Buffer.from('MZ\0 this is a program')))).toMatchObject({
      status: 'rejected',
    })
  })

  it('the scanner finds what waits, without its name, and reads it; what it finds clean is kept', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    const { text, body } = await ask('scanner', '/scans')
    expect(body).toMatchObject({ items: [{ owner: 'dazhuang', sha256, status: 'waiting', url: expect.any(String) }] })
    expect(text).not.toContain('清单')
    expect(await verdict(sha256, { clean: true })).toMatchObject({ status: 200, body: { status: 'kept' } })
    expect(await look(sha256)).toMatchObject({ status: 'kept', contentType: 'application/pdf' })
    expect((await ask('clerk', `/evidence/dazhuang/${sha256}/link`)).status).toBe(200)
    expect((await ask('scanner', '/scans')).body).toEqual({ items: [] })
    expect(await events(sha256)).toEqual(['promised', 'held', 'scanned', 'kept'])
  })

  it('what it finds bad is said to the uploader and the office, opens for nobody, and expires', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    expect(await verdict(sha256, BAD)).toMatchObject({ status: 200, body: { status: 'infected' } })
    const reason = expect.stringContaining('“清单.pdf”查出病毒（Example.Test），不能使用；请先给电脑查杀病毒')
    expect(await look(sha256)).toMatchObject({ status: 'infected', reason })
    expect(await ticketFor('清单.pdf', files.pdf)).toMatchObject({ status: 'refused', reason })
    expect((await ask('clerk', '/evidence/dazhuang')).body).toMatchObject({ items: [{ status: 'infected', reason }] })
    const { body } = await ask('officer', '/scans')
    expect(body).toEqual({
      items: [
        {
          owner: 'dazhuang',
          sha256,
          size: files.pdf.length,
          status: 'infected',
          since: AT,
          what: '案卷材料',
          unit: '大庄镇',
          name: '清单.pdf',
          finding: 'Example.Test',
        },
      ],
    })
    expect((await ask('officer', `/evidence/dazhuang/${sha256}/link`)).status).toBe(409)
    expect(await isRejected(sha256)).toBe(true)
    // Told again, nothing is written.
    expect((await verdict(sha256, BAD)).status).toBe(200)
    expect(await isRejected(sha256)).toBe(true)
    expect(await events(sha256)).toEqual(['promised', 'held', 'scanned'])
  })

  it('what was found bad by mistake is kept, unless it is gone', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    await verdict(sha256, BAD)
    expect((await verdict(sha256, { clean: true })).body).toEqual({ status: 'kept' })
    expect(await isRejected(sha256)).toBe(false)
    const other = await bring('总结.docx', files.docx)
    await verdict(other, BAD)
    objects.alter(keyOf('dazhuang', other))
    expect(await verdict(other, { clean: true })).toMatchObject({
      status: 409,
      body: { error: '这份文件查出病毒后已经删除，不能再登记为没有病毒；请上传人重新上传。' },
    })
  })

  it('what was kept and is found bad later opens for nobody, and stays', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    await verdict(sha256, { clean: true })
    expect((await verdict(sha256, BAD)).body).toEqual({ status: 'infected' })
    await verifyUpload({ ledger, objects, scan })(keyOf('dazhuang', sha256), AT)
    expect(await isRejected(sha256)).toBe(false)
    expect(await ask('officer', `/evidence/dazhuang/${sha256}/link`)).toMatchObject({
      status: 409,
      body: { error: '“清单.pdf”查出病毒，不能下载；请上传人查杀病毒后重新制作上传。' },
    })
  })

  it('nobody but the scanner gives a verdict, and the unit sees no list', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    for (const who of ['clerk', 'officer']) {
      const { status, body } = await verdict(sha256, { clean: true }, who)
      expect([status, body]).toMatchObject([403, { error: expect.stringContaining('“登记查毒结果') }])
    }
    expect((await ask('clerk', '/scans')).status).toBe(403)
    expect((await ask('scanner', `/evidence/dazhuang/${sha256}/link`)).status).toBe(403)
    expect((await ask('scanner', '/evidence/dazhuang')).status).toBe(403)
    expect(await events(sha256)).toEqual(['promised', 'held'])
  })

  it('a verdict on what is not here is refused, and so is one that says two things', async () => {
    expect((await verdict('a'.repeat(64), { clean: true })).status).toBe(404)
    await wanted('清单.pdf', files.pdf)
    expect(await verdict(sha(files.pdf), BAD)).toMatchObject({ status: 409 })
    expect(await verdict(sha(files.pdf), { clean: true, finding: 'x' })).toMatchObject({
      status: 422,
      body: { fields: { finding: '没有查出病毒的，不写病毒名称' } },
    })
  })

  it.each(['waits', 'was found bad'])('the office is told neither name nor digest of a letter that %s', async (how) => {
    const sha256 = await bring('王大明来信.pdf', files.pdf, 'office.objection', 'officer')
    if (how === 'was found bad') await ask('scanner', `/scans/office.objection/${sha256}`, BAD)
    const { text, body } = await ask('officer', '/scans')
    expect(body).toMatchObject({ items: [{ what: '异议材料' }] })
    expect(text).not.toContain('王大明')
    // Whoever has the document learns by it that it was sent in.
    expect(text).not.toContain(sha256)
  })

  it.each(['13912345678王五举报信.pdf', '34122219800101123X身份证.pdf', '慕容雪晴来信.PDF'])(
    'a letter called %s has a name of ours in the record, and no other',
    async (name) => {
      const sha256 = await bring(name, files.pdf, 'office.objection', 'officer')
      const { commits } = await ledger.read(evidenceStream('office.objection', sha256))
      expect(commits[0]?.events).toMatchObject([{ name: `来信-${sha256.slice(0, 8)}.pdf` }])
      expect(JSON.stringify(commits)).not.toContain(name.slice(0, 4))
      expect((await ask('officer', '/evidence/office.objection')).text).not.toContain(name.slice(0, 4))
    },
  )

  it.each(['dazhuang', 'office.case.dazhuang'])('no name with somebody’s number is kept for %s', async (owner) => {
    const who = owner === 'dazhuang' ? 'clerk' : 'officer'
    for (const name of ['13912345678王五.pdf', '34122219800101123X身份证.pdf'])
      expect(await ticketFor(name, files.pdf, owner, who)).toMatchObject({
        status: 'refused',
        reason: expect.stringContaining('文件名中有手机号码或身份证号；请改名后重新选择'),
      })
    expect((await ticketFor('微信图片_20180510123456.pdf', files.pdf, owner, who))?.status).toBe('put')
  })

  it('whoever holds a post in a unit sees no line of what an objector sent, and all others', async () => {
    const letter = await bring('王大明来信.pdf', files.pdf, 'office.objection', 'officer')
    const other = await bring('总结.docx', files.docx)
    const { text, body } = await ask('accused', '/scans')
    expect(body).toMatchObject({ items: [{ sha256: other, name: '总结.docx' }] })
    expect(text).not.toContain('office.objection')
    await ask('scanner', `/scans/office.objection/${letter}`, BAD)
    expect((await ask('accused', '/scans')).text).not.toContain('office.objection')
  })

  it('the scanner is told the digest of a letter, since it names what it has looked at', async () => {
    const sha256 = await bring('王大明来信.pdf', files.pdf, 'office.objection', 'officer')
    const { body, text } = await ask('scanner', '/scans')
    expect(body).toMatchObject({ items: [{ owner: 'office.objection', sha256, url: expect.any(String) }] })
    expect(text).not.toContain('王大明')
  })
})

describe('the same bytes of several owners', () => {
  const at = (owner: string, sha256: string) => `/scans/${owner}/${sha256}`
  const statusAt = async (owner: string, sha256: string) =>
    (await readStream(ledger, evidenceKind, evidenceStream(owner, sha256))).state.status

  it('are as bad as the one that was found bad, kept and waiting ones', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    await ask('scanner', at('dazhuang', sha256), { clean: true })
    await bring('纪要.pdf', files.pdf, 'office.minutes', 'officer')
    await bring('证明.pdf', files.pdf, 'office.proof', 'officer')
    await ask('scanner', at('office.proof', sha256), { clean: true })
    await ask('scanner', at('office.minutes', sha256), BAD)
    for (const owner of ['dazhuang', 'office.proof', 'office.minutes'])
      expect(await statusAt(owner, sha256)).toBe('infected')
    expect(await look(sha256)).toMatchObject({ status: 'infected', reason: expect.stringContaining('“清单.pdf”') })
    expect((await ask('clerk', `/evidence/dazhuang/${sha256}/link`)).status).toBe(409)
  })

  it('sent after that to another owner wait for nobody, and open for nobody', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    await ask('scanner', at('dazhuang', sha256), BAD)
    await bring('纪要.pdf', files.pdf, 'office.minutes', 'officer')
    expect(await statusAt('office.minutes', sha256)).toBe('infected')
    expect(await ticketFor('纪要.pdf', files.pdf, 'office.minutes', 'officer')).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('“纪要.pdf”查出病毒（Example.Test）'),
    })
  })

  it('are clean again where one of them is found so, but what waits goes on waiting', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    await ask('scanner', at('dazhuang', sha256), { clean: true })
    await bring('纪要.pdf', files.pdf, 'office.minutes', 'officer')
    expect(await statusAt('office.minutes', sha256)).toBe('waiting')
    await ask('scanner', at('dazhuang', sha256), BAD)
    await ask('scanner', at('office.minutes', sha256), { clean: true })
    expect(await statusAt('dazhuang', sha256)).toBe('kept')
    await bring('证明.pdf', files.pdf, 'office.proof', 'officer')
    expect(await statusAt('office.proof', sha256)).toBe('waiting')
  })

  it.each(['office.sent', 'office.objection'])(
    'tell nobody else that they were sent in for an objection: %s',
    async (owner) => {
      const sha256 = owner === 'office.sent' ? sha(files.pdf) : await bring('来信.pdf', files.pdf, owner, 'officer')
      if (owner === 'office.sent')
        await execute(ledger, evidenceKind, {
          ...{ stream: evidenceStream(owner, sha256), command: 'hold sent', by: 'verifier' },
          decide: holdSent({ object: `${'c'.repeat(64)}/${sha256}`, size: 7, contentType: 'application/pdf' }, AT),
        })
      await ask('scanner', at(owner, sha256), BAD)
      expect(await statusAt(owner, sha256)).toBe('infected')
      // Whoever is accused and sends the same bytes waits as with any other file.
      await bring('清单.pdf', files.pdf)
      expect(await statusAt('dazhuang', sha256)).toBe('waiting')
    },
  )

  it('are bad where they came with the public form, too, and are no copy of what is gone', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    await execute(ledger, evidenceKind, {
      ...{ stream: evidenceStream('office.sent', sha256), command: 'hold sent', by: 'verifier' },
      decide: holdSent({ object: `${'c'.repeat(64)}/${sha256}`, size: 7, contentType: 'application/pdf' }, AT),
    })
    await bring('纪要.pdf', files.pdf, 'office.minutes', 'officer')
    await ask('scanner', at('dazhuang', sha256), BAD)
    expect(await statusAt('office.sent', sha256)).toBe('infected')
    objects.alter(keyOf('dazhuang', sha256))
    expect((await ask('scanner', at('office.minutes', sha256), { clean: true })).body).toEqual({ status: 'kept' })
    expect(await statusAt('dazhuang', sha256)).toBe('infected')
    expect(await statusAt('office.sent', sha256)).toBe('kept')
  })

  it('are bad where one of them was kept before there was a scanner', async () => {
    scan = false
    const sha256 = await bring('清单.pdf', files.pdf)
    scan = true
    await bring('纪要.pdf', files.pdf, 'office.minutes', 'officer')
    await ask('scanner', at('office.minutes', sha256), { clean: true })
    await ask('scanner', at('dazhuang', sha256), BAD)
    expect(await statusAt('office.minutes', sha256)).toBe('infected')
    await ask('scanner', at('office.minutes', sha256), { clean: true })
    expect(await statusAt('dazhuang', sha256)).toBe('kept')
  })

  it('are told of again where telling was cut off', async () => {
    const sha256 = await bring('清单.pdf', files.pdf)
    await bring('纪要.pdf', files.pdf, 'office.minutes', 'officer')
    const { append } = ledger
    Object.assign(ledger, {
      append: async (...given: Parameters<typeof append>) => {
        if (given[0].stream.startsWith('evidence/office.minutes')) throw new Error('cut off')
        return append(...given)
      },
    })
    const again = () =>
      send(handler(), {
        ...{ path: `/api${at('dazhuang', sha256)}`, at: AT, login: { issuer: ISSUER, subject: 'scanner' } },
        ...{ method: 'POST', body: BAD, key: 'click-again' },
      })
    expect((await again()).status).toBe(500)
    expect(await statusAt('dazhuang', sha256)).toBe('waiting')
    Object.assign(ledger, { append })
    expect((await again()).status).toBe(200)
    expect(await statusAt('office.minutes', sha256)).toBe('infected')
    expect(await statusAt('dazhuang', sha256)).toBe('infected')
  })
})

describe('what came with the public form', () => {
  const sent = `${'c'.repeat(64)}/${'d'.repeat(64)}`
  const sha256 = 'd'.repeat(64)
  const stream = evidenceStream('office.sent', sha256)
  const about = (path: string) => `/scans/office.sent/${sha256}${path}`
  beforeEach(() =>
    execute(ledger, evidenceKind, {
      ...{ stream, command: 'hold sent', by: 'verifier' },
      decide: holdSent({ object: sent, size: 7, contentType: 'image/jpeg' }, AT),
    }),
  )

  it('is read by the scanner where it lies, and has no name for anybody', async () => {
    expect((await ask('scanner', '/scans')).body).toMatchObject({
      items: [{ owner: 'office.sent', sha256, url: expect.stringContaining(`memory:attachments/${sent}?`) }],
    })
    const { body, text } = await ask('officer', '/scans')
    expect(body).toMatchObject({ items: [{ what: '网页异议的附件', status: 'waiting' }] })
    expect(text).not.toContain('"name"')
    expect(text).not.toContain(sha256)
    expect((await ask('accused', '/scans')).body).toEqual({ items: [] })
  })
  it('is judged as any file, and lies where it lay', async () => {
    expect((await ask('scanner', about(''), BAD)).body).toEqual({ status: 'infected' })
    expect(rejectedSince((await ledger.read(stream)).commits.flatMap((one) => one.events as never[]))).toBeDefined()
    // By newer signatures.
    expect((await ask('scanner', about(''), { clean: true })).body).toEqual({ status: 'kept' })
  })
  it('is sent, listed and opened by nobody here', async () => {
    for (const who of ['clerk', 'officer', 'scanner']) {
      expect((await wanted('a.pdf', files.pdf, 'office.sent', who)).status).toBe(403)
      for (const path of ['', `/${sha256}`, `/${sha256}/link`])
        expect((await ask(who, `/evidence/office.sent${path}`)).status).toBe(403)
    }
  })
})

describe('where it asks for none', () => {
  it('nothing waits, and what waited before is kept when it is asked for again', async () => {
    const waiting = await bring('清单.pdf', files.pdf)
    scan = false
    expect(await look(await bring('总结.docx', files.docx))).toMatchObject({ status: 'kept' })
    expect(await ticketFor('清单.pdf', files.pdf)).toMatchObject({ status: 'kept', sha256: waiting })
    expect(await events(waiting)).toEqual(['promised', 'held', 'kept'])
  })
})
