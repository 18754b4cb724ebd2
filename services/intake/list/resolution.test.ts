import { beforeEach, describe, expect, it } from 'vitest'
import { applyLine } from '#case/apply-line.ts'
import { caseKind, caseStream } from '#case/case.ts'
import { setLineAside } from '#case/list-act.ts'
import { resolutionPage } from '#contracts/meeting.ts'
import { resolutionKind, resolutionStream } from '#steps/resolution/resolution.ts'
import { type County, file, intakeCounty } from '../fixtures/intake-county.ts'

const STREAM = resolutionStream('2018-2', 'executiveMeeting')
const meeting = {
  meeting: '第20次常务会议',
  number: '泗政纪〔2018〕20号',
  date: '2018-05-10',
  minutes: file(9),
  present: ['王县长', '李副县长'],
  absent: [],
  how: { kind: 'discussion' },
  cases: ['dazhuang', 'caogou'],
  outcome: 'named',
  exceptions: [{ case: 'caogou', outcome: 'deferred', reason: '材料待核' }],
  recusals: [],
}
const path = 'batches/2018-2/steps/executiveMeeting/resolutions'
let county: County
const notice = { stream: 'notice/2018-2/1', number: 2 }

/** As the notice would have left it. */
async function atTheMeeting(unit: string) {
  await county.submitted(unit)
  await county.click('officer', `${unit}/steps/review/decide`, { outcome: 'accepted', reason: '符合' })
  const line = { step: 'notice', outcome: 'clear', act: notice }
  await county.run(caseKind, caseStream('2018-2', unit), applyLine(line, { by: 'time', received: county.clock.at }))
}
const record = (body: object = {}, who = 'secretary') => county.post(who, path, { ...meeting, ...body })
const show = async () => resolutionPage.parse((await county.get('officer', path)).body)

beforeEach(async () => {
  county = await intakeCounty()
  await county.call()
  await atTheMeeting('dazhuang')
  await atTheMeeting('caogou')
})

describe('a meeting’s decision', () => {
  it('is one commit over all its cases, exceptions with their reasons', async () => {
    const page = resolutionPage.parse((await record()).body)
    expect(page).toMatchObject({
      stepTitle: '常务会议',
      quota: 2,
      taken: 1,
      meetings: [{ number: 1, reference: meeting.number }],
      body: '泗县人民政府常务会议',
      votes: false,
      record: 'minutes',
      today: '2018-05-10',
      limited: 'named',
    })
    expect(page.outcomes).toEqual([
      { value: 'named', label: '命名' },
      { value: 'deferred', label: '暂缓审议' },
      { value: 'refused', label: '不予通过' },
    ])
    const [resolved] = (await county.events(STREAM)) as { lines: object[]; attendance: string; trial: boolean }[]
    expect(resolved).toMatchObject({
      trial: false,
      lines: [
        { case: 'dazhuang', outcome: 'named' },
        { case: 'caogou', outcome: 'deferred', reason: '材料待核' },
      ],
    })
    expect(await county.contents.get(resolved?.attendance ?? '')).toMatchObject({ present: ['王县长', '李副县长'] })
    expect(JSON.stringify(resolved)).not.toContain('王县长')
  })
  it('is shown as it was recorded: who took part, who withdrew for which case, how, by which paper, entered by whom', async () => {
    await record({
      absent: ['张副县长'],
      how: { kind: 'discussion', majorityDiffered: '多数人认为可暂缓' },
      recusals: [{ person: '李副县长', case: 'caogou' }],
    })
    const { meetings } = await show()
    expect(meetings).toMatchObject([
      {
        present: ['王县长', '李副县长'],
        absent: ['张副县长'],
        recusals: [{ person: '李副县长', case: 'caogou' }],
        how: { kind: 'discussion', majorityDiffered: '多数人认为可暂缓' },
        minutes: { owner: 'office', sha256: file(9), name: '会议纪要.pdf' },
        recordedBy: '吴秘书',
        recordedAt: county.clock.at,
      },
    ])
  })
  it('that names a unit leads from its case to its title, once the case has taken it', async () => {
    const page = async () => (await county.get('dazhuang-clerk', 'cases/2018-2/dazhuang')).page()
    await record()
    expect((await page()).title).toBeUndefined()
    const line = { step: 'executiveMeeting', outcome: 'named', act: { stream: STREAM, number: 1 } }
    await county.run(
      caseKind,
      caseStream('2018-2', 'dazhuang'),
      applyLine(line, { by: 'secretary', received: county.clock.at }),
    )
    expect(await page()).toMatchObject({ ended: true, title: true })
  })
  it('names the cases that stand elsewhere and says where', async () => {
    await county.click('caogou-clerk', 'caogou/withdrawal', { reason: '机构合并' })
    await county.clickSeen('caogou-head', 'caogou/withdrawal/confirm')
    const { fields } = (await record({ cases: ['dazhuang', 'caogou', 'huangwei'] })).refusal()
    expect(fields).toEqual({ cases: '草沟镇现处“主动退出”；huangwei没有申报件；请从名单中去掉' })
    expect(await county.events(STREAM)).toEqual([])
  })
  it('records a name without the note that it is one', async () => {
    const recusals = [{ person: '阿依古丽（姓名）', case: 'caogou' }]
    expect((await record({ present: ['许建国', '阿依古丽（姓名）'], recusals })).status).toBe(200)
    const [resolved] = (await county.events(STREAM)) as { attendance: string }[]
    expect(await county.contents.get(resolved?.attendance ?? '')).toMatchObject({
      present: ['许建国', '阿依古丽'],
      recusals: [{ person: '阿依古丽', case: 'caogou' }],
    })
  })
  it('needs kept minutes, known outcomes, a day that has come, and lines within the list, all at once', async () => {
    const wrong = {
      date: '2018-05-11',
      outcome: 'clear',
      exceptions: [{ case: 'huangwei', outcome: 'lapsed', reason: '另有安排' }],
      recusals: [{ person: '王县长', case: 'huangwei' }],
    }
    expect(Object.keys((await record(wrong)).refusal().fields ?? {}).toSorted()).toEqual([
      'date',
      'exceptions.0.case',
      'exceptions.0.outcome',
      'outcome',
      'recusals.0.case',
    ])
    expect((await record({ minutes: file(5) })).refusal().fields).toEqual({
      minutes: expect.stringContaining('还没有上传'),
    })
  })
  it.each([
    [
      '何英 twice',
      { present: ['何英', '何　英'] },
      { 'present.1': '出席人员“何英”重复，请去掉重复的；同名的请分别写明单位' },
    ],
    [
      'somebody both there and not',
      { present: ['许建国', '何英'], absent: ['何　英'] },
      { 'absent.0': '“何英”既列为出席，又列为缺席，请改正' },
    ],
    [
      'one absent twice',
      { absent: ['⻢建国', '马建国'] },
      { 'absent.1': '缺席人员“马建国”重复，请去掉重复的；同名的请分别写明单位' },
    ],
    [
      'the same recusal twice',
      {
        recusals: [
          { person: '何英', case: 'caogou' },
          { person: '何　英', case: 'dazhuang' },
          { person: '何　英', case: 'caogou' },
        ],
      },
      { 'recusals.2.person': '回避人员“何英”在同一单位重复，请去掉重复的' },
    ],
    [
      'everybody as recused of one case',
      { present: ['许建国', '何英'], recusals: ['许建国', '何　英'].map((person) => ({ person, case: 'caogou' })) },
      {
        'recusals.0.person': '出席人员全部回避，没有人决定该单位，请核对',
        'recusals.1.person': '出席人员全部回避，没有人决定该单位，请核对',
      },
    ],
    [
      'what is no name for sure',
      { present: ['许建国', '全县经济'], absent: ['马林高娃'], recusals: [{ person: '阿依古丽', case: 'caogou' }] },
      {
        'present.1': expect.stringContaining('请写作“全县经济（姓名）”'),
        'absent.0': expect.stringContaining('请写作“马林高娃（姓名）”'),
        'recusals.0.person': expect.stringContaining('请写作“阿依古丽（姓名）”'),
      },
    ],
    [
      'one who is noted twice',
      { present: ['许建国', '阿依古丽', '阿依古丽（姓名）'] },
      { 'present.2': '出席人员“阿依古丽（姓名）”重复，请去掉重复的；同名的请分别写明单位' },
    ],
    [
      'many, with the note',
      { present: ['各乡镇负责人（姓名）'] },
      { 'present.0': expect.stringContaining('不是一个人') },
    ],
    ['two as one', { present: ['张三、李四'] }, { 'present.0': expect.stringContaining('“张三、李四”不像一个人') }],
    ['a label', { present: ['请假：何英'] }, { 'present.0': expect.stringContaining('“请假：何英”') }],
    ['what is no character', { absent: ['王\ue863'] }, { 'absent.0': expect.stringContaining('自造字') }],
    [
      'a title for who withdrew',
      { recusals: [{ person: '县长', case: 'caogou' }] },
      { 'recusals.0.person': expect.stringContaining('职务') },
    ],
  ])('names everybody once, and not %s', async (_, wrong, fields) => {
    expect((await record(wrong)).refusal().fields).toEqual(fields)
    expect(await county.events(STREAM)).toEqual([])
  })
  it('gives a case one line: no second exception, and no unit twice', async () => {
    const exception = { case: 'caogou', outcome: 'deferred', reason: '材料待核' }
    const twice = await record({ exceptions: [exception, { ...exception, outcome: 'refused' }] })
    expect(twice.refusal().fields).toEqual({ 'exceptions.1.case': '该单位已另有一项例外，请去掉重复的' })
    const again = await record({ cases: ['dazhuang', 'caogou', 'dazhuang'] })
    expect(again.refusal().fields).toEqual({ cases: '请去掉重复的单位' })
    expect(await county.events(STREAM)).toEqual([])
  })
  it('keeps to the quota over all meetings', async () => {
    county = await intakeCounty()
    await county.call({ quota: 1 })
    await atTheMeeting('dazhuang')
    await atTheMeeting('caogou')
    expect((await record({ exceptions: [] })).refusal()).toMatchObject({
      code: 'conflict',
      error: expect.stringContaining('名额为1个'),
    })
    await record()
    expect((await record({ number: '泗政纪〔2018〕21号', cases: ['caogou'], exceptions: [] })).refusal().code).toBe(
      'conflict',
    )
  })
  it('keeps to the secretary, to steps that meetings decide, and to how such a meeting decides', async () => {
    expect((await record({}, 'officer')).status).toBe(403)
    expect((await county.get('officer', 'batches/2018-2/steps/notice/resolutions')).status).toBe(404)
    expect(
      (await record({ how: { kind: 'vote', inFavour: 3, against: 0, abstained: 0 } })).refusal().fields,
    ).toHaveProperty('how')
  })
  it('keeps two of one name with their units', async () => {
    const present = ['张伟（财政局）', '张伟（司法局）（姓名）', '王县长']
    const page = resolutionPage.parse((await record({ present })).body)
    expect(page.meetings[0]?.present).toEqual(['张伟（财政局）', '张伟（司法局）', '王县长'])
    expect((await record({ number: '21号', present: ['张伟（副县长）', '王县长'] })).refusal().fields).toHaveProperty(
      'present.0',
    )
    for (const note of ['住院', '请假回乡', '未与会', '没到会'])
      expect(
        (await record({ number: '21号', present: [`宋志远（${note}）（姓名）`, '王县长'] })).refusal().fields,
      ).toHaveProperty('present.0')
    expect((await record({ number: '21号', present: ['张伟', '张伟（财政局）'] })).refusal().fields).toEqual({
      'present.1': '出席人员“张伟（财政局）”重复，请去掉重复的；同名的请分别写明单位',
    })
  })
  it('does nothing when it is entered again, even after its cases went on', async () => {
    await record()
    const line = { step: 'executiveMeeting', outcome: 'named', act: { stream: STREAM, number: 1 } }
    await county.run(
      caseKind,
      caseStream('2018-2', 'dazhuang'),
      applyLine(line, { by: 'secretary', received: county.clock.at }),
    )
    expect((await record()).status).toBe(200)
    expect(await county.events(STREAM)).toHaveLength(1)
    expect((await record({ outcome: 'refused' })).refusal().code).toBe('conflict')
    const page = (await county.get('officer', 'cases/2018-2/dazhuang')).page()
    expect(page.timeline.at(-1)).toMatchObject({
      event: '命名',
      by: '第20次常务会议（泗政纪〔2018〕20号）',
      on: '2018-05-10',
    })
  })
  it('shows who waits for the next meeting, and lines that could not be taken', async () => {
    expect((await show()).waiting.map(({ name }) => name).toSorted()).toEqual(['大庄镇', '草沟镇'])
    await record()
    // Named, and its row lags behind; the deferred one waits again.
    expect((await show()).waiting.map(({ name }) => name)).toEqual(['草沟镇'])
    await county.run(
      resolutionKind,
      STREAM,
      setLineAside({ case: 'dazhuang', number: 1, reason: '本单位已退出', waits: false }, county.clock.at),
    )
    const { meetings, taken } = await show()
    expect(taken).toBe(0)
    expect(meetings[0]?.lines[1]).toMatchObject({ name: '大庄镇', outcomeTitle: '命名', setAside: '本单位已退出' })
  })
})
