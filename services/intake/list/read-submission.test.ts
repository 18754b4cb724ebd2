/** What the paper says by which a list is submitted to its body. */
import { beforeEach, expect, it } from 'vitest'
import { submissionPage } from '#contracts/papers/submission.ts'
import { procedureAt } from '#procedure/procedures.ts'
import { complete, file } from '../fixtures/intake-county.ts'
import { accept, county, openWholeCounty, page } from '../fixtures/whole-county.ts'
import { conclusionsOf } from './read-submission.ts'

const STEP = 'batches/2018-2/steps/selection'
beforeEach(async () => {
  await openWholeCounty()
  await county.submitted()
  await accept('review')
})
const get = (n: string, who = 'officer') => county.get(who, `${STEP}/submissions/${n}`)
const read = async (n: string, who = 'officer') => submissionPage.parse((await get(n, who)).body)
const submit = () =>
  county.post('officer', `${STEP}/list`, { cases: ['dazhuang'], visits: { dazhuang: 3 }, text: '名单附后。' })

it('says of each unit that waits its kind, its project, and what came of the steps before, with the reason', async () => {
  expect(await read('next')).toEqual({
    batchTitle: '第二批示范单位创建',
    trial: false,
    reference: '泗政办秘〔2018〕2号',
    stepTitle: '确定培育对象',
    body: '泗县依法行政工作领导小组',
    office: '泗县人民政府法制办公室',
    title: '关于提请研究确定培育对象的请示',
    asks: '提请研究确定培育对象',
    units: [
      {
        unit: 'dazhuang',
        name: '大庄镇',
        kind: '乡镇',
        answers: [{ label: '创建示范项目名称', text: complete.project }],
        conclusions: [{ step: '初审', outcome: '通过', reason: '符合条件' }],
      },
    ],
  })
})

it('says of what was submitted what stood then, with its day and words, to whoever records the meeting too', async () => {
  await submit()
  const number = '1'
  expect((await read('next')).units).toEqual([])
  for (const who of ['officer', 'group-secretary'])
    expect(await read(number, who)).toMatchObject({
      on: '2018-05-10',
      text: '名单附后。',
      units: [{ unit: 'dazhuang', conclusions: [{ outcome: '通过' }] }],
    })
  // What comes later is not what was submitted.
  county.clock.at = '2018-05-11T02:00:00.000Z'
  await county.post('group-secretary', `${STEP}/resolutions`, {
    ...{ meeting: '领导小组第3次会议', number: '泗依法领〔2018〕3号', date: '2018-05-11', minutes: file(9) },
    ...{ present: ['王副县长'], absent: [], how: { kind: 'discussion' }, cases: ['dazhuang'] },
    ...{ outcome: 'cultivated', exceptions: [], recusals: [] },
  })
  expect((await read(number)).units).toHaveLength(1)
})

it('is refused to whoever neither submits nor records, where nothing is submitted, and for no list', async () => {
  expect((await get('next', 'group-secretary')).status).toBe(403)
  expect((await get('next', 'dazhuang-clerk')).status).toBe(403)
  expect((await get('7')).status).toBe(404)
  expect((await county.get('officer', 'batches/2018-2/steps/candidacy/submissions/next')).status).toBe(404)
})

it('tells what came since the same body decided last, the corrected and not the first version', () => {
  const procedure = procedureAt('creation-2018@1')!
  const value = procedure.steps.proposal
  if (value?.kind !== 'resolution') throw new Error('the proposal is decided by a meeting')
  const decided = (step: string, outcome: string, reason: string, type = 'decided') =>
    ({ type, step, outcome, reason, at: '2018-05-10T01:00:00.000Z' }) as never
  const events = [
    decided('application', 'submitted', ''),
    decided('review', 'accepted', '符合条件。'),
    decided('selection', 'cultivated', ''),
    decided('declaration', 'declared', ''),
    decided('acceptance', 'refused', '材料不齐。'),
    decided('acceptance', 'accepted', '复核后材料齐全。', 'corrected'),
    decided('assessment', 'recommended', '综合评议。'),
    decided('candidacy', 'candidate', ''),
    decided('notice', 'clear', ''),
  ]
  expect(conclusionsOf(events, { procedure, step: 'proposal', value })).toEqual([
    { step: '申报验收', outcome: '通过', reason: '复核后材料齐全。' },
    { step: '验收考核', outcome: '推荐', reason: '综合评议。' },
    { step: '审定候选单位', outcome: '候选单位', reason: '' },
    { step: '公示', outcome: '无异议', reason: '' },
  ])
})

it('a unit reads on its own page what was decided of it, by whom and why', async () => {
  expect((await page('dazhuang-clerk')).result).toMatchObject({ step: '初审', outcome: '通过', reason: '符合条件' })
})
