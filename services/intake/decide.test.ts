import { beforeEach, describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import { lapse } from '#case/lapse.ts'
import { type Ledger, MovedOn } from '#ledger/ledger.ts'
import { type County, complete, file, intakeCounty, LATE_FROM, PHONE } from './fixtures/intake-county.ts'

const CASE = 'case/2018-2/dazhuang'
const checklist = Object.fromEntries(
  ['scope', ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `condition${n}`), 'externalResults'].map((point) => [point, true]),
)
const accepted = { outcome: 'accepted', reason: '符合条件', checklist }
let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call()
})
const last = async () => (await county.events(CASE)).at(-1)
const count = async () => (await county.events(CASE)).length

describe('the review', () => {
  beforeEach(async () => {
    await county.submitted()
  })
  const review = (who: string, body: object) => county.click(who, 'dazhuang/review', body)

  it('accepts, with the checklist and the form it was about', async () => {
    expect((await review('officer', accepted)).page()).toMatchObject({ step: 'notice', stepTitle: '公示' })
    expect(await last()).toMatchObject({ outcome: 'accepted', by: 'officer', checklist, covers: expect.any(String) })
  })
  it('returns: by default until the later of the call’s date and the days given, from the day of receipt', async () => {
    county.clock.at = '2018-05-13T16:00:00.000Z'
    const page = (await review('officer', { outcome: 'returned', reason: '理由不足', reopens: ['reason'] })).page()
    expect(page).toMatchObject({ step: 'application', reopens: ['reason'], due: { said: '2018年5月24日24时' } })
    const closed = await county.click('dazhuang-clerk', 'dazhuang/application', { ...complete, phone: '13955550000' })
    expect(closed.refusal().fields).toEqual({ phone: '此项未退回，不能修改' })
    const mended = await county.click('dazhuang-clerk', 'dazhuang/application', { ...complete, reason: '补充了理由' })
    expect(mended.page().form?.values).toMatchObject({ reason: '补充了理由', phone: PHONE })
  })
  it('returns until the call’s own date when that is later, or until the day chosen', async () => {
    county.clock.at = '2018-05-01T00:00:00.000Z'
    const returned = { outcome: 'returned', reason: '理由不足', reopens: ['contact'] }
    expect((await review('officer', returned)).page().due).toMatchObject({ said: '2018年5月15日24时' })
    const mended = { ...complete, contact: '吴联系' }
    expect((await county.click('dazhuang-clerk', 'dazhuang/application', mended)).status).toBe(200)
    await county.signAll('dazhuang')
    await county.click('dazhuang-clerk', 'dazhuang/application/submit')
    const chosen = await review('officer', { ...returned, lastDay: '2018-05-01' })
    expect(chosen.page().due).toMatchObject({ said: '2018年5月1日24时' })
  })
  it('does not return until yesterday, without a question, or by its own unit’s makers', async () => {
    const returned = { outcome: 'returned', reason: '理由不足' }
    expect(
      (await review('officer', { ...returned, reopens: ['reason'], lastDay: '2018-05-09' })).refusal().fields,
    ).toEqual({
      lastDay: '补正截止日期不能早于今天（2018-05-10）',
    })
    expect((await review('officer', returned)).refusal().fields).toHaveProperty('reopens')
    expect((await review('dazhuang-clerk', accepted)).status).toBe(403)
  })
  it('tells the second officer who was first, and does nothing for the first one’s second click', async () => {
    await review('officer', accepted)
    expect((await review('officer2', { outcome: 'refused', reason: '不符' })).refusal()).toMatchObject({
      code: 'elsewhere',
      error: expect.stringMatching(
        /现处“公示”.*最近一次办理：钱经办（法制办经办人）于2018年5月10日10时00分办理“初审·通过”。$/,
      ),
    })
    const before = await count()
    expect((await review('officer', accepted)).status).toBe(200)
    expect(await count()).toBe(before)
  })
})

describe('leaving and vetoes', () => {
  beforeEach(async () => {
    await county.submitted()
  })
  const veto = { item: '3', source: '县纪委通报' }

  it('the unit withdraws, once, and nobody else does it for them', async () => {
    expect((await county.click('officer', 'dazhuang/withdraw', { reason: 'x' })).status).toBe(403)
    expect((await county.click('dazhuang-head', 'dazhuang/withdraw', { reason: '机构合并' })).page()).toMatchObject({
      step: 'withdrawn',
      ended: true,
      commands: [],
    })
    const before = await count()
    expect((await county.click('dazhuang-clerk', 'dazhuang/withdraw', { reason: '机构合并' })).status).toBe(200)
    expect(await count()).toBe(before)
    expect((await county.click('officer', 'dazhuang/veto', veto)).refusal().code).toBe('elsewhere')
  })
  it('a veto is raised with its source and a kept paper, once', async () => {
    expect(
      (await county.click('officer', 'dazhuang/veto', { ...veto, evidence: file(7) })).refusal().fields,
    ).toHaveProperty('evidence')
    const page = (await county.click('officer', 'dazhuang/veto', { ...veto, evidence: file(9) })).page()
    expect(page).toMatchObject({ step: 'review', veto: { item: 3, title: expect.stringContaining('第3项') } })
    expect(page.timeline.at(-1)?.files).toEqual([{ owner: 'office', sha256: file(9), name: '会议纪要.pdf' }])
    const before = await count()
    expect((await county.click('officer', 'dazhuang/veto', { ...veto, evidence: file(9) })).status).toBe(200)
    expect(await count()).toBe(before)
    expect((await county.click('officer2', 'dazhuang/veto', { item: '1', source: '另一来源' })).refusal().code).toBe(
      'conflict',
    )
    expect((await county.click('dazhuang-clerk', 'dazhuang/veto', veto)).status).toBe(403)
  })
  it('is confirmed by the head, not by who raised it, and ends the case', async () => {
    await county.click('office-head', 'dazhuang/veto', veto)
    expect((await county.click('office-head', 'dazhuang/veto/confirm')).status).toBe(403)
    expect((await county.click('officer', 'dazhuang/veto/confirm')).status).toBe(403)
    expect((await county.get('officer', 'cases/2018-2/dazhuang')).page().step).toBe('review')
  })
  it('confirmed or dismissed, twice is once', async () => {
    await county.click('officer', 'dazhuang/veto', veto)
    expect(
      (await county.click('office-head', 'dazhuang/veto/dismiss', { reason: '查无实据' })).page().veto,
    ).toBeUndefined()
    expect((await county.click('office-head', 'dazhuang/veto/dismiss', { reason: '查无实据' })).refusal().code).toBe(
      'elsewhere',
    )
    await county.click('officer', 'dazhuang/veto', { ...veto, source: '法院判决' })
    expect((await county.click('office-head', 'dazhuang/veto/confirm')).page()).toMatchObject({
      step: 'vetoed',
      ended: true,
    })
    const before = await count()
    expect((await county.click('office-head', 'dazhuang/veto/confirm')).status).toBe(200)
    expect(await count()).toBe(before)
  })
})

it('counts by the instant of receipt: received in time, decided after midnight because others were first', async () => {
  let conflicts = 2
  const clock = { pass: () => {} }
  const busy = (ledger: Ledger): Ledger => ({
    ...ledger,
    async append(head, events, command, by) {
      if (head.stream === CASE && command === 'the-click-in-time' && conflicts > 0) {
        conflicts -= 1
        clock.pass()
        throw new MovedOn(head)
      }
      return ledger.append(head, events, command, by)
    },
  })
  county = await intakeCounty(busy)
  clock.pass = () => {
    county.clock.at = '2018-05-15T16:00:00.001Z'
  }
  await county.call()
  await county.click('dazhuang-clerk', 'dazhuang/open')
  county.clock.at = '2018-05-15T15:59:59.999Z'
  const saved = await county.click('dazhuang-clerk', 'dazhuang/application', complete, 'the-click-in-time')
  expect([saved.status, conflicts]).toEqual([200, 0])
  expect(await last()).toMatchObject({ type: 'saved', at: '2018-05-15T15:59:59.999Z' })
  expect((await county.ledger.read(CASE)).commits.at(-1)?.at).toBe('2018-05-15T16:00:00.001Z')
  expect((await county.click('dazhuang-clerk', 'dazhuang/application', { reason: 'x' })).refusal().code).toBe('late')
})

describe('the page of a case', () => {
  const page = async (who: string) => (await county.get(who, 'cases/2018-2/dazhuang')).page()
  const offered = async (who: string) => (await page(who)).commands.map(({ name }) => name)

  it('shows an unopened case with its beginning, and nothing where nothing can be', async () => {
    expect(await page('dazhuang-clerk')).toMatchObject({ step: 'nowhere', stepTitle: '尚未开始', seen: 0 })
    expect(await offered('dazhuang-clerk')).toEqual(['open-case'])
    expect(await offered('dazhuang-head')).toEqual([])
    expect((await county.get('huangwei-clerk', 'cases/2018-2/huangwei')).page().commands).toEqual([])
    expect((await county.get('officer', 'cases/2018-2/nobody')).status).toBe(404)
    expect((await county.get('officer', 'cases/2019-1/dazhuang')).status).toBe(404)
    expect((await county.get('caogou-clerk', 'cases/2018-2/dazhuang')).status).toBe(403)
  })
  it('offers each what they may do now', async () => {
    await county.click('dazhuang-clerk', 'dazhuang/open')
    expect(await offered('dazhuang-clerk')).toEqual(['save-application', 'submit-application', 'withdraw'])
    await county.click('dazhuang-clerk', 'dazhuang/application', complete)
    expect(await offered('dazhuang-clerk')).toEqual(['save-application', 'submit-application', 'withdraw'])
    const [, sign] = (await page('dazhuang-legal')).commands
    expect(sign).toMatchObject({
      name: 'sign-application',
      title: '签署：本单位法制机构意见',
      path: '/api/cases/2018-2/dazhuang/application/sign',
      fields: [{ name: 'opinion', kind: 'longText', required: true }],
      values: { signOff: 'legalOffice', covers: (await page('dazhuang-legal')).form?.digest },
    })
    const values = { ...sign?.values, opinion: '同意' }
    await county.click('dazhuang-legal', 'dazhuang/application/sign', values)
    const paper = (await page('dazhuang-clerk')).commands.find(({ name }) => name === 'sign-application')
    expect(paper?.fields.map(({ name, required }) => [name, required])).toEqual([
      ['opinion', true],
      ['on', true],
      ['signer', true],
      ['scan', true],
    ])
    await county.submitted()
    expect(await offered('dazhuang-clerk')).toEqual(['withdraw'])
    expect(await offered('officer')).toEqual(['decide-review', 'raise-veto'])
    expect(await offered('secretary')).toEqual([])
    await county.click('officer', 'dazhuang/veto', { item: '1', source: '通报' })
    expect(await offered('officer')).toEqual(['decide-review'])
    expect(await offered('office-head')).toEqual(['decide-review', 'confirm-veto', 'dismiss-veto'])
    const confirm = (await page('office-head')).commands.find(({ name }) => name === 'confirm-veto')
    expect(confirm).toMatchObject({ danger: true, confirm: expect.stringContaining('确定') })
  })
  it('offers nothing that would be late', async () => {
    await county.click('dazhuang-clerk', 'dazhuang/open')
    county.clock.at = LATE_FROM
    expect(await offered('dazhuang-clerk')).toEqual(['withdraw'])
  })
  it('tells the story in Chinese: who, as what, and time itself', async () => {
    await county.submitted()
    await county.click('officer', 'dazhuang/review', { outcome: 'returned', reason: '补充', reopens: ['reason'] })
    await county.run(caseKind, CASE, lapse('2018-06-30T00:00:00.000Z'))
    expect(
      (await page('officer')).timeline.map(({ step, event, by, reason }) => [step, event, by, reason ?? '']),
    ).toEqual([
      ['创建申请', '开始创建申请', 'dazhuang经办（创建单位经办人）', ''],
      ['创建申请', '保存申请表', 'dazhuang经办（创建单位经办人）', ''],
      ['创建申请', '签署：本单位法制机构意见', 'dazhuang法制（创建单位法制机构负责人）', '同意'],
      ['创建申请', '录入纸质签署：本单位主要负责人意见', 'dazhuang经办（创建单位经办人）', '同意申请'],
      ['创建申请', '已提交', 'dazhuang经办（创建单位经办人）', ''],
      ['初审', '退回补正', '钱经办（法制办经办人）', '补充'],
      ['创建申请', '逾期未报', '系统（到期）', ''],
    ])
  })
  it('never sends whom to call to others; the office asks for it, and that is logged', async () => {
    await county.submitted()
    expect((await page('dazhuang-head')).form?.values).toMatchObject({ phone: PHONE })
    for (const who of ['officer', 'office-head', 'secretary']) {
      const answer = await county.get(who, 'cases/2018-2/dazhuang')
      expect(answer.text).not.toContain(PHONE)
      expect(answer.text).not.toContain('周联系')
    }
    const decided = await county.click('officer', 'dazhuang/review', accepted)
    expect(decided.text).not.toContain(PHONE)
    const before = county.readings.length
    expect((await county.get('officer', 'cases/2018-2/dazhuang/contact')).body).toEqual({
      contact: '周联系',
      phone: PHONE,
    })
    expect(county.readings.slice(before)).toEqual([expect.stringContaining('officer')])
    expect((await county.get('dazhuang-clerk', 'cases/2018-2/dazhuang/contact')).status).toBe(403)
    expect((await county.get('officer', 'cases/2018-2/caogou/contact')).status).toBe(404)
    expect(JSON.stringify([...county.lines, ...county.readings])).not.toContain(PHONE)
  })
})
