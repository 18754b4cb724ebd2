import { beforeEach, describe, expect, it } from 'vitest'
import { dateOf } from '#calendar/deadline.ts'
import { caseKind } from '#case/case.ts'
import { lapse } from '#case/lapse.ts'
import { MovedOn } from '#ledger/ledger.ts'
import { listInNotice } from '#steps/notice/list-in-notice.ts'
import {
  type County,
  complete,
  FORM,
  file,
  intakeCounty,
  LATE_FROM,
  PHONE,
  type Stores,
} from '../fixtures/intake-county.ts'

const CASE = 'case/2018-2/dazhuang'
/** The step's own points, and the conditions that the call froze. */
const checklist = Object.fromEntries(
  ['scope', 'externalResults', 'conditions-1', 'conditions-2'].map((point) => [point, true]),
)
/** A notice names the case. */
const LISTED = { step: 'notice', act: { stream: 'notice/2018-2/1', number: 2 }, lateFrom: '2018-05-20T16:00:00.000Z' }
const accepted = { outcome: 'accepted', reason: '符合条件', checklist }
let county: County
let remembered: string[]
beforeEach(async () => {
  remembered = []
  county = await intakeCounty((stores) => ({
    ...stores,
    persons: {
      ...stores.persons,
      remember: (kind, ...rest) => {
        remembered.push(kind)
        return stores.persons.remember(kind, ...rest)
      },
    },
  }))
  await county.call()
})
const last = async () => (await county.events(CASE)).at(-1)
const count = async () => (await county.events(CASE)).length

describe('the review', () => {
  beforeEach(async () => {
    await county.submitted()
  })
  const review = (who: string, body: object) => county.click(who, 'dazhuang/steps/review/decide', body)

  it('accepts, with the checklist and the form it was about', async () => {
    expect((await review('officer', accepted)).page()).toMatchObject({ step: 'notice', stepTitle: '待公示' })
    expect(await last()).toMatchObject({ outcome: 'accepted', by: 'officer', checklist, covers: expect.any(String) })
  })
  it('asks whoever decides against the checklist, decided or drafted, and records nothing of the asking', async () => {
    const refused = { outcome: 'refused', reason: '不符合条件。', checklist }
    const before = await count()
    expect((await review('officer', refused)).refusal()).toMatchObject({
      code: 'incomplete',
      error: '核对清单全部勾选为符合，结论却是“不予通过”；请核对结论和清单。确实如此办理的，请确认后再办。',
    })
    expect((await review('officer', { ...refused, despite: 'yes' })).refusal().fields).toHaveProperty('despite')
    expect(await count()).toBe(before)
    expect((await review('officer', { ...refused, despite: true })).page()).toMatchObject({ step: 'refused' })
    expect(await last()).not.toHaveProperty('despite')
  })
  it('returns: by default until the later of the call’s date and the days given, from the day of receipt', async () => {
    county.clock.at = '2018-05-13T16:00:00.000Z'
    const page = (await review('officer', { outcome: 'returned', reason: '理由不足', reopens: ['reason'] })).page()
    expect(page).toMatchObject({
      step: 'application',
      form: { reopens: ['reason'] },
      due: { said: '2018年5月24日24时' },
    })
    const closed = await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, phone: '13955550000' })
    expect(closed.refusal().fields).toEqual({ phone: '此项未退回，不能修改' })
    const mended = await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, reason: '补充了理由' })
    expect(mended.page().form?.values).toMatchObject({ reason: '补充了理由', phone: PHONE })
  })
  it('keeps nobody’s telephone of a change that was not asked for', async () => {
    await review('officer', { outcome: 'returned', reason: '理由不足', reopens: ['reason'] })
    const before = [...remembered]
    for (const phone of ['13955550000', '13955550001', '13955550002'])
      expect((await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, phone })).status).toBe(422)
    expect(remembered).toEqual(before)
  })
  it('returns until the call’s own date when that is later, or until the day chosen', async () => {
    county.clock.at = '2018-05-01T00:00:00.000Z'
    const returned = { outcome: 'returned', reason: '理由不足', reopens: ['contact'] }
    expect((await review('officer', returned)).page().due).toMatchObject({ said: '2018年5月15日24时' })
    const mended = { ...complete, contact: '吴联系' }
    expect((await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, mended)).status).toBe(200)
    await county.signAll('dazhuang')
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)
    const chosen = await review('officer', { ...returned, lastDay: '2018-05-18' })
    expect(chosen.page().due).toMatchObject({ said: '2018年5月18日24时' })
  })
  it('does not return until yesterday, a day before the published one, without a question, or by its own unit’s makers', async () => {
    const returned = { outcome: 'returned', reason: '理由不足' }
    expect(
      (await review('officer', { ...returned, reopens: ['reason'], lastDay: '2018-05-09' })).refusal().fields,
    ).toEqual({
      lastDay: '补正截止日期不能早于今天（2018年5月10日）',
    })
    expect(
      (await review('officer', { ...returned, reopens: ['reason'], lastDay: '2018-05-14' })).refusal().fields,
    ).toEqual({
      lastDay: '补正截止日期不能早于通知规定的日期（2018年5月15日24时），在此之前单位本来就可以提交',
    })
    expect((await review('officer', returned)).refusal().fields).toHaveProperty('reopens')
    expect((await review('dazhuang-clerk', accepted)).status).toBe(403)
  })
  it('tells the second officer who was first, and does nothing for the first one’s second click', async () => {
    await review('officer', accepted)
    expect((await review('officer2', { outcome: 'refused', reason: '不符合条件' })).refusal()).toMatchObject({
      code: 'elsewhere',
      error: expect.stringMatching(
        /现处“待公示”.*最近一次办理：钱经办（法制办经办人）于2018年5月10日10时00分办理“初审·通过”。$/,
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
  const veto = { item: 'vetoes-3', source: '县纪委通报' }

  it('the unit’s clerk enters that it leaves and its head confirms, once, and nobody else does it for them', async () => {
    const leave = (who: string) => county.click(who, 'dazhuang/withdrawal', { reason: '机构合并' })
    for (const who of ['officer', 'dazhuang-head']) expect((await leave(who)).status).toBe(403)
    expect((await county.clickSeen('dazhuang-head', 'dazhuang/withdrawal/confirm')).refusal().code).toBe('elsewhere')
    expect((await leave('dazhuang-clerk')).page()).toMatchObject({
      step: 'review',
      withdrawal: { by: 'dazhuang经办（创建单位经办人）', reason: '机构合并' },
    })
    expect((await county.clickSeen('dazhuang-clerk', 'dazhuang/withdrawal/confirm')).status).toBe(403)
    expect((await county.clickSeen('dazhuang-head', 'dazhuang/withdrawal/confirm')).page()).toMatchObject({
      step: 'withdrawn',
      ended: true,
      commands: [],
    })
    // What has ended the case is not said to be pending.
    expect((await county.get('officer', 'cases/2018-2/dazhuang')).page()).not.toHaveProperty('withdrawal')
    const before = await count()
    expect((await leave('dazhuang-clerk')).status).toBe(200)
    expect((await county.clickSeen('dazhuang-head', 'dazhuang/withdrawal/confirm')).status).toBe(200)
    expect(await count()).toBe(before)
    expect((await county.click('officer', 'dazhuang/veto', veto)).refusal().code).toBe('elsewhere')
  })
  it('the unit takes back that it leaves, and with the stamped paper leaves at once', async () => {
    await county.click('dazhuang-clerk', 'dazhuang/withdrawal', { reason: '机构合并' })
    expect((await county.clickSeen('dazhuang-head', 'dazhuang/withdrawal/cancel')).page().withdrawal).toBeUndefined()
    const before = await count()
    expect((await county.clickSeen('dazhuang-head', 'dazhuang/withdrawal/cancel')).status).toBe(200)
    expect(await count()).toBe(before)
    const stamped = (n: number) =>
      county.click('dazhuang-clerk', 'dazhuang/withdrawal', { reason: '机构合并', scan: file(n) })
    expect((await stamped(7)).refusal().fields).toEqual({ scan: expect.stringContaining('还没有上传') })
    const page = (await stamped(4)).page()
    expect(page).toMatchObject({ step: 'withdrawn', ended: true })
    expect(page.timeline.at(-2)?.files).toEqual([{ owner: 'dazhuang', sha256: file(4), name: '材料4.pdf' }])
  })
  it('the head who does not agree says so, with a reason or without; the clerk takes back what they entered', async () => {
    const offers = async (who: string) =>
      (await county.get(who, 'cases/2018-2/dazhuang'))
        .page()
        .commands.filter(({ name }) => name.endsWith('-withdrawal'))
        .map(({ title, fields, confirm }) => ({
          title,
          fields: fields.map(({ name }) => name),
          asks: confirm !== undefined,
        }))
    const last = async () => (await county.get('officer', 'cases/2018-2/dazhuang')).page().timeline.at(-1)
    const enter = () => county.click('dazhuang-clerk', 'dazhuang/withdrawal', { reason: '机构合并' })
    await enter()
    expect(await offers('dazhuang-head')).toEqual([
      { title: '确认退出', fields: [], asks: true },
      { title: '不同意退出', fields: ['reason'], asks: true },
    ])
    expect(await offers('dazhuang-clerk')).toEqual([
      { title: '撤销退出申请', fields: [], asks: true },
      { title: '改为上传盖章的书面退出申请', fields: ['reason', 'scan'], asks: true },
    ])
    const disagree = { reason: '合并以后仍要创建' }
    expect((await county.clickSeen('dazhuang-head', 'dazhuang/withdrawal/cancel', disagree)).status).toBe(200)
    expect(await last()).toMatchObject({ event: '退出申请未获确认，已撤销', reason: '合并以后仍要创建' })
    await enter()
    await county.clickSeen('dazhuang-clerk', 'dazhuang/withdrawal/cancel')
    expect(await last()).toMatchObject({ event: '撤销退出申请' })
    expect(await last()).not.toHaveProperty('reason')
  })
  it('a veto is raised with its source and a kept paper, once', async () => {
    expect(
      (await county.click('officer', 'dazhuang/veto', { ...veto, evidence: file(7) })).refusal().fields,
    ).toHaveProperty('evidence')
    const page = (await county.click('officer', 'dazhuang/veto', { ...veto, evidence: file(9) })).page()
    expect(page).toMatchObject({ step: 'review', veto: { item: 'vetoes-3', title: '行政诉讼败诉两件以上' } })
    expect(page.timeline.at(-1)?.files).toEqual([{ owner: 'office', sha256: file(9), name: '会议纪要.pdf' }])
    const before = await count()
    expect((await county.click('officer', 'dazhuang/veto', { ...veto, evidence: file(9) })).status).toBe(200)
    expect(await count()).toBe(before)
    expect(
      (await county.click('officer2', 'dazhuang/veto', { item: 'vetoes-3', source: '另一来源' })).refusal().code,
    ).toBe('conflict')
    expect((await county.click('dazhuang-clerk', 'dazhuang/veto', veto)).status).toBe(403)
  })
  it('a veto is told to nobody of the unit before it is confirmed, nor one that was dismissed', async () => {
    const reading = async (who: string) => (await county.get(who, 'cases/2018-2/dazhuang')).page()
    const secret = /县纪委通报|群众来信|行政诉讼败诉|会议纪要|一票否决/
    await county.click('officer', 'dazhuang/veto', { ...veto, evidence: file(9) })
    for (const who of ['dazhuang-clerk', 'dazhuang-legal', 'dazhuang-head']) {
      const page = await reading(who)
      expect(page).not.toHaveProperty('veto')
      expect(JSON.stringify(page)).not.toMatch(secret)
    }
    expect((await reading('officer2')).veto?.source).toBe('县纪委通报')
    await county.clickSeen('office-head', 'dazhuang/veto/dismiss', { reason: '查无实据' })
    expect(JSON.stringify(await reading('dazhuang-head'))).not.toMatch(/县纪委通报|查无实据/)
    expect(JSON.stringify(await reading('officer2'))).toMatch(/县纪委通报.*查无实据/)
    await county.click('officer', 'dazhuang/veto', { ...veto, source: '群众来信' })
    await county.clickSeen('office-head', 'dazhuang/veto/confirm')
    const told = (await reading('dazhuang-head')).timeline.map(({ event, reason }) => `${event} ${reason}`)
    expect(told.filter((one) => secret.test(one))).toEqual([
      '提出一票否决：行政诉讼败诉两件以上 群众来信',
      '一票否决 群众来信',
    ])
  })
  it('a veto names a situation that the call froze; where the call named none there is no veto', async () => {
    expect((await county.click('officer', 'dazhuang/veto', { ...veto, item: 'vetoes-1' })).refusal().fields).toEqual({
      item: '请从列出的一票否决情形中选择',
    })
    county = await intakeCounty()
    await county.call({ vetoes: undefined })
    await county.submitted()
    expect((await county.click('officer', 'dazhuang/veto', veto)).refusal()).toMatchObject({
      code: 'conflict',
      error: '本批次的通知没有选定一票否决情形，不能提出一票否决。',
    })
    const names = (await county.get('officer', 'cases/2018-2/dazhuang')).page().commands.map(({ name }) => name)
    expect(names).not.toContain('raise-veto')
  })
  it('is confirmed by the head, not by who raised it, and ends the case', async () => {
    // A head who raised it could not confirm it, and nobody else may.
    expect((await county.click('office-head', 'dazhuang/veto', veto)).status).toBe(403)
    expect((await county.click('officer', 'dazhuang/veto', veto)).status).toBe(200)
    expect((await county.clickSeen('officer', 'dazhuang/veto/confirm')).status).toBe(403)
    expect((await county.get('officer', 'cases/2018-2/dazhuang')).page().step).toBe('review')
  })
  it('confirmed or dismissed, twice is once', async () => {
    await county.click('officer', 'dazhuang/veto', veto)
    expect(
      (await county.clickSeen('office-head', 'dazhuang/veto/dismiss', { reason: '查无实据' })).page().veto,
    ).toBeUndefined()
    expect(
      (await county.clickSeen('office-head', 'dazhuang/veto/dismiss', { reason: '查无实据' })).refusal().code,
    ).toBe('elsewhere')
    await county.click('officer', 'dazhuang/veto', { ...veto, source: '法院判决' })
    expect((await county.clickSeen('office-head', 'dazhuang/veto/confirm')).page()).toMatchObject({
      step: 'vetoed',
      ended: true,
    })
    expect((await county.get('officer', 'cases/2018-2/dazhuang')).page()).not.toHaveProperty('veto')
    const before = await count()
    expect((await county.clickSeen('office-head', 'dazhuang/veto/confirm')).status).toBe(200)
    expect(await count()).toBe(before)
  })
})

it('counts by the instant of receipt: received in time, decided after midnight because others were first', async () => {
  let conflicts = 0
  const clock = { pass: () => {} }
  const busy = ({ ledger, ...stores }: Stores): Stores => ({
    ...stores,
    ledger: {
      ...ledger,
      async append(head, ...commit) {
        if (head.stream === CASE && conflicts > 0) {
          conflicts -= 1
          clock.pass()
          throw new MovedOn(head)
        }
        return ledger.append(head, ...commit)
      },
    },
  })
  county = await intakeCounty(busy)
  clock.pass = () => {
    county.clock.at = '2018-05-15T16:00:00.001Z'
  }
  await county.call()
  await county.click('dazhuang-clerk', 'dazhuang/open')
  county.clock.at = '2018-05-15T15:59:59.999Z'
  conflicts = 2
  const saved = await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, complete)
  expect([saved.status, conflicts]).toEqual([200, 0])
  expect(await last()).toMatchObject({ type: 'saved', at: '2018-05-15T15:59:59.999Z' })
  expect((await county.ledger.read(CASE)).commits.at(-1)?.at).toBe('2018-05-15T16:00:00.001Z')
  expect((await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { reason: '基础较好。' })).refusal().code).toBe(
    'late',
  )
})

describe('the page of a case', () => {
  const page = async (who: string) => (await county.get(who, 'cases/2018-2/dazhuang')).page()
  const offered = async (who: string) => (await page(who)).commands.map(({ name }) => name)

  it('says of one that was never begun that its time is over, once it is', async () => {
    county.clock.at = '2018-05-15T15:59:59.999Z'
    expect((await page('officer')).stepTitle).toBe('尚未开始')
    county.clock.at = '2018-05-15T16:00:00.000Z'
    expect((await page('officer')).stepTitle).toBe('未在期限内开始')
  })
  it('shows an unopened case with its beginning, and nothing where nothing can be', async () => {
    expect(await page('dazhuang-clerk')).toMatchObject({ step: 'nowhere', stepTitle: '尚未开始', seen: 0 })
    expect(await offered('dazhuang-clerk')).toEqual(['open-case'])
    expect(await offered('dazhuang-head')).toEqual([])
    expect((await county.get('huangwei-clerk', 'cases/2018-2/huangwei')).page().commands).toEqual([])
    expect((await county.get('officer', 'cases/2018-2/nobody')).status).toBe(404)
    expect((await county.get('officer', 'cases/2019-1/dazhuang')).status).toBe(404)
    expect((await county.get('caogou-clerk', 'cases/2018-2/dazhuang')).status).toBe(403)
  })
  it('offers each what they may do now, and says what waits for them', async () => {
    const waits = async (who: string) => (await page(who)).commands.flatMap(({ todo }) => todo ?? [])
    await county.click('dazhuang-clerk', 'dazhuang/open')
    expect(await offered('dazhuang-clerk')).toEqual(['save-form', 'enter-withdrawal'])
    expect(await waits('dazhuang-clerk')).toEqual(['填写“创建申请”的表格'])
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, complete)
    expect(await offered('dazhuang-clerk')).toEqual(['save-form', 'submit-form', 'enter-withdrawal'])
    // The legal office comes first, so the head has nothing to sign yet.
    expect(await offered('dazhuang-head')).not.toContain('sign-form')
    const [, sign, decline] = (await page('dazhuang-legal')).commands
    expect(sign).toMatchObject({
      name: 'sign-form',
      title: '签署：本单位法制机构意见',
      path: '/api/cases/2018-2/dazhuang/forms/creation-application/sign',
      fields: [{ name: 'opinion', kind: 'longText', required: true }],
      values: { signOff: 'legalOffice', covers: (await page('dazhuang-legal')).form?.digest },
      todo: '在线签署“本单位法制机构意见”',
    })
    expect(decline).toMatchObject({ name: 'decline-signing', values: sign?.values })
    const values = { ...sign?.values, opinion: '同意' }
    await county.click('dazhuang-legal', `dazhuang/${FORM}/sign`, values)
    const paper = (await page('dazhuang-clerk')).commands.find(({ name }) => name === 'sign-form')
    expect(paper?.fields.map(({ name, required }) => [name, required])).toEqual([
      ['opinion', true],
      ['on', true],
      ['signer', true],
      ['scan', true],
    ])
    await county.submitted()
    expect(await offered('dazhuang-clerk')).toEqual(['recall-form', 'enter-withdrawal'])
    expect(await offered('officer')).toEqual(['decide-step', 'raise-veto'])
    expect(await waits('officer')).toEqual(['办理“初审”'])
    expect((await county.get('secretary', 'cases/2018-2/dazhuang')).refusal()).toMatchObject({
      code: 'forbidden',
      error: '这件申报件还没有提请您的会议审议，也没有交您考核；提请或交办之后再查看。',
    })
    await county.click('officer', 'dazhuang/veto', { item: 'vetoes-3', source: '省政府通报' })
    expect(await offered('officer')).toEqual(['decide-step'])
    expect(await offered('office-head')).toEqual(['decide-step', 'confirm-veto', 'dismiss-veto'])
    const confirm = (await page('office-head')).commands.find(({ name }) => name === 'confirm-veto')
    expect(confirm).toMatchObject({ danger: true, confirm: expect.stringContaining('是否确认') })
    // A unit does not leave while a veto is pending.
    expect(await offered('dazhuang-clerk')).toEqual(['recall-form'])
    await county.clickSeen('office-head', 'dazhuang/veto/dismiss', { reason: '查无实据' })
    await county.click('dazhuang-clerk', 'dazhuang/withdrawal', { reason: '机构合并' })
    expect(await waits('dazhuang-head')).toEqual(['确认或不同意本单位退出'])
    expect(await offered('dazhuang-clerk')).toEqual(['recall-form', 'cancel-withdrawal', 'enter-withdrawal'])
  })
  it('asks in a judgement for the step’s points and the conditions that the call froze, and takes all or none', async () => {
    await county.submitted()
    const [decide] = (await page('officer')).commands
    expect(decide?.fields.find(({ name }) => name === 'checklist')?.choices?.map(({ value }) => value)).toEqual(
      Object.keys(checklist),
    )
    const some = { ...accepted, checklist: { scope: true } }
    expect((await county.click('officer', 'dazhuang/steps/review/decide', some)).refusal().fields).toEqual({
      checklist: '核对清单还有未核对的项目',
    })
    const strange = { ...accepted, reopens: ['nonsense'], outcome: 'lapsed' }
    expect((await county.click('officer', 'dazhuang/steps/review/decide', strange)).refusal().fields).toEqual({
      outcome: '请选择初审结论',
      'reopens.0': '没有这个选项',
    })
    expect(await count()).toBe(5)
  })
  it('says whom the case waits for, as roles, and to nobody of the unit what they may not know of', async () => {
    const next = async (who: string) => (await page(who)).next
    expect(await next('dazhuang-clerk')).toBeUndefined()
    await county.submitted()
    const office = ['法制办经办人', '法制办负责人']
    expect([await next('dazhuang-clerk'), await next('officer')]).toEqual([office, office])
    await county.click('officer', 'dazhuang/steps/review/decide', { outcome: 'accepted', reason: '符合条件' })
    await county.click('officer', 'dazhuang/veto', { item: 'vetoes-3', source: '省政府通报' })
    await county.run(caseKind, 'case/2018-2/dazhuang', listInNotice(LISTED, county.clock.at))
    expect(await next('dazhuang-clerk')).toEqual(['法制办经办人'])
    expect(await next('officer')).toEqual(office)
    await county.clickSeen('office-head', 'dazhuang/veto/confirm')
    expect(await next('dazhuang-clerk')).toBeUndefined()
  })
  it('does not name the unit’s head to the unit while a veto, of which it may not know, keeps it from leaving', async () => {
    const next = async (who: string) => (await page(who)).next
    const office = ['法制办经办人', '法制办负责人']
    await county.submitted()
    await county.click('dazhuang-clerk', 'dazhuang/withdrawal', { reason: '机构合并' })
    expect(await next('dazhuang-clerk')).toEqual(['创建单位主要负责人', ...office])
    await county.click('officer', 'dazhuang/veto', { item: 'vetoes-3', source: '省政府通报' })
    expect([await next('dazhuang-clerk'), await next('officer')]).toEqual([office, office])
    expect((await page('dazhuang-head')).commands.map(({ name }) => name)).not.toContain('confirm-withdrawal')
  })
  it('tells whoever entered a withdrawal that it was not agreed to, until they have read it', async () => {
    await county.submitted()
    await county.click('dazhuang-clerk', 'dazhuang/withdrawal', { reason: '机构合并' })
    await county.clickSeen('dazhuang-head', 'dazhuang/withdrawal/cancel', { reason: '合并以后仍要创建' })
    const told = async () => (await page('dazhuang-clerk')).commands.find(({ name }) => name === 'cancel-withdrawal')
    expect(await told()).toMatchObject({
      title: '已知悉，继续办理',
      todo: '退出申请未获确认，已撤销，请知悉：合并以后仍要创建',
      fields: [],
    })
    expect(await offered('dazhuang-head')).not.toContain('cancel-withdrawal')
    const after = (await county.clickSeen('dazhuang-clerk', 'dazhuang/withdrawal/cancel')).page()
    expect([await told(), after.timeline.at(-1)?.event]).toEqual([undefined, '知悉退出申请未获确认'])
  })
  it('offers nothing that would be late, except a longer date to the head', async () => {
    await county.click('dazhuang-clerk', 'dazhuang/open')
    county.clock.at = LATE_FROM
    expect(await offered('dazhuang-clerk')).toEqual(['enter-withdrawal'])
    expect(await offered('office-head')).toEqual(['extend-case'])
  })
  it('tells the story in Chinese: who, as what, and time itself', async () => {
    await county.submitted()
    await county.click('officer', 'dazhuang/steps/review/decide', {
      outcome: 'returned',
      reason: '补充材料',
      reopens: ['reason'],
    })
    await county.run(caseKind, CASE, lapse('2018-06-30T00:00:00.000Z'))
    expect(
      (await page('officer')).timeline.map(({ step, event, by, reason }) => [step, event, by, reason ?? '']),
    ).toEqual([
      ['创建申请', '开始创建申请', 'dazhuang经办（创建单位经办人）', ''],
      ['创建申请', '保存创建申请表', 'dazhuang经办（创建单位经办人）', ''],
      ['创建申请', '签署：本单位法制机构意见', 'dazhuang法制（创建单位法制机构负责人）', '同意'],
      ['创建申请', '录入纸质签署：单位主要负责人意见', 'dazhuang经办（创建单位经办人）', '同意申请'],
      ['创建申请', '已提交', 'dazhuang经办（创建单位经办人）', ''],
      ['初审', '退回补正', '钱经办（法制办经办人）', '补充材料'],
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
    const decided = await county.click('officer', 'dazhuang/steps/review/decide', accepted)
    expect(decided.text).not.toContain(PHONE)
    const before = county.readings.length
    expect((await county.get('officer', 'cases/2018-2/dazhuang/contact')).body).toEqual({
      fields: [
        { name: 'contact', label: '联系人', value: '周联系' },
        { name: 'phone', label: '联系电话', value: PHONE },
      ],
    })
    expect(county.readings.slice(before)).toEqual([expect.stringContaining('officer')])
    const read = { type: 'opened', by: 'officer', owner: 'dazhuang', case: '2018-2/dazhuang' }
    expect(await county.events(`opened/${dateOf(county.clock.at)}/officer`)).toMatchObject([read])
    expect((await county.get('dazhuang-clerk', 'cases/2018-2/dazhuang/contact')).status).toBe(403)
    expect((await county.get('officer', 'cases/2018-2/caogou/contact')).status).toBe(404)
    expect(JSON.stringify([...county.lines, ...county.readings])).not.toContain(PHONE)
  })
})
