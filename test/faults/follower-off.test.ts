/** Nobody follows the ledger for two days: what waits is repaired by the hourly look, which says what it repaired. */
import { describe, expect, inject, it } from 'vitest'
import { noticeEndpoints } from '#contracts/notice.ts'
import { weeklySealedDaily } from '../../packages/cli/laptop/laptop.ts'
import { OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import { withdraw } from '../../packages/cli/rehearsal/case-acts.ts'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { review } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { BATCH } from '../../packages/cli/rehearsal/second-batch.ts'
import type { Stage } from '../../packages/cli/rehearsal/stage.ts'
import { type Running, runCounty, storiesOf } from './running-county.ts'
import { accepted, applied, call, closed, named, on, published } from './small-year.ts'

/** Listed · refused · withdrawn · lapsed. */
const [LISTED, REFUSED, LEAVING, LATE] = ['dazhuang', 'caogou', 'changgou', 'dunji'] as const
const OFF = Date.parse('2018-05-12T09:00:00+08:00')
const ON = Date.parse('2018-05-14T09:00:00+08:00')
const HOUR = 3_600_000

const params = { batch: BATCH, n: '1' }
const objectByPhone = ({ as }: Stage) =>
  as(OFFICE.officer)(noticeEndpoints.enterObjection, {
    params,
    body: { about: LISTED, channel: 'phone', on: '2018-05-14', summary: '反映执法标准不一。' },
    command: 'phone-call-number-1',
  })
const declineIt = async ({ as }: Stage) => {
  const { objections } = await as(OFFICE.officer)(noticeEndpoints.readNotice, { params })
  await as(OFFICE.head)(noticeEndpoints.declineObjection, {
    params: { ...params, objection: objections[0]?.objection ?? '' },
    body: { reason: '不属于公示事项。' },
    command: 'decline-number-1',
  })
}

const before = [call(), ...[LISTED, REFUSED].flatMap(applied), on('2018-05-02T10:00', fillIn(LEAVING, LEAVING))].sort(
  (a, b) => a.at.localeCompare(b.at),
)
/** One of every kind of news: a case opens, is submitted, is accepted; a notice is published, an objection comes. */
const meanwhile = [
  on('2018-05-12T10:00', fillIn(LATE, LATE, { lacking: ['reason'] })),
  on('2018-05-12T11:00', signAndSubmit(LEAVING, '2018-05-12')),
  on('2018-05-12T12:00', accepted(LISTED)),
  { ...published(LISTED), at: '2018-05-14T08:00:00+08:00' },
  on('2018-05-14T08:10', objectByPhone),
]
const after = [
  on('2018-05-15T10:00', review(REFUSED, { outcome: 'refused', reason: '上一年度考核未达优秀。' })),
  on('2018-05-15T11:00', withdraw(LEAVING, '机构合并。')),
  on('2018-05-17T10:00', declineIt),
  closed,
  named(LISTED),
]

async function liveThrough(reconciles: (instant: number) => boolean, off: boolean) {
  await using county = await runCounty(inject('rostered'), {
    skipSchedule: (rule, instant) =>
      rule.includes('reconcile') ? !reconciles(instant) : weeklySealedDaily(rule, instant),
  })
  await county.play(...before)
  await county.cloud.advanceTo(OFF)
  if (off) expect(county.cloud.switchConsumer('follow-ledger', false)).toBe(1)
  await county.play(...meanwhile)
  const missed = county.waitsAt(LISTED)
  await county.cloud.advanceTo(ON)
  county.cloud.switchConsumer('follow-ledger', true)
  await county.play(...after)
  const ends = await Promise.all([LISTED, REFUSED, LEAVING, LATE].map((unit) => county.stepOf(unit)))
  return { missed, ends, ...(await county.end()) }
}
const ENDS = ['named', 'refused', 'withdrawn', 'notSubmitted']
const repaired = ({ reconciled }: Awaited<ReturnType<Running['end']>>) =>
  reconciled.map(({ started, woken, applied }) => ({ started, woken, applied })).filter((counts) => sum(counts) > 0)
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0)
/** Without instants: what is repaired comes later. */
const commandsOf = ({ ledger }: Awaited<ReturnType<Running['end']>>) =>
  Object.keys(storiesOf(ledger)).map((stream) => [stream, ledger.get(stream)?.map(({ command }) => command)])

describe("the consumer of the ledger's stream, off for two days", () => {
  it('is made up for hour by hour, and each case ends in the right place', async () => {
    const hourly = (instant: number) => instant >= OFF && instant <= ON + 3 * HOUR
    const calm = await liveThrough(hourly, false)
    expect(calm.ends).toEqual(ENDS)
    expect(repaired(calm)).toEqual([])

    const mended = await liveThrough(hourly, true)
    expect(mended.missed).toEqual(['notice'])
    expect(mended.ends).toEqual(ENDS)
    expect(commandsOf(mended)).toEqual(commandsOf(calm))
    expect(repaired(mended)).toEqual([
      // The case that was opened has an execution; the submitted and the accepted one are looked at.
      { started: 1, woken: 0, applied: 0 },
      { started: 0, woken: 1, applied: 0 },
      { started: 0, woken: 1, applied: 0 },
      // The notice lists its case, and the objection to it opens.
      { started: 0, woken: 0, applied: 2 },
    ])

    // Two days without the hourly look either. It finds what the stream has forgotten; the rest still comes.
    const late = await liveThrough((instant) => instant > ON && instant <= ON + 3 * HOUR, true)
    expect(late.missed).toEqual(['review'])
    expect(late.ends).toEqual(ENDS)
    expect(repaired(late)).toEqual([{ started: 1, woken: 1, applied: 0 }])
  })
})
