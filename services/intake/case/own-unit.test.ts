import { expect, it } from 'vitest'
import { appoint, type Held, personKind, personStream } from '#roster/person.ts'
import { file, intakeCounty } from '../fixtures/intake-county.ts'

const meeting = {
  meeting: '县政府第20次常务会议',
  number: '20',
  date: '2018-05-10',
  minutes: file(9),
  present: ['许建国'],
  absent: [],
  how: { kind: 'discussion' },
  cases: ['dazhuang'],
  outcome: 'named',
  exceptions: [],
  recusals: [],
}

it('keeps whoever holds an appointment in a unit from recording a meeting that decides on it', async () => {
  const county = await intakeCounty()
  await county.call()
  await county.submitted()
  const asked = { by: 'fixture', received: '2018-01-01T00:00:00.000Z' }
  const held: Held = { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' }
  await county.run(personKind, personStream('secretary'), appoint(held, asked))
  const answer = await county.post('secretary', 'batches/2018-2/steps/executiveMeeting/resolutions', meeting)
  expect(answer.status).toBe(403)
  expect(answer.refusal().error).toBe('您在大庄镇任职，按规定应当回避，不能“登记会议决定”；请由其他人员办理。')
})

it('takes no command of one person for another’s: the used id is refused, and nothing is decided', async () => {
  const county = await intakeCounty()
  await county.call()
  await county.submitted()
  const judged = { outcome: 'accepted', reason: '符合条件。', visit: 2 }
  const key = 'click-of-somebody-else'
  await county.click('officer', 'dazhuang/veto', { item: 'vetoes-3', source: '法院判决书' }, key)
  const answer = await county.click('officer2', 'dazhuang/steps/review/decide', judged, key)
  expect([answer.status, answer.refusal().code]).toEqual([409, 'conflict'])
  expect((await county.get('officer2', 'cases/2018-2/dazhuang')).page().step).toBe('review')
})
