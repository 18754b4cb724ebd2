import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { noticeDraft, objectionContent } from '#contracts/notice.ts'
import { AT, countyAtNotice, LATE_FROM, SCAN, write } from './fixtures/county-at-notice.ts'

const AFTER = '2018-06-17T16:02:00.000Z'
let county: Awaited<ReturnType<typeof countyAtNotice>>
beforeEach(async () => {
  county = await countyAtNotice()
})
const receipt = z.object({ objection: z.string(), code: z.string() })
const entered = { about: 'dazhuang', channel: 'letter', on: '2018-06-12', summary: '办案超期' }
async function enter(more: object = {}, at = '2018-06-13T01:00:00.000Z') {
  return receipt.parse((await county.tell('officer', '/1/objections', { ...entered, ...more }, { at })).body)
}

describe('a draft', () => {
  it('lists who waits and explains the period', async () => {
    const { body } = await county.ask('officer', '')
    expect(noticeDraft.parse(body)).toMatchObject({
      n: 1,
      waiting: [
        { unit: 'caogou', name: '草沟镇' },
        { unit: 'dazhuang', name: '大庄镇' },
      ],
      period: { firstDay: '2018-06-11', lastDay: '2018-06-17', said: '2018年6月11日至2018年6月17日24时，共7个自然日' },
    })
  })
  it('is refused to a unit, and for a day that is none', async () => {
    expect((await county.ask('clerk', '')).status).toBe(403)
    expect((await county.ask('officer', '?on=2018-02-31x')).status).toBe(422)
  })
  it('leaves out who is listed already', async () => {
    await county.list(['dazhuang'])
    expect((await county.ask('officer', '')).body).toMatchObject({
      n: 2,
      waiting: [{ unit: 'caogou' }],
      notices: [{ n: 1, title: '拟命名单位公示', closed: false }],
    })
  })
})

describe('a preview', () => {
  const draft = {
    title: '候选名单公示',
    text: '根据泗政〔2018〕1号，\n现予公示。',
    cases: ['dazhuang'],
    publication: { on: '2018-06-11', place: '县政府网站公告栏' },
  }
  it('is the page that publishing makes, and keeps nothing', async () => {
    const { body } = await county.tell('officer', '/preview', draft)
    const { html } = z.object({ html: z.string() }).parse(body)
    expect(html).toContain('<p>现予公示。</p>')
    expect(await Array.fromAsync(county.ledger.streams())).not.toContainEqual(
      expect.objectContaining({ stream: 'notice/2018-2/1' }),
    )
    await county.list(['dazhuang'], draft)
    expect((await county.publishAll()).get('public/notices/2018-2/1.html')).toBe(html)
  })
  it('is shown before everything is filled in, and refused to whoever may not publish', async () => {
    const unfinished = { title: '', cases: [], publication: { on: '2018-06-11', place: '' } }
    expect((await county.tell('officer', '/preview', unfinished)).status).toBe(200)
    expect((await county.tell('clerk', '/preview', draft)).status).toBe(403)
    expect((await county.tell('secretary', '/preview', draft)).status).toBe(403)
  })
})

describe('publishing', () => {
  it('offers the next draft the place of the last one, and a text with the call’s reference', async () => {
    expect((await county.ask('officer', '')).body).not.toHaveProperty('place')
    await county.list(['dazhuang'])
    expect((await county.ask('officer', '')).body).toMatchObject({
      today: '2018-06-11',
      place: '县政府网站公告栏',
      text: expect.stringContaining('泗政〔2018〕1号'),
    })
  })

  it('makes a notice whose period runs from the recorded day', async () => {
    expect(await county.list()).toMatchObject({
      status: 200,
      body: {
        n: 1,
        period: { lastDay: '2018-06-17', lateFrom: LATE_FROM },
        lines: [{ name: '大庄镇' }, { name: '草沟镇' }],
        page: '/public/notices/2018-2/1.html',
        commands: ['record-proof', 'enter-objection'],
      },
    })
  })
  it('is refused with every unit that does not stand there, and why', async () => {
    await county.list(['dazhuang'])
    await write(county.ledger, 'unit/zhangshan', {
      type: 'registered',
      unit: 'zhangshan',
      name: '长沟镇',
      kind: 'town',
      inScope: true,
    })
    const { status, body } = await county.list(['dazhuang', 'caogou', 'zhangshan'])
    expect([status, body]).toMatchObject([
      422,
      {
        error: '有2个单位不能列入公示：大庄镇（已列入第1期公示）、长沟镇（本批次没有申报件）。',
        fields: { 'cases.0': '已列入第1期公示', 'cases.2': '本批次没有申报件' },
      },
    ])
    await write(county.ledger, 'case/2018-2/caogou', {
      type: 'decided',
      step: 'notice',
      visit: 3,
      outcome: 'withdrawn',
      to: 'withdrawn',
    })
    expect((await county.list(['caogou'])).body).toMatchObject({ fields: { 'cases.0': '现处“已退出”' } })
  })
  it('is refused for a day to come, a period that is over, a proof that is not kept, an instant outside a trial', async () => {
    const publication = { on: '2018-06-11', place: '县政府网站' }
    const wrong = async (more: object) => {
      const { status, body } = await county.list(['dazhuang'], more)
      return [status, ...Object.keys(z.object({ fields: z.record(z.string(), z.string()) }).parse(body).fields)]
    }
    expect(await wrong({ publication: { ...publication, on: '2018-06-12' } })).toEqual([422, 'publication.on'])
    expect(await wrong({ publication: { ...publication, on: '2018-06-01' } })).toEqual([422, 'publication.on'])
    expect(await wrong({ publication: { ...publication, proof: 'f'.repeat(64) } })).toEqual([422, 'publication.proof'])
    expect(await wrong({ lateFrom: LATE_FROM })).toEqual([422, 'lateFrom'])
    expect((await county.ask('officer', '/1')).status).toBe(404)
  })
  it('does nothing when the same click comes again', async () => {
    const send = () =>
      county.tell(
        'officer',
        '',
        { title: '公示', cases: ['dazhuang'], publication: { on: '2018-06-11', place: '网站' } },
        { key: 'click-same' },
      )
    expect((await send()).body).toMatchObject({ n: 1 })
    expect((await send()).body).toMatchObject({ n: 1 })
    expect((await county.ask('officer', '/2')).status).toBe(404)
  })
  it('gives each case to one of two notices that are published at once', async () => {
    const both = await Promise.all([county.list(['dazhuang']), county.list(['dazhuang', 'caogou'])])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })
  it('lets a trial end at an instant', async () => {
    county = await countyAtNotice({ given: { trial: true } })
    const lateFrom = '2018-06-11T02:00:00.000Z'
    expect((await county.list(['dazhuang'], { lateFrom })).body).toMatchObject({ trial: true, period: { lateFrom } })
  })
})

describe('proof and closing', () => {
  beforeEach(async () => {
    await county.list()
  })
  it('binds a kept file of the office', async () => {
    const { body } = await county.tell('officer', '/1/proofs', { when: 'start', proof: SCAN })
    expect(body).toMatchObject({ proofs: { start: { owner: 'office', sha256: SCAN, name: '来信扫描.pdf' } } })
    await county.tell('officer', '/1/proofs', { when: 'start', proof: SCAN })
    expect((await county.ledger.read('notice/2018-2/1')).commits).toHaveLength(2)
    expect((await county.tell('officer', '/1/proofs', { when: 'end', proof: 'f'.repeat(64) })).status).toBe(422)
  })
  it('closes after the period, not before and not by a unit; again does nothing', async () => {
    expect((await county.tell('officer', '/1/close')).status).toBe(409)
    expect((await county.tell('clerk', '/1/close', {}, { at: AFTER })).status).toBe(403)
    const { body } = await county.tell('officer', '/1/close', {}, { at: AFTER })
    expect(body).toMatchObject({
      closed: { at: AFTER, by: '职员officer' },
      lines: [{ outcomeTitle: '无异议' }, { outcome: 'clear' }],
    })
    expect((await county.tell('officer', '/1/close', {}, { at: AFTER })).status).toBe(200)
    expect((await county.ledger.read('notice/2018-2/1')).commits).toHaveLength(2)
  })
  it('does not close clear over an open objection', async () => {
    const { objection } = await enter()
    expect((await county.page('officer', AFTER)).commands).not.toContain('close-notice')
    const { status, body } = await county.tell('officer', '/1/close', {}, { at: AFTER })
    expect([status, body]).toMatchObject([409, { error: expect.stringContaining(objection) }])
  })
})

describe('an objection', () => {
  beforeEach(async () => {
    await county.list()
  })
  it('is entered with who sent it kept apart, and read with a log line', async () => {
    const { objection, code } = await enter({ name: '王大明', contact: '13900001111', scan: SCAN })
    const { body } = await county.ask('officer', `/1/objections/${objection}`)
    expect(objectionContent.parse(body)).toEqual({
      summary: '办案超期',
      name: '王大明',
      contact: '13900001111',
      files: [{ name: '来信扫描.pdf', url: `memory:evidence/${SCAN}` }],
    })
    expect(county.reads.map((line) => JSON.parse(line))).toMatchObject([
      { purpose: `办理异议${objection}`, by: 'officer' },
    ])
    const { commits } = await county.ledger.read('notice/2018-2/1')
    expect(JSON.stringify(commits)).not.toMatch(/王大明|13900001111|办案超期/)
    expect(JSON.stringify(commits)).not.toContain(code)
  })
  it('is refused late, early, for a unit that is not listed, with a scan that is not kept', async () => {
    const status = async (more: object, at = '2018-06-25T01:00:00.000Z') =>
      (await county.tell('officer', '/1/objections', { ...entered, ...more }, { at })).status
    expect(await status({ on: '2018-06-18' })).toBe(409)
    expect(await status({ on: '2018-06-10' })).toBe(422)
    expect(await status({ on: '2018-06-26' })).toBe(422)
    expect(await status({ about: 'nobody' })).toBe(422)
    expect(await status({ scan: 'f'.repeat(64) })).toBe(422)
    expect(await status({ on: '2018-06-17' })).toBe(200)
  })
  it('gets one receipt however often one click comes', async () => {
    const key = 'click-same'
    const send = async () =>
      (await county.tell('officer', '/1/objections', { ...entered, on: '2018-06-11' }, { key })).body
    expect(await send()).toEqual(await send())
    expect((await county.page()).objections).toHaveLength(1)
  })
  it('is admitted, found and replied to', async () => {
    const { objection } = await enter()
    const path = `/1/objections/${objection}`
    expect((await county.tell('officer', `${path}/admit`)).body).toMatchObject({ code: 'elsewhere' })
    await county.openObjections()
    expect((await county.page()).objections[0]).toMatchObject({
      aboutName: '大庄镇',
      status: 'received',
      commands: ['admit-objection'],
    })
    expect((await county.tell('officer', `${path}/admit`)).status).toBe(200)
    const finding = { upheld: true, reason: '查证属实', reply: '异议成立' }
    expect((await county.tell('officer', `${path}/find`, finding)).status).toBe(403)
    expect((await county.tell('office-head', `${path}/find`, finding)).body).toMatchObject({
      objections: [{ status: 'upheld', reply: '异议成立', commands: [] }],
    })
    expect((await county.tell('office-head', `${path}/find`, finding)).status).toBe(200)
    expect((await county.ledger.read(`objection/${objection}`)).commits).toHaveLength(3)
  })
  it('is declined with a reason, once, and not after it was admitted', async () => {
    const { objection } = await enter()
    await county.openObjections()
    const path = `/1/objections/${objection}/decline`
    expect((await county.tell('office-head', path, {})).status).toBe(422)
    expect((await county.tell('office-head', path, { reason: '与公示对象无关' })).body).toMatchObject({
      objections: [{ status: 'declined', reply: '与公示对象无关' }],
    })
    expect((await county.tell('office-head', path, { reason: '与公示对象无关' })).status).toBe(200)
    expect((await county.tell('officer', `/1/objections/${objection}/admit`)).status).toBe(409)
  })
  it('is not handled by who works at the unit it is about', async () => {
    const about = await enter()
    const other = await enter({ about: 'caogou' })
    await county.openObjections()
    const admit = (id: string) => county.tell('officer-of-dazhuang', `/1/objections/${id}/admit`)
    expect(await admit(about.objection)).toMatchObject({
      status: 403,
      body: { error: expect.stringContaining('回避') },
    })
    expect((await admit(other.objection)).status).toBe(200)
    expect((await admit('2018-2-1-AAAAAAAA')).status).toBe(404)
    const page = await county.page('officer-of-dazhuang')
    expect(page.objections.find(({ objection }) => objection === about.objection)?.commands).toEqual([])
  })
  it('is not read by a unit', async () => {
    const { objection } = await enter({ name: '王大明' })
    expect((await county.ask('clerk', `/1/objections/${objection}`)).status).toBe(403)
    expect((await county.ask('secretary', `/1/objections/${objection}`)).status).toBe(403)
    expect(county.reads).toEqual([])
    expect(JSON.stringify(await county.page('secretary', AT))).not.toContain('王大明')
  })
})
