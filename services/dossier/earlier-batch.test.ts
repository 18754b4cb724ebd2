/** A unit that took part before by the same standard is offered what it said then; nothing of it counts before it is taken. */
import { beforeEach, expect, it } from 'vitest'
import { type BatchEvent, batchKind, batchStream } from '#batch/batch.ts'
import { caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { dossierItem, dossierPage } from '#contracts/dossier/dossier.ts'
import { answerStream, dossierKind, saveAnswer } from '#dossier/answer.ts'
import { atWork, CASE, county } from '../intake/fixtures/whole-county.ts'
import { answered, look, openDossierCounty } from './fixtures/dossier-county.ts'

const CLERK = 'dazhuang-clerk'
const page = (who = CLERK) => answered(look(who), dossierPage)
const answer = { result: 'reached', text: '上一年已经建立领导小组。', files: [] } as const

/** The batch as it was called, once more and earlier; the unit began there, and wrote of one indicator. */
async function before(batch: string, at: string, change: (terms: object) => object = (terms) => terms) {
  const called = (await county.events(batchStream('2018-2'))) as BatchEvent[]
  await county.run(batchKind, batchStream(batch), () =>
    called.map((event) => ({ ...event, at, ...('terms' in event && { terms: change(event.terms) }) }) as BatchEvent),
  )
  const [opened] = (await county.events(CASE)) as CaseEvent[]
  await county.run(caseKind, `case/${batch}/dazhuang`, () => [{ ...opened, batch, at } as CaseEvent])
  const by = { by: 'fixture', received: at }
  await county.run(dossierKind, answerStream(batch, 'dazhuang', 's-1'), saveAnswer(answer, 0, by))
}

beforeEach(async () => {
  await openDossierCounty()
  await atWork()
})

it('names the batch before, and its answers count for nothing', async () => {
  expect(await page()).not.toHaveProperty('earlier')
  await before('2017-1', '2017-01-05T01:00:00.000Z', (terms) => ({ ...terms, title: '泗县第一批' }))
  expect(await page()).toMatchObject({ earlier: { batch: '2017-1', title: '泗县第一批' }, missing: 4, reached: 0 })
  expect(await answered(look(CLERK, '/items/s-1'), dossierItem)).toMatchObject({ number: 0, files: [] })
  expect(await answered(look(CLERK, '/items/s-1', '2017-1'), dossierItem)).toMatchObject(answer)
})

it('names the newest one of several, never a trial, another standard or a later one', async () => {
  await before('2016-1', '2016-01-05T01:00:00.000Z')
  await before('2016-2', '2016-06-05T01:00:00.000Z', (terms) => ({ ...terms, trial: true }))
  const other = { catalogue: 'other', version: 1, digest: 'e'.repeat(64), title: '另一标准' }
  await before('2016-3', '2016-07-05T01:00:00.000Z', (terms) => ({ ...terms, standard: other }))
  await before('2019-1', '2019-01-05T01:00:00.000Z')
  expect((await page()).earlier?.batch).toBe('2016-1')
  await before('2017-1', '2017-01-05T01:00:00.000Z')
  expect((await page()).earlier?.batch).toBe('2017-1')
})

it('is read by nobody of another unit', async () => {
  await before('2017-1', '2017-01-05T01:00:00.000Z')
  expect((await look('caogou-clerk', '/items/s-1', '2017-1')).status).toBe(403)
})
