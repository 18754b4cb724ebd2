import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { noticeDraft, noticePage, objectionContent } from '#contracts/notice.ts'
import { AT, countyAtNotice, LATE_FROM, SCAN, WHOLE, write } from '../fixtures/county-at-notice.ts'

let county: Awaited<ReturnType<typeof countyAtNotice>>
beforeEach(async () => {
  county = await countyAtNotice()
})
const receipt = z.object({ objection: z.string(), code: z.string() })
const entered = { about: 'dazhuang', channel: 'letter', on: '2018-06-12', summary: '办案超期' }
async function enter(more: object = {}, at = '2018-06-13T01:00:00.000Z') {
  return receipt.parse((await county.tell('entering-officer', '/1/objections', { ...entered, ...more }, { at })).body)
}

describe('a draft', () => {
  it('lists who waits and explains the period', async () => {
    const { body } = await county.askStep('officer', '')
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
    expect((await county.askStep('clerk', '')).status).toBe(403)
    expect((await county.askStep('officer', '?on=2018-02-31x')).status).toBe(422)
  })
  it('leaves out who is listed already', async () => {
    await county.prepare(['dazhuang'])
    const second = { n: 2, waiting: [{ unit: 'caogou' }] }
    const notices = (state: string) => ({ notices: [{ n: 1, title: '拟命名单位公示', state }] })
    expect((await county.askStep('officer', '')).body).toMatchObject({ ...second, ...notices('prepared') })
    await county.approve()
    expect((await county.askStep('officer', '')).body).toMatchObject({ ...second, ...notices('running') })
    expect((await county.askStep('officer', '', LATE_FROM)).body).toMatchObject(notices('over'))
  })
  it('names apart who stands there and waits for a veto or an objection, and why', async () => {
    await write(county.ledger, 'case/2018-2/caogou', { type: 'vetoRaised', item: 'v-3', source: '纪委通报' })
    expect((await county.askStep('officer', '')).body).toMatchObject({
      waiting: [{ unit: 'dazhuang' }],
      heldBack: [{ unit: 'caogou', name: '草沟镇', why: '有一票否决待确认，确认或不予确认以后再办理。' }],
    })
  })
  it('is of a step that is a notice, and says what came before it', async () => {
    county = await countyAtNotice({ given: WHOLE })
    expect((await county.askStep('officer', '')).body).toMatchObject({
      text: '根据泗政〔2018〕1号，经单位申请、初审、确定培育对象、申报验收、验收考核和审定候选单位，现将下列单位予以公示，接受社会监督。',
    })
    const other = await county.askBatch('officer', '/steps/naming/notices')
    expect([other.status, other.body]).toMatchObject([404, { error: expect.stringContaining('没有这一公示环节') }])
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
    const { body } = await county.tellStep('officer', '/preview', draft)
    const { html } = z.object({ html: z.string() }).parse(body)
    expect(html).toContain('<p>现予公示。</p>')
    expect(await Array.fromAsync(county.ledger.streams())).not.toContainEqual(
      expect.objectContaining({ stream: 'notice/2018-2/1' }),
    )
    await county.list(['dazhuang'], draft)
    expect((await county.publishAll()).get('public/notices/2018-2/1.html')).toBe(html)
  })
  it('is shown before everything is filled in, and refused to whoever neither prepares nor approves', async () => {
    const unfinished = { title: '', cases: [], publication: { on: '2018-06-11', place: '' } }
    for (const who of ['officer', 'office-head'])
      expect((await county.tellStep(who, '/preview', unfinished)).status).toBe(200)
    expect((await county.tellStep('clerk', '/preview', draft)).status).toBe(403)
    expect((await county.tellStep('secretary', '/preview', draft)).status).toBe(403)
  })
})

describe('preparing', () => {
  it('offers the next draft the place of the last one, and a text with the call’s reference', async () => {
    expect((await county.askStep('officer', '')).body).not.toHaveProperty('place')
    await county.list(['dazhuang'])
    expect((await county.askStep('officer', '')).body).toMatchObject({
      today: '2018-06-11',
      place: '县政府网站公告栏',
      text: '根据泗政〔2018〕1号，经单位申请和初审，现将下列单位予以公示，接受社会监督。',
    })
  })

  it('takes the next number and waits for somebody else, its period from the recorded day', async () => {
    expect(await county.prepare()).toMatchObject({
      status: 200,
      body: {
        n: 1,
        step: 'notice',
        preparation: { prepared: expect.stringMatching(/^[0-9a-f]{64}$/), by: '职员officer' },
        reassesses: false,
        period: { lastDay: '2018-06-17', lateFrom: LATE_FROM },
        lines: [{ name: '草沟镇' }, { name: '大庄镇' }],
        commands: ['prepare-notice'],
      },
    })
    expect((await county.page('office-head')).commands).toEqual(['approve-notice'])
    // Nobody else learns whom it names before it is published.
    // As if it were not there.
    expect((await county.ask('secretary', '/1')).body).toEqual((await county.ask('secretary', '/2')).body)
    expect((await county.ask('secretary', '/1')).status).toBe(404)
    expect((await county.ask('clerk', '/1')).status).toBe(403)
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
    const { status, body } = await county.prepare(['dazhuang', 'caogou', 'zhangshan'])
    expect([status, body]).toMatchObject([
      422,
      {
        error: '有2个单位不能列入公示：大庄镇（已列入第1期公示）、长沟镇（本批次没有申报件）。',
        fields: { 'cases.0': '已列入第1期公示', 'cases.2': '本批次没有申报件' },
      },
    ])
    await write(county.ledger, 'case/2018-2/caogou', { type: 'vetoRaised', item: 'v-3', source: '纪委通报' })
    expect((await county.prepare(['caogou'])).body).toMatchObject({
      fields: { 'cases.0': '有一票否决待确认，确认或不予确认以后再办理' },
    })
    await write(county.ledger, 'case/2018-2/caogou', {
      type: 'decided',
      step: 'notice',
      visit: 3,
      outcome: 'withdrawn',
      to: 'withdrawn',
    })
    expect((await county.prepare(['caogou'])).body).toMatchObject({ fields: { 'cases.0': '现处“主动退出”' } })
  })
  it('is refused for a day to come, a period that is over, a proof that is not kept, an instant outside a trial', async () => {
    const publication = { on: '2018-06-11', place: '县政府网站' }
    const wrong = async (more: object) => {
      const { status, body } = await county.prepare(['dazhuang'], more)
      return [status, ...Object.keys(z.object({ fields: z.record(z.string(), z.string()) }).parse(body).fields)]
    }
    expect(await wrong({ publication: { ...publication, on: '2018-06-12' } })).toEqual([422, 'publication.on'])
    expect(await wrong({ publication: { ...publication, on: '2018-06-01' } })).toEqual([422, 'publication.on'])
    expect(await wrong({ publication: { ...publication, proof: 'f'.repeat(64) } })).toEqual([422, 'publication.proof'])
    expect(await wrong({ lateFrom: LATE_FROM })).toEqual([422, 'lateFrom'])
    expect((await county.ask('officer', '/1')).status).toBe(404)
  })
  it('counts from a day that is past only with the proof of that day', async () => {
    const publication = { on: '2018-06-10', place: '县政府网站' }
    const { status, body } = await county.prepare(['dazhuang'], { publication })
    expect([status, body]).toMatchObject([422, { fields: { 'publication.on': expect.stringContaining('网页截图') } }])
    const proved = await county.prepare(['dazhuang'], { publication: { ...publication, proof: SCAN } })
    expect(proved).toMatchObject({ status: 200, body: { period: { lastDay: '2018-06-16' } } })
  })
  it('is refused to whoever does not prepare, and at a step that is no notice', async () => {
    const content = { title: '公示', cases: ['dazhuang'], publication: { on: '2018-06-11', place: '网站' } }
    for (const who of ['office-head', 'secretary', 'clerk'])
      expect((await county.tellStep(who, '', content)).status).toBe(403)
    expect((await county.tellBatch('officer', '/steps/review/notices', content)).status).toBe(404)
  })
  it('does nothing when the same click comes again', async () => {
    const send = () =>
      county.tellStep(
        'officer',
        '',
        { title: '公示', cases: ['dazhuang'], publication: { on: '2018-06-11', place: '网站' } },
        { key: 'click-same' },
      )
    expect((await send()).body).toMatchObject({ n: 1 })
    expect((await send()).body).toMatchObject({ n: 1 })
    expect((await county.ask('officer', '/2')).status).toBe(404)
    await county.approve()
    expect((await send()).body).toMatchObject({ n: 1, commands: ['record-proof', 'enter-objection'] })
  })
  it('gives each case to one of two notices that are prepared at once', async () => {
    const both = await Promise.all([county.prepare(['dazhuang']), county.prepare(['dazhuang', 'caogou'])])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })
  it('takes the place of what was prepared before, when it says which; what was seen of that is approved no more', async () => {
    const first = await county.prepare(['dazhuang'])
    const seen = noticePage.parse(first.body).preparation
    // In the same instant even.
    const again = await county.prepare(['dazhuang', 'caogou'], { n: 1, title: '更正后的公示' })
    expect(again).toMatchObject({ status: 200, body: { n: 1, title: '更正后的公示' } })
    expect(noticePage.parse(again.body).preparation?.prepared).not.toBe(seen?.prepared)
    const approval = { prepared: seen?.prepared, secrecyChecked: true }
    expect((await county.tell('office-head', '/1/approve', approval)).body).toMatchObject({ code: 'elsewhere' })
    await county.approve()
    expect((await county.prepare(['caogou'], { n: 1 })).body).toMatchObject({ code: 'elsewhere' })
  })
  it('lets a trial end at an instant', async () => {
    county = await countyAtNotice({ given: { trial: true } })
    const lateFrom = '2018-06-11T02:00:00.000Z'
    expect((await county.list(['dazhuang'], { lateFrom })).body).toMatchObject({ trial: true, period: { lateFrom } })
  })
})

describe('approving', () => {
  beforeEach(async () => {
    await county.prepare()
  })
  it('is another person’s, and publishes', async () => {
    expect(await county.approve()).toMatchObject({
      status: 200,
      body: {
        n: 1,
        page: '/public/notices/2018-2/1.html',
        lines: [{ name: '草沟镇' }, { name: '大庄镇' }],
        commands: [],
      },
    })
    const page = await county.page()
    expect(page.commands).toEqual(['record-proof', 'enter-objection'])
    expect(page.preparation).toBeUndefined()
    expect((await county.publishAll()).has('public/notices/2018-2/1.html')).toBe(true)
  })
  it('is refused to whoever prepared it, to an officer, and without the secrecy check', async () => {
    const mine = { n: 1, title: '公示', cases: ['dazhuang'], publication: { on: '2018-06-11', place: '网站' } }
    // Another's gives way to whoever has seen it, and the refusal says whose it is.
    const unseen = await county.tellStep('second-head', '', mine)
    expect([unseen.status, unseen.body]).toMatchObject([
      409,
      { error: expect.stringMatching(/^职员officer于2018年6月11日9时00分拟制了公示，您打开页面时还没有；/) },
    ])
    const { preparation } = await county.page('second-head')
    const seen = await county.tellStep('second-head', '', { ...mine, replaces: preparation?.prepared })
    expect(seen.status).toBe(200)
    const own = await county.approve('second-head')
    expect([own.status, own.body]).toMatchObject([403, { error: expect.stringContaining('不能由您自己签发') }])
    expect((await county.page('second-head')).commands).not.toContain('approve-notice')
    expect((await county.approve('officer')).status).toBe(403)
    const unchecked = await county.approve('office-head', 1, { secrecyChecked: false })
    expect([unchecked.status, unchecked.body]).toMatchObject([422, { fields: { secrecyChecked: expect.any(String) } }])
    expect((await county.page()).preparation).toBeDefined()
    expect((await county.publishAll()).has('public/notices/2018-2/1.html')).toBe(false)
  })
  it('has nothing to do when it was approved', async () => {
    const { preparation } = await county.page()
    const again = () =>
      county.tell('office-head', '/1/approve', { ...preparation, by: undefined, secrecyChecked: true })
    expect([(await again()).status, (await again()).status]).toEqual([200, 200])
    expect((await county.ledger.read('notice/2018-2/1')).commits).toHaveLength(2)
  })
  it('is refused when a case may be listed no more, when a day was lost, and when there is nothing', async () => {
    await write(county.ledger, 'case/2018-2/caogou', { type: 'vetoRaised', item: 'v-3', source: '纪委通报' })
    expect(await county.approve()).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining('草沟镇（有一票否决待确认') },
    })
    const pending = async () => (await county.page('office-head')).lines.map((line) => line.pending)
    expect(await pending()).toEqual(['有一票否决待确认，确认或不予确认以后再办理。', undefined])
    await write(county.ledger, 'case/2018-2/caogou', { type: 'vetoDismissed', reason: '查无此事' })
    expect(await pending()).toEqual([undefined, undefined])
    const nextDay = await county.approve('office-head', 1, {}, { at: '2018-06-12T01:00:00.000Z' })
    expect(nextDay).toMatchObject({
      status: 422,
      body: {
        error: expect.stringContaining('请退回经办人，改为今天'),
        fields: { 'publication.on': '请退回经办人，改为今天，或附发布当日的网页截图' },
      },
    })
    expect((await county.tell('office-head', '/2/approve', { prepared: AT, secrecyChecked: true })).status).toBe(404)
    expect((await county.approve()).status).toBe(200)
  })
  it('may be a return instead, with a reason; what is prepared then takes the same number', async () => {
    const { prepared } = (await county.page()).preparation ?? {}
    const asked = { prepared, reason: '名单请再核对' }
    expect((await county.tell('officer', '/1/return', asked)).status).toBe(403)
    const back = await county.tell('office-head', '/1/return', asked)
    expect(back).toMatchObject({ status: 200, body: { returned: { by: '职员office-head', reason: '名单请再核对' } } })
    expect((await county.tell('office-head', '/1/return', asked)).status).toBe(200)
    expect((await county.ledger.read('notice/2018-2/1')).commits).toHaveLength(2)
    expect((await county.page()).commands).toEqual(['prepare-notice'])
    expect((await county.tell('office-head', '/1/approve', { prepared, secrecyChecked: true })).body).toMatchObject({
      code: 'elsewhere',
    })
    // Another list is another notice.
    expect((await county.askStep('officer', '')).body).toMatchObject({
      n: 2,
      waiting: [{ unit: 'caogou' }, { unit: 'dazhuang' }],
      notices: [{ n: 1, state: 'returned' }],
    })
    const again = noticePage.parse((await county.prepare(['dazhuang'])).body)
    expect([again.n, again.returned]).toEqual([1, undefined])
    expect((await county.approve()).status).toBe(200)
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
  it('opens no scan that somebody else sent, and answers as for one that nobody did', async () => {
    const sent = 'a'.repeat(64)
    await write(
      county.ledger,
      `evidence/office.objection/${sent}`,
      { type: 'promised', name: '王五来信.pdf', size: 7, contentType: 'application/pdf', by: 'officer' },
      { type: 'kept', contentType: 'application/pdf', size: 7 },
    )
    const answer = async (scan: string, who = 'entering-officer') => {
      const { status, body } = await county.tell(who, '/1/objections', { ...entered, on: '2018-06-11', scan })
      return [status, JSON.stringify(body).replaceAll(scan, '')]
    }
    const refused = await answer(sent)
    expect(refused[0]).toBe(422)
    expect(refused).toEqual(await answer('f'.repeat(64)))
    expect((await answer(sent, 'officer'))[0]).toBe(200)
  })
  it('is refused late, early, for a unit that is not listed, with a scan that is not kept', async () => {
    const status = async (more: object, at = '2018-06-25T01:00:00.000Z') =>
      (await county.tell('entering-officer', '/1/objections', { ...entered, ...more }, { at })).status
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
      (await county.tell('entering-officer', '/1/objections', { ...entered, on: '2018-06-11' }, { key })).body
    expect(await send()).toEqual(await send())
    expect((await county.page()).objections).toHaveLength(1)
  })
  it('is not lost behind another that had the same command id', async () => {
    const send = (more: object) =>
      county.tell('entering-officer', '/1/objections', { ...entered, on: '2018-06-11', ...more }, { key: 'click-used' })
    expect((await send({})).status).toBe(200)
    for (const more of [{ summary: '别的内容' }, { about: 'caogou' }, { channel: 'visit' }, { name: '李小明' }])
      expect(await send(more)).toMatchObject({
        status: 409,
        body: { code: 'conflict', error: '这次录入此前已提交过另一件异议，本件没有登记；请刷新后重新录入。' },
      })
    expect((await county.page()).objections).toHaveLength(1)
    expect((await send({})).status).toBe(200)
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
      others: ['“不予受理异议”由法制办负责人办理。'],
    })
    expect((await county.tell('officer', `${path}/admit`)).status).toBe(200)
    const finding = { result: 'upheld', reason: '查证属实', reply: '异议成立' }
    expect((await county.tell('officer', `${path}/find`, finding)).status).toBe(403)
    expect((await county.tell('office-head', `${path}/find`, finding)).body).toMatchObject({
      objections: [{ status: 'upheld', reason: '查证属实', reply: '异议成立', commands: [], others: [] }],
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
      objections: [{ status: 'declined', reason: '与公示对象无关', reply: '与公示对象无关' }],
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
    expect([page.objections.map(({ objection }) => objection), page.apart]).toEqual([[other.objection], 'own'])
    expect(JSON.stringify(page)).not.toContain(about.objection)
  })
  it('is not read by a unit', async () => {
    const { objection } = await enter({ name: '王大明' })
    expect((await county.ask('clerk', `/1/objections/${objection}`)).status).toBe(403)
    expect((await county.ask('secretary', `/1/objections/${objection}`)).status).toBe(403)
    expect(county.reads).toEqual([])
    expect(JSON.stringify(await county.page('secretary', AT))).not.toContain('王大明')
  })
  it('has no number, day nor channel for whoever has no business with it, also where a line waits for it', async () => {
    const { objection } = await enter()
    await county.close('2018-06-18T01:00:00.000Z')
    for (const [who, apart] of [
      ['secretary', 'all'],
      ['officer-of-dazhuang', 'own'],
    ] as const) {
      const page = await county.page(who, '2018-06-18T01:00:00.000Z')
      expect(page).toMatchObject({ objections: [], apart })
      expect(JSON.stringify(page)).not.toContain(objection)
      expect(page.lines.map(({ waits }) => waits)).toContain('异议还没有办结，办结后给出公示结果。')
    }
    const own = await county.page('officer', '2018-06-18T01:00:00.000Z')
    expect(own.lines.map(({ waits }) => waits)).toContain(`异议（${objection}）还没有办结，办结后给出公示结果。`)
    expect(own).not.toHaveProperty('apart')
  })
})
