/** On which list a row stands: what waits for somebody on one, what is done on its batch's. */
import { expect, it } from 'vitest'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import { callEvents } from '../../test/given/called.ts'
import { rowOf } from './row-of.ts'

const at = '2018-05-10T02:00:00.000Z'
const digest = 'd'.repeat(64)
const of = (stream: string, ...events: object[]) => {
  const row = rowOf(
    stream,
    events.map((event, i) => ({
      ...{ stream, number: i + 1, command: `c${i}`, by: 'p1', at, previous: '', hash: '' },
      events: [{ v: 1, at, by: 'p1', ...event }],
    })),
  )
  return row && [row.list, row.order]
}

const short = procedureAt('creation-short@1')
const procedure = short ? variantOf(short) : undefined
const dates = { application: '2018-05-15T16:00:00.000Z' }
const opened = { type: 'opened', batch: '2018-2', unit: 'dazhuang', trial: false, procedure, dates }
const refused = { type: 'decided', step: 'review', visit: 1, outcome: 'refused', to: 'refused', reason: '不齐' }

it('a case is open until it has ended, and again while a correction waits for its signature', () => {
  const stream = 'case/2018-2/dazhuang'
  const open = ['open', '2018-2/case/dazhuang']
  const ended = ['ended/2018-2', 'case/dazhuang']
  expect(of(stream, opened)).toEqual(open)
  expect(of(stream, opened, refused)).toEqual(ended)
  const judged = { outcome: 'accepted', reason: '看错了' }
  const drafted = { type: 'correctionDrafted', step: 'review', corrects: 1, ...judged }
  expect(of(stream, opened, refused, drafted)).toEqual(open)
  const again = { outcome: 'refused', to: 'refused', reason: '改写理由' }
  const corrected = { type: 'corrected', step: 'review', corrects: 1, visit: 2, draftedBy: 'p1', ...again }
  expect(of(stream, opened, refused, drafted, corrected)).toEqual(ended)
})

it('a unit that was given longer to begin stands among what may begin, until it has begun', () => {
  const stream = 'case/2018-2/dazhuang'
  const until = (lateFrom: string) => ({
    ...{ type: 'extended', batch: '2018-2', unit: 'dazhuang', step: 'application', lateFrom, reason: '汛期' },
  })
  const [first, second] = ['2018-05-20T16:00:00.000Z', '2018-05-25T16:00:00.000Z']
  expect(of(stream, until(first))).toEqual(['batches', first])
  expect(of(stream, until(first), until(second))).toEqual(['batches', second])
  expect(of(stream, until(first), opened)).toEqual(['open', '2018-2/case/dazhuang'])
})

it('a notice is open until it is closed and every objection settled', () => {
  const content = {
    ...{ batch: '2018-2', step: 'notice', trial: false, title: '公示', cases: ['dazhuang'], replyDays: 15 },
    publication: { on: '2018-05-10', place: '网站' },
    period: { firstDay: '2018-05-10', lastDay: '2018-05-16', lateFrom: at, days: 7, convention: 'A' },
  }
  const prepared = { type: 'prepared', ...content }
  const published = { type: 'published', preparedBy: 'p2', ...content }
  const received = {
    ...{ type: 'objectionReceived', objection: 'yi-1', about: 'dazhuang', channel: 'phone', on: '2018-05-11' },
    ...{ anonymous: true, content: digest, code: '1' },
  }
  const closed = { type: 'closed', checked: ['page', 'mail', 'post', 'dutyLog'], lines: [] }
  const settled = { type: 'objectionSettled', objection: 'yi-1', result: 'notUpheld' }
  const stream = 'notice/2018-2/3'
  const open = ['open', '2018-2/notice/0003']
  const done = ['batch/2018-2', 'notice/0003']
  expect(of(stream, prepared)).toEqual(open)
  expect(of(stream, prepared, { type: 'preparationReturned', reason: '地点有误' })).toEqual(done)
  expect(of(stream, prepared, published)).toEqual(open)
  expect(of(stream, prepared, published, received, closed)).toEqual(open)
  const lined = { type: 'lined', lines: [{ case: 'dazhuang', outcome: 'clear' }] }
  expect(of(stream, prepared, published, received, closed, settled, lined)).toEqual(done)
  // Kept from its line by something pending: another closing is still to be made.
  const aside = { type: 'setAside', case: 'dazhuang', number: 6, reason: '有一票否决待确认', waits: true }
  expect(of(stream, prepared, published, received, closed, settled, lined, aside)).toEqual(open)
})

it('a decision is open while it waits for approval', () => {
  const content = {
    ...{ batch: '2018-2', step: 'naming', trial: false, title: '命名决定', number: '9号', date: '2018-12-28' },
    lines: [{ case: 'dazhuang', outcome: 'named' }],
  }
  const prepared = { type: 'prepared', ...content }
  const stream = 'decision/2018-2/12'
  expect(of(stream, prepared)).toEqual(['open', '2018-2/decision/0012'])
  const done = ['batch/2018-2', 'decision/0012']
  expect(of(stream, prepared, { type: 'preparationReturned', reason: '文号有误' })).toEqual(done)
  expect(of(stream, prepared, { type: 'published', preparedBy: 'p2', ...content })).toEqual(done)
})

it('an objection is open until it is settled', () => {
  const received = { type: 'received', notice: 'notice/2018-2/3', about: 'dazhuang', answerBy: '2018-06-01' }
  const admitted = { type: 'admitted' }
  const open = ['open', '2018-2/objection/yi-1']
  expect(of('objection/yi-1', received)).toEqual(open)
  expect(of('objection/yi-1', received, admitted)).toEqual(open)
  const found = { type: 'found', result: 'notUpheld', reason: '查无', reply: '查无' }
  expect(of('objection/yi-1', received, admitted, found)).toEqual(['ended/2018-2', 'objection/yi-1'])
  expect(of('objection/yi-1', received, { type: 'declined', reason: '不属公示事项' })?.[0]).toBe('ended/2018-2')
})

it('a batch stands where its start ends, whenever it was called', () => {
  const terms = {
    ...{ title: '第二批', approval: { reference: '1号', date: '2018-03-01', by: '县政府' }, trial: false, procedure },
    ...{ dates: { application: { lastDay: '2018-05-15' } }, notice: { days: 7, convention: 'A' }, returnDays: 10 },
    ...{ replyDays: 15, signOffs: {} },
  }
  expect(of('batch/2018-2', ...callEvents(terms, at))).toEqual(['batches', '2018-05-15T16:00:00.000Z'])
  // Without a date a case may begin at any time; of a version that is not listed any more none begins.
  expect(of('batch/2018-2', ...callEvents({ ...terms, dates: {} }, at))).toEqual(['batches', '9'])
  const gone = { ...terms, procedure: { name: 'gone', version: 1, digest } }
  expect(of('batch/2018-2', ...callEvents(gone, at))).toEqual(['batches', at])
})
