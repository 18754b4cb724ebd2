/** What the team does on the assessment's own page: notes single indicators, each for themselves, and records methods. */
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { assessmentItem, assessmentPage, tallyPage } from '#contracts/assessment/assessment.ts'
import { evidenceKind, evidenceStream, keep, promise } from '#evidence/evidence.ts'
import { officeOn } from '#evidence/file-owner.ts'
import {
  correctResult,
  enterResult,
  resultsKind,
  resultsStream,
  withdrawResult,
} from '#external-results/external-results.ts'
import { linkLogin, loginKind, loginStream } from '#roster/login.ts'
import { appoint, type Held, personKind, personStream, registerPerson } from '#roster/person.ts'
import { answerAll, answered, openDossierCounty, tell } from '../dossier/fixtures/dossier-county.ts'
import { file, PHOTO } from '../intake/fixtures/intake-county.ts'
import {
  accept,
  atDeclaration,
  click,
  county,
  DECLARATION,
  declared,
  follow,
  page,
} from '../intake/fixtures/whole-county.ts'

const BASE = 'assessments/2018-2/dazhuang'
const CLERK = 'dazhuang-clerk'
const SHEET = (who: string, method = 'documents') => `sheet/2018-2/dazhuang/7/${method}/${who}`
const SAID = '经核对，与自评相符。'
const look = async (who = 'scorer') => assessmentPage.parse((await county.get(who, BASE)).body)
const item = async (who: string, id = 's-1') =>
  assessmentItem.parse((await county.get(who, `${BASE}/items/${id}`)).body)
const noting = (more: object = {}) => ({ text: SAID, number: 0, visit: 7, ...more })
const note = (who = 'scorer', id = 's-1', more: object = {}, method = 'documents', key?: string) =>
  county.post(who, `${BASE}/methods/${method}/items/${id}`, noting(more), key)
const record = async (who = 'scorer', more: object = {}, method = 'documents', key?: string) => {
  const { sheet = 0 } = (await look(who)).methods.find(({ name }) => name === method) ?? {}
  return county.record(who, method, { people: [who], sheet, ...more }, key)
}
const end = (method = 'documents', who = 'scorer') => click(who, `steps/assessment/methods/${method}/end`)
const methodOf = async (who: string, name = 'documents') => (await look(who)).methods.find((one) => one.name === name)
const count = async (stream: string) => (await county.events(stream)).length

async function another(id: string, name: string, held: Omit<Held, 'from'>[]) {
  const by = { by: 'fixture', received: '2018-01-01T00:00:00.000Z' }
  const personal = await county.persons.remember('staff', { name })
  await county.run(personKind, personStream(id), registerPerson(id, personal, by))
  for (const one of held) await county.run(personKind, personStream(id), appoint({ from: '2018-01-01', ...one }, by))
  await county.run(loginKind, loginStream('https://login.example', id), linkLogin(id, by))
}

beforeEach(async () => {
  await openDossierCounty()
  await atDeclaration()
  await answerAll()
  const { manifest } = await answered(tell(CLERK, '/finish'), z.object({ manifest: z.string() }))
  const { form } = await page(CLERK)
  await click(CLERK, `${DECLARATION}/save`, { ...declared, base: form?.digest ?? '', manifest })
  await county.signAll('dazhuang', 'creation-declaration')
  await click(CLERK, `${DECLARATION}/submit`)
  await another('scorer2', '沈成员', [{ appointment: 'scorer' }])
})

it('is nobody’s before the case is theirs to assess, and never the unit’s', async () => {
  expect((await county.get('scorer', BASE)).refusal().code).toBe('forbidden')
  expect((await county.get('officer', BASE)).refusal().code).toBe('unknown')
  await accept('acceptance')
  for (const who of [CLERK, 'dazhuang-head', 'group-secretary']) {
    expect((await county.get(who, BASE)).status, who).toBe(403)
    expect((await note(who)).status, who).toBe(403)
  }
  expect(await look()).toMatchObject({
    visit: 7,
    dossier: true,
    owner: officeOn('dazhuang'),
    me: 'scorer',
    scores: true,
  })
  expect((await look()).people.map(({ name }) => name).toSorted()).toEqual(
    ['钱经办', '孙经办', '赵主任', '卫组长', '蒋成员', '沈成员'].toSorted(),
  )
  for (const who of ['officer', 'leader'])
    expect(await look(who)).toMatchObject({ why: '考核情况由考核组成员记录，您可以查看。', scores: false, people: [] })
})

describe('a single indicator', () => {
  beforeEach(() => accept('acceptance'))

  it('is noted with what was seen, as often as something changes', async () => {
    const shown = assessmentItem.parse((await note('scorer', 's-1', { files: [file(PHOTO)] })).body)
    expect(shown.notes).toMatchObject([
      {
        method: 'documents',
        title: '查阅资料',
        own: true,
        by: '蒋成员',
        text: SAID,
        references: [{ name: '现场照片.pdf' }],
      },
    ])
    expect(shown.versions.find(({ method }) => method === 'documents')?.number).toBe(1)
    expect((await note('scorer', 's-1', { files: [file(PHOTO)] })).status).toBe(200)
    expect(await count(SHEET('scorer'))).toBe(1)
    expect((await note('scorer', 's-1', { text: '第二季度缺一份记录。', number: 1 })).status).toBe(200)
    expect(await methodOf('scorer')).toMatchObject({ sheet: 2, noted: ['s-1'], unrecorded: 1, writes: true })
    // Taken back: it says nothing any more, and stands in the record.
    expect((await note('scorer', 's-1', { text: undefined, number: 2 })).status).toBe(200)
    expect(await methodOf('scorer')).toMatchObject({ sheet: 3, noted: [], unrecorded: 0 })
  })
  it('is refused where the same person has saved elsewhere, of what no standard has, and with a file that is not there', async () => {
    await note()
    const other = (await note('scorer', 's-1', { text: '另有不符之处。' })).refusal()
    expect([other.code, other.error]).toEqual(['conflict', expect.stringMatching(/^您在别处于.*修改了这一项/)])
    expect((await note('scorer', 's-8')).refusal().code).toBe('unknown')
    expect((await note('scorer', 's-9')).refusal().code).toBe('unknown')
    expect((await note('scorer', 's-2', { files: [file(8)] })).refusal().fields).toEqual({
      files: expect.stringContaining('还没有上传'),
    })
    expect((await note('scorer', 's-1', {}, 'rumour')).refusal().code).toBe('unknown')
    expect((await note('scorer', 's-2', { visit: 3 })).status).toBe(409)
    expect((await note('scorer', 's-2', { text: '×××' })).status).toBe(422)
    expect(await count(SHEET('scorer'))).toBe(1)
  })
  describe('cites external results', () => {
    const BOOK = resultsStream(2018)
    const asked = { by: 'officer', received: '2018-05-01T00:00:00.000Z', organ: 'office' }
    const facts = { on: '2018-04-20', reference: '泗考〔2018〕1号', grade: 'good' } as const
    const why = { reason: 'a'.repeat(64) }
    const enter = (unit: string, reference: string) =>
      county.run(resultsKind, BOOK, enterResult({ unit, kind: 'annual', ...facts, reference }, 2018, asked))
    const citing = (results: readonly string[], more: object = {}) => note('scorer', 's-1', { results, ...more })
    const cited = async () => (await item('scorer')).notes[0]?.results
    beforeEach(async () => {
      await enter('dazhuang', '泗考〔2018〕1号')
      await enter('huangwei', '泗考〔2018〕2号')
    })

    it('with their number, and shows each as it stands now, whatever became of it', async () => {
      const shown = assessmentItem.parse((await citing(['2018/1/1', '2018/1/1'], { text: undefined })).body)
      const [first] = await county.events(SHEET('scorer'))
      expect(first).toMatchObject({ type: 'noted', item: 's-1', files: [], results: ['2018/1/1'] })
      const line = { use: '2018/1/1', year: 2018, n: 1, kind: 'annual', ...facts }
      expect(shown.notes[0]?.results).toEqual([line])
      expect(await methodOf('scorer')).toMatchObject({ noted: ['s-1'], unrecorded: 1 })
      const corrected = correctResult({ ...facts, grade: 'qualified', ...why }, { n: 1, year: 2018, seen: 1 }, asked)
      await county.run(resultsKind, BOOK, corrected)
      expect(await cited()).toEqual([{ ...line, grade: 'qualified', since: 'corrected' }])
      await county.run(resultsKind, BOOK, withdrawResult({ n: 1, ...why }, 2, asked))
      expect(await cited()).toMatchObject([{ since: 'takenBack' }])
      // What was cited stays so when something else is changed.
      expect((await citing(['2018/1/1'], { text: '另有说明。', number: 1 })).status).toBe(200)
      expect((await citing(['2018/1/1'], { text: '另有说明。', number: 2 })).status).toBe(200)
      expect(await count(SHEET('scorer'))).toBe(2)
      expect((await note('scorer', 's-1', { text: undefined, number: 2 })).status).toBe(200)
      expect((await item('scorer')).notes).toEqual([])
    })
    it('is refused of another unit, of none, of what was withdrawn and of what was corrected meanwhile', async () => {
      const why = async (one: string) => (await citing([one])).refusal().fields?.results
      expect(await why('2018/2/1')).toBe('没有涉及本单位的2018年第2号外部结果；请重新选择')
      for (const none of ['2018/3/1', '2017/1/1']) expect(await why(none)).toContain('没有涉及本单位的')
      expect(Object.values((await citing(['2018-1'])).refusal().fields ?? {})).toEqual(['请选择引用的外部结果'])
      const corrected = correctResult(
        { ...facts, grade: 'excellent', reason: 'b'.repeat(64) },
        { n: 1, year: 2018, seen: 1 },
        asked,
      )
      await county.run(resultsKind, BOOK, corrected)
      expect(await why('2018/1/1')).toBe('2018年第1号外部结果刚刚已被更正；请刷新，看过之后重新选择')
      expect(await why('2018/1/3')).toContain('刚刚已被更正')
      await county.run(resultsKind, BOOK, withdrawResult({ n: 1, reason: 'b'.repeat(64) }, 2, asked))
      expect(await why('2018/1/2')).toBe('2018年第1号外部结果已经撤销，不能引用；请取消选择')
      expect(await count(SHEET('scorer'))).toBe(0)
    })
    it('which nobody else sees before the method has ended', async () => {
      await citing(['2018/1/1'])
      for (const who of ['scorer2', 'leader', 'officer']) expect((await item(who)).notes, who).toEqual([])
      await record()
      await end()
      for (const who of ['scorer2', 'leader', 'officer'])
        expect((await item(who)).notes, who).toMatchObject([{ results: [{ use: '2018/1/1' }] }])
    })
  })
  it('takes no file of another’s before its method has ended: whoever notes it could open it', async () => {
    const asked = { by: 'scorer', received: '2018-05-01T00:00:00.000Z' }
    const stream = evidenceStream(officeOn('dazhuang'), file(11))
    const sent = { size: 9, contentType: 'application/pdf' }
    await county.run(evidenceKind, stream, promise({ name: '另一人拍的.pdf', ...sent }, asked))
    await county.run(evidenceKind, stream, keep(sent, asked.received))
    expect((await note('scorer', 's-1', { files: [file(11)] })).status).toBe(200)
    for (const method of ['documents', 'interviews'])
      expect((await note('scorer2', 's-2', { files: [file(11)] }, method)).refusal().fields, method).toEqual({
        files: expect.stringContaining('“另一人拍的.pdf”是考核组其他成员记录指标情况所附的'),
      })
    expect(await count(SHEET('scorer2'))).toBe(0)
    // Nor does a record, which lays its name on the case's page.
    const recorded = await county.record('scorer2', 'interviews', { people: ['scorer2'], files: [file(11)] })
    expect([recorded.status, recorded.refusal().fields]).toEqual([
      422,
      { files: expect.stringContaining('“另一人拍的.pdf”是考核组其他成员记录指标情况所附的') },
    ])
    // What nobody keeps shut is anybody’s of the team.
    expect((await note('scorer2', 's-2', { files: [file(PHOTO)] })).status).toBe(200)
    expect((await county.record('scorer', 'documents', { people: ['scorer'], sheet: 1 })).status).toBe(200)
    expect((await end()).status).toBe(200)
    expect((await note('scorer2', 's-2', { files: [file(11)] }, 'interviews')).status).toBe(200)
  })
  it('is seen by whoever noted it alone until its method has ended, then by all, with what no record has taken in', async () => {
    await note()
    await note('scorer2', 's-2', { text: '另一人只记了指标。' })
    const others = async () =>
      Promise.all(['scorer3', 'leader', 'officer'].map(async (who) => (await item(who)).notes.length))
    await another('scorer3', '韩成员', [{ appointment: 'scorer' }])
    expect(await others()).toEqual([0, 0, 0])
    await record()
    expect(await others()).toEqual([0, 0, 0])
    expect((await methodOf('leader'))?.found).toEqual([])
    await note('scorer', 's-3')
    await end()
    expect(await others()).toEqual([1, 1, 1])
    expect((await methodOf('leader'))?.found.toSorted()).toEqual(['s-1', 's-2', 's-3'])
    expect((await item('leader')).notes).toMatchObject([{ own: false, by: '蒋成员', text: SAID, recorded: true }])
    // Whoever ended it buries nobody's.
    expect((await item('leader', 's-2')).notes).toMatchObject([{ by: '沈成员', recorded: false }])
    expect((await item('leader', 's-3')).notes).toMatchObject([{ by: '蒋成员', recorded: false }])
    expect((await note('scorer', 's-2')).refusal()).toMatchObject({
      code: 'elsewhere',
      error: '“查阅资料”已经结束，不能再记录；请刷新后核对。',
    })
  })
  it('is read of a case that has left, of a veto that waits it is said, and of the visit before', async () => {
    await note()
    await click('officer', 'veto', { item: 'vetoes-3', source: '法院判决书' })
    expect(await look()).toMatchObject({ over: false, veto: '行政诉讼败诉两件以上' })
    expect((await note('scorer', 's-2')).status).toBe(200)
    expect((await item('leader')).notes).toEqual([])
    await county.clickSeen('office-head', 'dazhuang/veto/confirm')
    expect(await look('scorer')).toMatchObject({ over: true, scores: true })
    const left = await look('leader')
    expect([left.over, left.veto, left.methods[1]?.ended]).toEqual([true, undefined, false])
    // Nothing was recorded, and yet the case's page leads there.
    for (const who of ['officer', 'leader', 'scorer'])
      expect(await page(who), who).toMatchObject({ dossier: true, inquiry: { methods: [], more: false } })
    expect(await page(CLERK)).not.toHaveProperty('inquiry')
    expect((await item('leader')).notes).toMatchObject([{ by: '蒋成员', visit: 7, recorded: false }])
    expect((await note('scorer', 's-3')).refusal().error).toContain('以下供查看')
  })
  it('is read of the visit before, by its writer too, where a unit is assessed once more', async () => {
    await note()
    await follow('assessment', 'recommended', 'panel/2018-2/dazhuang/7', 1, 'leader')
    await follow('candidacy', 'candidate', 'resolution/2018-2/candidacy')
    await follow('notice', 'reassess', 'notice/2018-2/1', 1, 'officer')
    expect((await look()).visit).not.toBe(7)
    for (const who of ['scorer', 'leader'])
      expect((await item(who)).notes, who).toMatchObject([{ visit: 7, by: '蒋成员', text: SAID }])
    expect((await methodOf('scorer'))?.noted).toEqual([])
    expect((await methodOf('scorer'))?.found).toEqual(['s-1'])
  })
  it('is read of whoever has left since without a record of theirs', async () => {
    await note('scorer2', 's-2', { text: '离开以前记的。' })
    await record()
    const by = { by: 'fixture', received: county.clock.at }
    const held = { appointment: 'scorer', from: '2018-01-01', to: '2018-11-01' } as const
    await county.run(personKind, personStream('scorer2'), appoint(held, by))
    county.clock.at = '2018-11-05T01:00:00.000Z'
    expect((await county.get('scorer2', BASE)).status).toBe(403)
    await end()
    expect((await item('leader', 's-2')).notes).toMatchObject([{ by: '沈成员', text: '离开以前记的。' }])
  })
  it('is answered again under the same click after its method has ended', async () => {
    expect((await note('scorer', 's-1', {}, 'documents', 'noted-once')).status).toBe(200)
    await record()
    await end()
    const again = await note('scorer', 's-1', {}, 'documents', 'noted-once')
    expect([again.status, assessmentItem.parse(again.body).notes[0]?.text]).toEqual([200, SAID])
    expect((await note('scorer', 's-1', { number: 1, text: '另有不符。' })).refusal().code).toBe('elsewhere')
    expect(await count(SHEET('scorer'))).toBe(1)
  })
  it('takes no more pictures than an indicator has room for, and none twice', async () => {
    const many = Array.from({ length: 21 }, (_, at) => file(100 + at))
    expect((await note('scorer', 's-1', { files: many })).refusal().fields).toEqual({
      files: '一项指标的照片和扫描件最多20个',
    })
    await note('scorer', 's-1', { files: [file(PHOTO), file(PHOTO)] })
    expect((await item('scorer')).notes[0]?.files).toHaveLength(1)
    for (const number of [-1, 7]) expect((await note('scorer', 's-2', { number })).status).not.toBe(200)
  })
  it('is nothing to two scorers at once, and nobody writes in another’s sheet', async () => {
    await Promise.all([note(), note('scorer2', 's-1', { text: '有一处不符。' })])
    expect((await item('scorer')).notes.map(({ text }) => text)).toEqual([SAID])
    expect((await item('scorer2')).notes.map(({ text }) => text)).toEqual(['有一处不符。'])
    expect([await count(SHEET('scorer')), await count(SHEET('scorer2'))]).toEqual([1, 1])
  })
})

describe('a finding', () => {
  beforeEach(() => accept('acceptance'))
  const find = (finding: string, more: object = {}, id = 's-1', method = 'documents') =>
    note('scorer', id, { text: undefined, finding, ...more }, method)

  it('is kept with the note, and says for the list how the indicator stands', async () => {
    expect((await find('reached')).status).toBe(200)
    expect((await find('reached', { number: 1 })).status).toBe(200)
    expect(await count(SHEET('scorer'))).toBe(1)
    expect((await find('notReached', { number: 1 })).status).toBe(200)
    expect(await methodOf('scorer')).toMatchObject({
      ...{ finds: 'indicators', counts: true, noted: ['s-1'] },
      ...{ findings: { 's-1': 'notReached' }, unexplained: ['s-1'] },
    })
    // Nobody else has it before the method has ended.
    expect((await methodOf('scorer2'))?.findings).toEqual({})
    expect((await item('scorer2')).notes).toEqual([])
  })
  it('is refused where the method makes none, where the unit claims nothing, and with points that nobody gave', async () => {
    const wrong = async (...asked: Parameters<typeof find>) => (await find(...asked)).refusal().fields
    expect(await wrong('reached', {}, 's-1', 'hearing')).toEqual({ finding: expect.stringContaining('不逐项认定') })
    expect(await wrong('notApplicable')).toEqual({ finding: expect.stringContaining('单位自评没有说这一项不适用') })
    expect(await wrong('reached', { off: '2' })).toEqual({ off: expect.stringContaining('只有认定为未达标的才扣分') })
    expect(await wrong('notReached', { off: '2', text: '缺一次。' })).toEqual({
      off: expect.stringContaining('没有给这一项定分值'),
    })
    for (const off of ['0', '-1', '1.234', '很多']) expect((await find('notReached', { off })).status, off).toBe(422)
    expect(await count(SHEET('scorer'))).toBe(0)
  })
  it('that finds something wanting is taken into no record before it says what', async () => {
    await find('notReached')
    const refused = (await record()).refusal()
    expect([refused.code, refused.error]).toEqual([
      'elsewhere',
      expect.stringContaining('有1项指标认定为未达标或者不适用'),
    ])
    await find('notReached', { text: '第二季度缺一份记录。', number: 1 })
    expect((await record()).status).toBe(200)
  })
})

describe('the tally', () => {
  beforeEach(() => accept('acceptance'))
  const tally = async (who = 'leader') => tallyPage.parse((await county.get(who, `${BASE}/tally`)).body)
  const findAll = async (
    who: string,
    method: string,
    wanting: readonly string[] = [],
    items = ['s-1', 's-2', 's-3', 's-4'],
  ) => {
    for (const id of items) {
      const found = wanting.includes(id)
        ? { finding: 'notReached', text: '缺记录。' }
        : { finding: 'reached', text: undefined }
      expect((await note(who, id, found, method)).status).toBe(200)
    }
  }
  const METHODS = ['hearing', 'documents', 'siteVisit', 'lawTest', 'interviews']

  it('is made when every method has ended, of what the records have taken in, and opens down to who found it', async () => {
    await findAll('scorer', 'documents', ['s-2'])
    await findAll('scorer2', 'documents')
    await findAll('scorer', 'siteVisit', [], ['s-1'])
    for (const method of METHODS) await record('scorer', {}, method)
    await record('scorer2')
    await note('scorer', 's-3', { finding: 'notReached', text: '记录以后改的。', number: 1 })
    for (const method of METHODS.slice(1)) await end(method)
    for (const who of ['leader', 'scorer', 'officer']) {
      const refused = (await county.get(who, `${BASE}/tally`)).refusal()
      expect([refused.code, refused.error], who).toEqual(['elsewhere', '“听取汇报”还没有结束，结束以后才有汇总。'])
    }
    await end('hearing')
    // 86.5 × 10 % + 87.5 × 40 % + 100 × 20 % + 55.125 × 15 % + 90 × 15 %
    const made = await tally()
    expect(made).toMatchObject({ total: '85.42', isEnough: true, missing: [] })
    expect(made.why).toBe(
      '听取汇报86.5×10% + 查阅资料87.5×40% + 现场检查100×20% + 法律知识测试55.125×15% + 走访服务对象90×15% = 85.42分（四舍五入到百分位）；不低于80分的可以推荐，可以推荐。',
    )
    const [, second] = made.parts[0]!.items
    expect(second).toMatchObject({
      ...{ item: 's-2', place: '一（一）第2项', verdict: 'notReached' },
      findings: [
        { title: '查阅资料', by: '蒋成员', finding: 'notReached', text: '缺记录。' },
        { title: '查阅资料', by: '沈成员', finding: 'reached' },
      ],
    })
    // What was changed after the record is no part of it.
    expect(made.parts[1]!.items[0]).toMatchObject({ item: 's-3', verdict: 'reached' })
    expect(made.methods[3]).toMatchObject({
      title: '法律知识测试',
      measures: [{ by: '蒋成员', said: '应考4人，参加3人，及格（60分）2人；成绩：90、72.5、58' }],
    })
  })
  it('says what is missing, and gives no total', async () => {
    await findAll('scorer', 'documents', [], ['s-1', 's-2', 's-3'])
    for (const method of METHODS) await record('scorer', {}, method)
    for (const method of METHODS) await end(method)
    const made = await tally()
    expect(made).not.toHaveProperty('total')
    expect(made).not.toHaveProperty('isEnough')
    expect(made.missing).toEqual([
      { method: 'documents', title: '查阅资料', items: [{ item: 's-4', title: '行政许可', place: '二第2项' }] },
      { method: 'siteVisit', title: '现场检查', items: [] },
    ])
  })
  it('takes a later record of the same person in the place of the earlier one', async () => {
    await findAll('scorer', 'documents')
    await findAll('scorer', 'siteVisit')
    for (const method of METHODS) await record('scorer', {}, method)
    await record('scorer', { mark: '100', findings: '补充说明后重新评分。' }, 'hearing')
    for (const method of METHODS) await end(method)
    expect((await tally()).methods[0]).toMatchObject({ score: '100', measures: [{}, {}] })
  })
  it('is nobody’s who may not read the assessment', async () => {
    for (const who of [CLERK, 'dazhuang-head', 'group-secretary'])
      expect((await county.get(who, `${BASE}/tally`)).status, who).toBe(403)
  })
})

describe('a record', () => {
  beforeEach(() => accept('acceptance'))

  it('takes in what its recorder has noted, with the files', async () => {
    await note('scorer', 's-1', { files: [file(PHOTO)] })
    await note('scorer', 's-3')
    await record('scorer', { people: ['scorer', 'officer2', 'scorer'] })
    expect(await methodOf('scorer')).toMatchObject({ records: 1, noted: ['s-1', 's-3'], unrecorded: 0 })
    const ofDocuments = async (who: string) => (await page(who)).inquiry?.methods[1]?.records
    const taken = { people: ['蒋成员', '孙经办'], items: 2 }
    const photo = { sha256: file(PHOTO), owner: officeOn('dazhuang') }
    expect(await ofDocuments('scorer')).toMatchObject([{ ...taken, files: [photo] }])
    // Others see the photo of a note with the note.
    for (const who of ['officer', 'leader', 'scorer2'])
      expect(await ofDocuments(who), who).toMatchObject([{ ...taken, files: [], later: 1 }])
    await note('scorer', 's-4')
    expect(await methodOf('scorer')).toMatchObject({ unrecorded: 3 })
    await end()
    for (const who of ['officer', 'leader', 'scorer2']) {
      expect(await ofDocuments(who), who).toMatchObject([{ ...taken, files: [photo] }])
      expect((await ofDocuments(who))?.[0], who).not.toHaveProperty('later')
    }
  })
  it('is refused when its recorder has noted more in another place, and names people who may have been there', async () => {
    await note()
    expect((await record('scorer', { sheet: 0 })).refusal().code).toBe('conflict')
    for (const people of [['dazhuang-clerk'], ['nobody'], ['secretary']])
      expect((await record('scorer', { people })).refusal().fields, people[0]).toEqual({
        people: expect.stringContaining('不在法制办和考核人员名单中'),
      })
    expect((await record('scorer', { people: [] })).status).toBe(422)
    expect((await record('leader')).status).toBe(403)
    expect(await count('panel/2018-2/dazhuang/7')).toBe(0)
  })
  it('is answered again under the same click after the method has ended', async () => {
    expect((await record('scorer', {}, 'documents', 'recorded-once')).status).toBe(200)
    await end()
    expect((await record('scorer', {}, 'documents', 'recorded-once')).status).toBe(200)
    expect((await record()).refusal().error).toContain('已经结束')
    expect(await count('panel/2018-2/dazhuang/7')).toBe(2)
  })
})

it('keeps whoever has an office in the unit from seeing and recording anything of it', async () => {
  await accept('acceptance')
  await another('scorer4', '韩成员', [{ appointment: 'scorer' }, { appointment: 'unitLegalOfficer', unit: 'dazhuang' }])
  expect((await county.get('scorer4', BASE)).status).toBe(403)
  expect((await note('scorer4')).status).toBe(403)
  expect((await look()).people.some(({ person }) => person === 'scorer4')).toBe(false)
})
