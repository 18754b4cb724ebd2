import { beforeEach, describe, expect, it } from 'vitest'
import { experiencePage } from '#contracts/title/experience.ts'
import { type TitlePage, titlePage } from '#contracts/title/title.ts'
import { MINUTES, SCAN, type TitleCounty, titleCounty } from './fixtures/title-county.ts'

let county: TitleCounty
beforeEach(async () => {
  county = await titleCounty()
})
const HELD = '2018-2/dazhuang'
const parsed = ({ status, body }: { status: number; body: unknown }): TitlePage => {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return titlePage.parse(body)
}
const warn = { kind: 'warn', on: '2019-03-01', text: '执法案卷评查两次不合格，限三个月内整改到位。' }
const propose = {
  ...{ kind: 'propose', ground: 'veto', situation: '发生有重大影响的违法行政案件', happened: '2018-06-01' },
  ...{ discovered: '2019-02-20', heard: '2019-02-25', said: '承认事实，请求从轻处理。', on: '2019-03-04', scan: SCAN },
  text: '2018年6月违法强制拆除房屋，人民法院判决确认违法。',
}
const revoke = { kind: 'revoke', number: '泗政〔2019〕5号', on: '2019-03-04', text: '发现一票否决情形，决定取消。' }
const meeting = {
  ...{ meeting: '县政府第30次常务会议', number: '泗政常纪〔2019〕3号', date: '2019-03-04', outcome: 'revokes' },
  ...{ minutes: MINUTES, present: ['张明', '李强'], absent: ['王刚'] },
}
const prepare = (body: object, who = 'officer', of = HELD) => county.ask(who, `${of}/measures`, body)
const read = async (who = 'officer', of = HELD) => parsed(await county.ask(who, of))
async function approve(of = HELD, secrecyChecked = true) {
  const { pending } = await read('head', of)
  return county.ask('head', `${of}/measures/approve`, { prepared: pending?.prepared, secrecyChecked })
}
const fields = ({ status, body }: { status: number; body: unknown }) => [status, (body as { fields?: object }).fields]

describe('a measure on a title', () => {
  it('is prepared by an officer and approved by the head; the unit then reads it', async () => {
    expect(parsed(await prepare(warn))).toMatchObject({
      held: { standing: 'held', certificate: '2018-2-1-01' },
      pending: { by: '名-officer', measure: { kind: 'warn', title: '警示' } },
    })
    expect((await read('dazhuang-clerk')).pending).toBeUndefined()
    expect(parsed(await approve())).toMatchObject({ held: { standing: 'warned', standingTitle: '受到警示' } })
    expect((await read('dazhuang-clerk')).history).toMatchObject([
      { said: '警示', by: '名-head', preparedBy: '名-officer', measure: { text: warn.text } },
    ])
  })
  it('is the same however often it is asked', async () => {
    for (let time = 0; time < 2; time++)
      expect((await county.ask('officer', `${HELD}/measures`, warn, 'warn-once-1')).status).toBe(200)
    expect(await county.events('title/dazhuang/2018-2')).toHaveLength(2)
  })
  it('is refused to whoever may not, of another unit too', async () => {
    for (const who of ['head', 'secretary', 'dazhuang-clerk']) expect((await prepare(warn, who)).status).toBe(403)
    expect((await county.ask('dunji-clerk', HELD)).status).toBe(403)
    await prepare(warn)
    const { pending } = await read()
    const by = (who: string) =>
      county.ask(who, `${HELD}/measures/approve`, { prepared: pending?.prepared, secrecyChecked: true })
    expect((await by('officer')).status).toBe(403)
    expect(fields(await approve(HELD, false))).toEqual([422, { secrecyChecked: '请确认已进行保密审查' }])
  })
  it('goes back with a reason and names whoever prepared meanwhile', async () => {
    await prepare(warn)
    const { pending } = await read()
    const back = { prepared: pending?.prepared, reason: '请写明是哪两次评查。' }
    expect(parsed(await county.ask('head', `${HELD}/measures/return`, back))).toMatchObject({
      pending: { returned: back.reason },
    })
    await prepare(warn, 'second')
    const { status, body } = await prepare({ ...warn, text: '执法案卷评查连续两次不合格。' })
    expect([status, JSON.stringify(body)]).toMatchObject([409, expect.stringContaining('名-second于')])
  })
  it('that came back is dropped with a reason by whoever may prepare', async () => {
    await prepare(warn)
    const { pending } = await read()
    const back = { prepared: pending?.prepared, reason: '请写明是哪两次评查。' }
    await county.ask('head', `${HELD}/measures/return`, back)
    const drop = (who: string) =>
      county.ask(who, `${HELD}/measures/drop`, { prepared: pending?.prepared, reason: '经核实没有两次不合格。' })
    for (const who of ['head', 'secretary', 'dazhuang-clerk']) expect((await drop(who)).status).toBe(403)
    const dropped = parsed(await drop('second'))
    expect(dropped.pending).toBeUndefined()
    expect(dropped.history).toMatchObject([
      { said: '不再办理被退回的“警示”', by: '名-second', text: '经核实没有两次不合格。' },
    ])
    expect((await read('dazhuang-clerk')).history).toEqual([])
  })
  it.each<[string, object, object]>([
    ['a day to come', { ...warn, on: '2019-03-05' }, { on: expect.stringContaining('不能晚于今天') }],
    ['no reason', { ...warn, text: '' }, { text: expect.any(String) }],
    ['a number of somebody', { ...warn, text: '请找张某13955571234处理此事。' }, { text: expect.any(String) }],
    ['a file that nobody kept', { ...propose, scan: `${'c'.repeat(64)} 记录.pdf` }, { scan: expect.any(String) }],
  ])('says what is wrong with %s', async (_, body, wrong) => {
    expect(fields(await prepare(body))).toMatchObject([422, wrong])
  })
})

it('a revocation: heard, proposed, decided by the meeting, published, the plaque returned', async () => {
  await prepare(propose)
  expect(parsed(await approve(HELD, false))).toMatchObject({ proposal: 'waits', held: { standing: 'held' } })
  expect((await prepare(revoke)).status).toBe(409)
  expect((await county.ask('officer', `${HELD}/meetings`, meeting)).status).toBe(403)
  const early = await county.ask('secretary', `${HELD}/meetings`, { ...meeting, date: '2019-03-03' })
  expect(fields(early)).toMatchObject([422, { date: expect.stringContaining('不能早于提请之日') }])
  const decided = parsed(await county.ask('secretary', `${HELD}/meetings`, meeting))
  expect(decided).toMatchObject({ proposal: 'agreed', held: { standing: 'held' } })
  await prepare(revoke)
  expect(parsed(await approve())).toMatchObject({ held: { standing: 'revoked' }, commands: ['record-plaque'] })
  const returned = parsed(await county.ask('officer', `${HELD}/plaque`, { on: '2019-03-04', text: '证书一并收回。' }))
  expect(returned.history.map(({ said }) => said)).toEqual([
    '提请取消示范单位资格',
    '县政府第30次常务会议决定取消示范单位资格（会议纪要泗政常纪〔2019〕3号）',
    '取消示范单位资格的决定',
    '收回牌匾',
  ])
  expect(returned.history[1]).toMatchObject({ present: ['张明', '李强'], absent: ['王刚'] })
  // Who was there, and the scans, are the office’s.
  const ofUnit = (await read('dazhuang-clerk')).history
  expect([ofUnit[0]?.measure?.scan, ofUnit[1]?.present, ofUnit[1]?.minutes]).toEqual([undefined, undefined, undefined])
})

it('a meeting entered again: the first one is said to be corrected, and nobody corrects what they did not see', async () => {
  await prepare(propose)
  await approve(HELD, false)
  const record = (body: object) => county.ask('secretary', `${HELD}/meetings`, { ...meeting, ...body })
  const { met } = parsed(await record({}))
  expect(met).toMatchObject({
    ...{ by: '名-secretary', outcome: 'revokes', present: ['张明', '李强'] },
    number: meeting.number,
  })
  expect((await read()).met).toBeUndefined()
  const again = { number: '泗政常纪〔2019〕4号', outcome: 'keeps', reason: '情节轻微，已经整改。' }
  const { status, body } = await county.ask('secretary2', `${HELD}/meetings`, { ...meeting, ...again })
  expect([status, JSON.stringify(body)]).toEqual([409, expect.stringContaining('名-secretary于')])
  const corrected = parsed(
    await county.ask('secretary2', `${HELD}/meetings`, { ...meeting, ...again, replaces: met?.recorded }),
  )
  expect(corrected.history.map((one) => one.corrected)).toEqual([undefined, true, undefined])
  expect(corrected.met).toMatchObject({ ...again, minutes: { name: '会议纪要.pdf' } })
  // Whoever records meetings finds their minutes there.
  expect(corrected.history[2]?.minutes).toMatchObject({ name: '会议纪要.pdf' })
})

it('a re-check keeps the title for its year', async () => {
  const checked = { year: 2019, on: '2019-03-01', text: '制度健全，执法规范，保留称号。' }
  expect(parsed(await county.ask('head', `${HELD}/rechecks`, checked)).history).toMatchObject([
    { said: '2019年年度复查', by: '名-head' },
  ])
  expect((await county.ask('secretary', `${HELD}/rechecks`, checked)).status).toBe(403)
})

describe('a title of an earlier batch', () => {
  const enter = {
    kind: 'enter',
    text: '关于命名首批示范单位的决定',
    number: '泗政〔2016〕9号',
    on: '2016-12-20',
    scan: SCAN,
  }
  const OLD = '2016-1/dunji'
  it('is entered from its decision’s scan and approved', async () => {
    expect(parsed(await prepare(enter, 'officer', OLD)).held).toBeUndefined()
    expect(parsed(await approve(OLD))).toMatchObject({
      held: {
        standing: 'held',
        on: '2016-12-20',
        document: '关于命名首批示范单位的决定（泗政〔2016〕9号）',
        path: expect.stringMatching(/^\/public\/titles\/[0-9A-F-]{14}\.html$/),
      },
    })
  })
  it('is of no batch that is numbered otherwise, and of no unit that is unknown', async () => {
    expect(fields(await prepare(enter, 'officer', 'first/dunji'))).toMatchObject([422, { batch: expect.any(String) }])
    expect((await prepare(enter, 'officer', '2016-1/nobody')).status).toBe(404)
    expect((await prepare({ ...enter, on: '2019-01-20' })).status).toBe(409)
    expect(fields(await prepare({ ...enter, on: '1999-01-01', number: '9' }, 'officer', OLD))).toMatchObject([
      422,
      { on: expect.stringContaining('2016年或者次年'), number: expect.any(String) },
    ])
  })
})

describe('an experience summary', () => {
  const WORDS = { title: '一张清单管执法', text: '镇里把执法事项列成清单，逐项公开。' }
  const of = (who: string, path = '', body?: unknown) => county.ask(who, `${HELD}/experience${path}`, body)
  const page = async (who: string, path = '', body?: unknown) => {
    const { status, body: answered } = await of(who, path, body)
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(answered)}`)
    return experiencePage.parse(answered)
  }
  const seenBy = async (who: string) => (await page(who)).inHand?.seen
  const step = async (who: string, path: string, more: object = {}) =>
    page(who, path, { seen: await seenBy(who), ...more })
  async function publish() {
    await page('dazhuang-clerk', '', WORDS)
    await step('dazhuang-head', '/consent')
    await step('officer', '/propose')
    return page('head', '/publish', { prepared: await seenBy('head'), secrecyChecked: true })
  }

  it('is drafted and agreed to in the unit, proposed and published by two of the office', async () => {
    const drafted = await page('dazhuang-clerk', '', WORDS)
    expect(drafted).toMatchObject({
      inHand: { ...WORDS, waits: 'consenting', drafted: { by: '名-dazhuang-clerk' } },
      commands: ['draft-experience', 'withdraw-experience'],
    })
    // What the unit has not agreed to is its own affair.
    for (const who of ['officer', 'head', 'secretary']) expect((await page(who)).inHand).toBeUndefined()
    expect((await page('dazhuang-head')).commands).toEqual(['consent-experience', 'withdraw-experience'])
    await step('dazhuang-head', '/consent')
    expect(await page('officer')).toMatchObject({
      inHand: { waits: 'proposing', consented: { by: '名-dazhuang-head' } },
      commands: ['propose-experience'],
    })
    expect((await page('secretary')).inHand).toBeUndefined()
    expect((await step('officer', '/propose')).commands).toEqual([])
    expect((await page('head')).commands).toEqual(['publish-experience'])
    const { prepared = '' } = { prepared: await seenBy('head') }
    expect(fields(await of('head', '/publish', { prepared, secrecyChecked: false }))).toEqual([
      422,
      { secrecyChecked: '请确认已进行保密审查' },
    ])
    const published = await page('head', '/publish', { prepared, secrecyChecked: true })
    expect(published).toMatchObject({
      published: { ...WORDS, by: '名-head', proposedBy: '名-officer' },
      path: expect.stringMatching(/^\/public\/experiences\/[0-9A-F-]{14}\.html$/),
      commands: ['take-experience-down'],
    })
    expect(published.inHand).toBeUndefined()
    expect((await page('secretary')).published?.text).toBe(WORDS.text)
    const events = await county.events('title/dazhuang/2018-2')
    expect(JSON.stringify(events)).not.toContain(WORDS.text)
    expect(events).toHaveLength(5)
  })
  it('is the same however often it is asked', async () => {
    for (let time = 0; time < 2; time++)
      expect((await county.ask('dazhuang-clerk', `${HELD}/experience`, WORDS, 'draft-once-1')).status).toBe(200)
    await page('dazhuang-clerk', '', WORDS)
    expect(await county.events('title/dazhuang/2018-2')).toHaveLength(2)
  })
  it('is refused to whoever may not, of another unit too', async () => {
    for (const who of ['dazhuang-head', 'officer', 'head', 'dunji-clerk'])
      expect((await of(who, '', WORDS)).status).toBe(403)
    await page('dazhuang-clerk', '', WORDS)
    const seen = await seenBy('dazhuang-clerk')
    for (const who of ['dazhuang-clerk', 'officer', 'dunji-clerk'])
      expect((await of(who, '/consent', { seen })).status).toBe(403)
    for (const who of ['dazhuang-head', 'head', 'secretary'])
      expect((await of(who, '/propose', { seen })).status).toBe(403)
    for (const who of ['officer', 'dazhuang-head'])
      expect((await of(who, '/publish', { prepared: seen, secrecyChecked: true })).status).toBe(403)
    expect((await of('dunji-clerk')).status).toBe(403)
    expect((await of('dunji-clerk', '/withdraw', { what: 'inHand', seen, reason: '不再公开。' })).status).toBe(403)
    expect((await of('dazhuang-head', '/take-down', { seen, reason: '内容有误。' })).status).toBe(403)
    // Somebody who both drafts and heads the unit agrees to nothing that they wrote.
    await page('dazhuang-both', '', { ...WORDS, text: '镇里把执法事项列成清单。', replaces: seen })
    const own = await page('dazhuang-both')
    expect(own.commands).not.toContain('consent-experience')
    expect((await of('dazhuang-both', '/consent', { seen: own.inHand?.seen })).status).toBe(403)
  })
  it('goes back with a reason: to the unit from its head and the officer, to the officer from the head', async () => {
    await page('dazhuang-clerk', '', WORDS)
    const why = { reason: '请写明取得的成效。' }
    expect(await step('dazhuang-head', '/consent/return', why)).toMatchObject({
      inHand: { waits: 'mending', returned: { by: '名-dazhuang-head', ...why } },
    })
    const again = { ...WORDS, text: '镇里把执法事项列成清单，投诉下降三成。' }
    const { inHand } = await page('dazhuang-clerk')
    await page('dazhuang-clerk', '', { ...again, replaces: inHand?.draft })
    await step('dazhuang-head', '/consent')
    expect((await step('officer', '/propose/return', why)).inHand).toBeUndefined()
    const mended = { ...again, replaces: (await page('dazhuang-clerk')).inHand?.draft }
    await page('dazhuang-clerk', '', { ...mended, title: '一张清单管好执法' })
    await step('dazhuang-head', '/consent')
    await step('officer', '/propose')
    expect(await step('head', '/publish/return', why)).toMatchObject({ inHand: { waits: 'proposing', returned: why } })
    expect((await step('second', '/propose')).inHand?.waits).toBe('publishing')
  })
  it('that somebody else has drafted meanwhile names who did it', async () => {
    await page('dazhuang-clerk', '', WORDS)
    const other = { ...WORDS, title: '清单之外无执法' }
    const { status, body } = await of('dazhuang-both', '', other)
    expect([status, JSON.stringify(body)]).toEqual([409, expect.stringContaining('名-dazhuang-clerk于')])
    const { draft } = (await page('dazhuang-both')).inHand ?? {}
    expect((await page('dazhuang-both', '', { ...other, replaces: draft })).inHand).toMatchObject(other)
  })
  it('is taken back by the unit, with the reason, and published anew', async () => {
    const { published } = await publish()
    const taken = await page('dazhuang-head', '/withdraw', {
      ...{ what: 'published', seen: published?.seen, reason: '文中的数据有误。' },
    })
    expect(taken).toMatchObject({
      down: { taker: 'unit', on: '2019-03-04', by: '名-dazhuang-head', reason: '文中的数据有误。' },
    })
    expect(taken.published).toBeUndefined()
    // Why is no business of whoever only reads titles.
    expect((await page('secretary')).down).toBeUndefined()
    expect((await publish()).published).toMatchObject(WORDS)
  })
  it('is taken down by the office; a draft is taken back by whoever wrote it', async () => {
    const { published } = await publish()
    expect(
      await page('officer', '/take-down', { seen: published?.seen, reason: '群众反映与事实不符。' }),
    ).toMatchObject({
      down: { taker: 'office', by: '名-officer', reason: '群众反映与事实不符。' },
      commands: [],
    })
    const { inHand } = await page('dazhuang-clerk', '', { ...WORDS, title: '清单之外无执法' })
    const dropped = { what: 'inHand', seen: inHand?.draft, reason: '先核实再报。' }
    expect((await page('dazhuang-clerk', '/withdraw', dropped)).inHand).toBeUndefined()
  })
  it('is of no unit that holds no title, and of none whose title is suspended', async () => {
    expect((await county.ask('dunji-clerk', '2018-2/dunji/experience', WORDS)).status).toBe(404)
    await prepare({ kind: 'suspend', on: '2019-03-01', text: '没有报送整改情况。' })
    await approve()
    const { status, body } = await of('dazhuang-clerk', '', WORDS)
    expect([status, JSON.stringify(body)]).toEqual([409, expect.stringContaining('称号现在“暂停”')])
    expect(await page('dazhuang-clerk')).toMatchObject({ commands: [], whyNot: expect.stringContaining('暂停') })
  })
  it.each<[string, object, object]>([
    ['no text', { ...WORDS, text: '' }, { text: expect.any(String) }],
    ['a number of somebody', { ...WORDS, text: '请找张某13955571234了解。' }, { text: expect.any(String) }],
    ['a number in its title', { ...WORDS, title: '联系13955571234' }, { title: expect.any(String) }],
    ['too much', { ...WORDS, text: '清单。'.repeat(900) }, { text: expect.any(String) }],
  ])('says what is wrong with %s', async (_, body, wrong) => {
    expect(fields(await of('dazhuang-clerk', '', body))).toMatchObject([422, wrong])
  })
})
