/** Whoever has been given indicators finds how many they have left to write, and whoever gave them what came back. */
import { beforeEach, expect, it } from 'vitest'
import { loginStream } from '#roster/login.ts'
import {
  DATES,
  DIGEST,
  decided,
  FULL,
  fullTerms,
  handedIn,
  ISSUER,
  saved,
  smallCounty,
} from '../fixtures/small-county.ts'

let county: Awaited<ReturnType<typeof smallCounty>>
const [CASE, SPREAD] = ['case/2018-2/dazhuang', 'spread/2018-2/dazhuang']
const given = { type: 'given', by: 'clerk', items: ['s-1', 's-2'], person: 'clerk', organ: '法制科', due: '2018-09-30' }
const answered = { type: 'answered', by: 'clerk', result: 'reached', text: '已经落实。', files: [] }
beforeEach(async () => {
  county = await smallCounty()
  await county.openCall('2018-2', fullTerms)
  await county.openCase('2018-2', 'dazhuang', { procedure: FULL, dates: DATES })
  const accepted = decided('review', 2, 'accepted', 'selection', { by: 'office-head', draftedBy: 'officer' })
  await county.write(CASE, ...handedIn, accepted, decided('selection', 3, 'cultivated', 'implementation'))
})
const own = async (who: string) => (await county.worklist(who)).items.filter(({ path }) => path.includes('dossier'))

it('is told how many are left, by which day, until all are written', async () => {
  await county.write(SPREAD, given)
  expect(await own('clerk')).toMatchObject([
    {
      ...{ kind: 'case', command: 'write-dossier', step: 'implementation', unit: { id: 'dazhuang' } },
      todo: '填写分给您的自评（法制科）：共2项，还有2项没有写完，要求2018年9月30日前完成',
      path: '/console/cases/2018-2/dazhuang/dossier?show=left',
    },
  ])
  for (const who of ['head', 'legal', 'officer', 'school']) expect(await own(who)).toEqual([])
  await county.write('dossier/2018-2/dazhuang/s-1', answered)
  await county.write('dossier/2018-2/dazhuang/s-2', { ...answered, text: undefined })
  expect(await own('clerk')).toMatchObject([{ todo: expect.stringContaining('还有1项没有写完') }])
  await county.write('dossier/2018-2/dazhuang/s-2', answered)
  expect(await own('clerk')).toEqual([])
})

it('is told what came back to them, until it is given again', async () => {
  const back = { type: 'givenBack', by: 'second-clerk', items: ['s-2'], reason: '由规划股掌握。' }
  await county.write(SPREAD, { ...given, person: 'second-clerk' }, back)
  expect(await own('clerk')).toMatchObject([
    {
      ...{ command: 'spread-dossier', todo: '自评分工有1项退回，请改派' },
      path: '/console/cases/2018-2/dazhuang/dossier?show=spread',
    },
  ])
  await county.write(SPREAD, { ...given, items: ['s-2'], person: 'third-clerk' })
  expect(await own('clerk')).toEqual([])
})

it('is told of what came back whoever had given it, and of none that is written by now', async () => {
  const back = { type: 'givenBack', by: 'second-clerk', items: ['s-2'], reason: '由规划股掌握。' }
  await county.write(SPREAD, { ...given, by: 'gone-clerk', person: 'second-clerk' }, back)
  expect(await own('clerk')).toMatchObject([{ todo: '自评分工有1项退回，请改派' }])
  await county.write('dossier/2018-2/dazhuang/s-2', answered)
  expect(await own('clerk')).toEqual([])
})

it('is told of what is given to somebody who has left, until it is given again or written', async () => {
  await county.write('person/dept', { type: 'registered', personal: { id: 'p-dept', digest: DIGEST } })
  const held = { appointment: 'departmentClerk', unit: 'dazhuang', from: '2018-01-01' }
  await county.write('person/dept', { type: 'appointed', held })
  await county.write(SPREAD, { ...given, person: 'dept' }, { ...given, items: ['s-3'], person: 'gone-dept' })
  expect(await own('clerk')).toEqual([])
  await county.write('person/dept', { type: 'appointed', held: { ...held, to: '2018-01-02' } })
  const TODO = { command: 'spread-dossier', path: '/console/cases/2018-2/dazhuang/dossier?show=spread' }
  expect(await own('clerk')).toMatchObject([{ ...TODO, todo: '自评分工有2项的承办人现在不能填写，请改派' }])
  await county.write(SPREAD, { type: 'givenBack', by: 'clerk', items: ['s-3'], reason: '由规划股掌握。' })
  expect(await own('clerk')).toMatchObject([{ todo: '自评分工有1项退回，有2项的承办人现在不能填写，请改派' }])
  await county.write('dossier/2018-2/dazhuang/s-1', answered)
  await county.write(SPREAD, { ...given, items: ['s-3', 's-2'], person: 'second-clerk' })
  expect(await own('clerk')).toEqual([])
})

it('has nothing to write once the self-assessment was handed in', async () => {
  await county.write(SPREAD, given)
  const worked = decided('implementation', 4, 'ended', 'declaration', { by: 'time', at: DATES.implementation })
  await county.write(CASE, worked, decided('declaration', 5, 'declared', 'acceptance', { by: 'clerk' }))
  expect(await own('clerk')).toEqual([])
})

const DECLARED = { form: 'creation-declaration', digest: DIGEST }
const REASON = '第二项自评与材料不符，请补充会议记录。'
/** Handed in, and sent back at the acceptance. */
async function sentBack(more: object) {
  const worked = decided('implementation', 4, 'ended', 'declaration', { by: 'time', at: DATES.implementation })
  const declared = decided('declaration', 5, 'declared', 'acceptance', { by: 'clerk' })
  const back = { by: 'office-head', draftedBy: 'officer', reason: REASON, at: BACK, ...more }
  await county.write(CASE, worked, saved('clerk', [], DECLARED), declared)
  await county.write(CASE, decided('acceptance', 6, 'returned', 'declaration', back))
}
const BACK = '2018-12-20T01:00:00.000Z'

it('is told which of theirs came back and why, until each is written anew', async () => {
  await county.write(SPREAD, given)
  for (const item of ['s-1', 's-2', 's-3']) await county.write(`dossier/2018-2/dazhuang/${item}`, answered)
  await sentBack({ reopens: ['selfAssessment'], indicators: ['s-2', 's-3'] })
  expect(await own('clerk')).toMatchObject([
    {
      ...{ command: 'write-dossier', step: 'declaration', since: BACK },
      todo: `修改退回的自评（法制科）：分给您的有1项退回待改。退回意见：${REASON}`,
      path: '/console/cases/2018-2/dazhuang/dossier?show=left',
    },
  ])
  const mended = { ...answered, text: '已补充会议记录。', at: '2018-12-21T01:00:00.000Z' }
  await county.write('dossier/2018-2/dazhuang/s-2', mended)
  expect(await own('clerk')).toEqual([])
  // Taken back to what came back, it waits again.
  await county.write('dossier/2018-2/dazhuang/s-2', { ...answered, at: '2018-12-22T01:00:00.000Z' })
  expect(await own('clerk')).toHaveLength(1)
})

it('is told to look at all of theirs where the return names none', async () => {
  await county.write(SPREAD, given)
  await sentBack({ reopens: ['selfAssessment'], reason: `𠮷${REASON.repeat(4)}` })
  const [{ todo = '' } = {}] = await own('clerk')
  expect(todo).toMatch(/^自评退回补正（法制科）：请核对分给您的2项。退回意见：.{60}……$/u)
})

it('has nothing to write where the return leaves the self-assessment as it was', async () => {
  await county.write(SPREAD, given)
  await sentBack({ reopens: ['reason'] })
  expect(await own('clerk')).toEqual([])
})

it('a department’s clerk is told what is theirs, and nothing else of the unit’s', async () => {
  await county.write('person/dept', { type: 'registered', personal: { id: 'p-dept', digest: DIGEST } })
  const held = { appointment: 'departmentClerk', unit: 'dazhuang', from: '2018-01-01' }
  await county.write('person/dept', { type: 'appointed', held })
  await county.write(loginStream(ISSUER, 'dept'), { type: 'linked', person: 'dept' })
  await county.openCall('2018-4', { ...fullTerms, title: '还没有开始的批次' })
  await county.write('bulletins/2018-2', {
    type: 'bulletinIssued',
    by: 'officer',
    title: '情况',
    text: '进展顺利。',
    files: [],
  })
  const all = async () => (await county.worklist('dept')).items
  expect((await county.worklist('clerk')).items.length).toBeGreaterThan(1)
  expect(await all()).toEqual([])
  await county.write(SPREAD, given, { ...given, items: ['s-2'], person: 'dept', organ: undefined, due: undefined })
  expect(await all()).toMatchObject([
    {
      ...{ command: 'write-dossier', todo: '填写分给您的自评：共1项，还有1项没有写完' },
      path: '/console/cases/2018-2/dazhuang/dossier?show=left',
    },
  ])
  await county.write(SPREAD, { type: 'givenBack', by: 'dept', items: ['s-2'], reason: '由规划股掌握。' })
  expect(await all()).toEqual([])
})
