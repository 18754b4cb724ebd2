/** An objection races the closing of its notice, around the end of its period: never both “clear” and an open objection. */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeNotice, noticeKind, noticeStream, openObjections, publishNotice } from '#acts/notice.ts'
import { firstLateInstant, lapsesFrom } from '#calendar/deadline.ts'
import { memoryContents } from '#ledger/contents.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { execute, type Ledger, MovedOn, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import { closeNoticeWhenDue } from '../../services/conductor/arrive.ts'
import { noticeOf } from '../../services/notice/read-notices.ts'
import { receiveObjection } from '../../services/notice/receive-objection.ts'
import { createTable, type Engine, openDynalite } from '../contract/dynamo-engine.ts'

const seed = process.env.FAULTS_SEED ?? String(Date.now() % 100_000)
const RACES = 200
const AT_ONCE = 10
const BATCH = '2018-2'
const LATE = firstLateInstant('2018-06-17')
const DUE = lapsesFrom(LATE)
const before = (instant: string, ms = 1) => new Date(Date.parse(instant) - ms).toISOString()

/** Milliseconds from 0 to `most`, the same for the same seed. */
const lot = (what: string, most: number) =>
  (createHash('sha256').update(`${seed} ${what}`).digest().readUInt32BE() / 2 ** 32) * most

let engine: Engine
let conflicts = 0
/** Every racer has a connection of its own. */
function connect(): Ledger {
  const ledger = dynamoLedger({ client: engine.connect(), table: 'ledger', now: () => new Date(DUE) })
  return {
    ...ledger,
    append: (...commit) =>
      ledger.append(...commit).catch((error) => {
        if (error instanceof MovedOn) conflicts++
        throw error
      }),
  }
}
beforeAll(async () => {
  engine = await openDynalite()
  await createTable(engine.connect(), 'ledger', { stream: 'S', number: 'N' })
})
afterAll(() => engine.close())

async function publish(ledger: Ledger, n: number) {
  const period = { firstDay: '2018-06-11', lastDay: '2018-06-17', lateFrom: LATE, days: 7, convention: 'A' } as const
  const publication = { on: '2018-06-11', place: '县政府网站' }
  await execute(ledger, noticeKind, {
    stream: noticeStream(BATCH, n),
    command: `publish ${n}`,
    by: 'officer',
    decide: publishNotice(
      { batch: BATCH, trial: false, title: '公示', cases: ['dazhuang'], publication, period, replyDays: 15 },
      { by: 'officer', received: '2018-06-11T01:00:00.000Z' },
    ),
  })
}

/** By the page a millisecond before the end, and only now written; or by phone on the last day, and only now entered. */
const object = async (ledger: Ledger, n: number) => {
  const byPage = n % 2 === 0
  return receiveObjection(
    { ledger, contents: memoryContents(), persons: memoryPersons(() => {}) },
    await noticeOf(ledger, BATCH, String(n)),
    {
      about: 'dazhuang',
      channel: byPage ? 'page' : 'phone',
      on: '2018-06-17',
      text: { summary: '标准不一', files: [] },
    },
    { by: byPage ? 'public' : 'officer', click: `objection-click-${n}`, received: byPage ? before(LATE) : DUE },
  )
}
const closeByTime = (ledger: Ledger, n: number) => closeNoticeWhenDue(ledger, noticeStream(BATCH, n), DUE)
const closeByHand = (ledger: Ledger, n: number) =>
  execute(ledger, noticeKind, {
    stream: noticeStream(BATCH, n),
    command: `close-click-${n}`,
    by: 'officer',
    decide: closeNotice({ by: 'officer', received: DUE }),
  })

async function race(n: number) {
  const [objector, clock, officer] = [connect(), connect(), connect()]
  await publish(objector, n)
  const late = async <T>(who: string, act: () => Promise<T>) => {
    await sleep(lot(`${who} ${n}`, 12))
    return act()
  }
  const [told, , hand] = await Promise.allSettled([
    late('objector', () => object(objector, n)),
    late('clock', () => closeByTime(clock, n)),
    late('officer', () => closeByHand(officer, n)),
  ])
  return { told, hand, notice: (await readStream(connect(), noticeKind, noticeStream(BATCH, n))).state }
}

describe(`an objection and the closing of its notice (FAULTS_SEED=${seed})`, () => {
  it(`end well ${RACES} times`, async () => {
    const numbers = Array.from({ length: RACES }, (_, i) => i + 1)
    const ends = { closed: 0, objected: 0 }
    for (let first = 0; first < RACES; first += AT_ONCE)
      for (const { told, hand, notice } of await Promise.all(numbers.slice(first, first + AT_ONCE).map(race))) {
        const open = openObjections(notice).length
        if (notice.closed) {
          ends.closed++
          expect(notice.closed.lines).toEqual([{ case: 'dazhuang', outcome: 'clear' }])
          expect(open).toBe(0)
          // Who objected was told that it is too late, and nobody else.
          expect(told).toMatchObject({ status: 'rejected', reason: { code: 'late' } })
        } else {
          ends.objected++
          expect(open).toBe(1)
          expect(told).toMatchObject({ status: 'fulfilled', value: { same: true } })
          expect(hand).toMatchObject({ status: 'rejected', reason: { code: 'conflict' } })
          if (hand.status === 'rejected') expect(hand.reason).toBeInstanceOf(Refused)
        }
      }
    console.log(
      `of ${RACES} races the notice won ${ends.closed}, the objection ${ends.objected}; ${conflicts} conflicts`,
    )
    // A race that always ends alike is none.
    expect(Math.min(ends.closed, ends.objected)).toBeGreaterThan(RACES / 20)
    expect(conflicts).toBeGreaterThan(RACES / 20)
  })
})
