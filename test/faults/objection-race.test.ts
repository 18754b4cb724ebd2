/** An objection races the closing of its notice, around the end of its period: a case takes “clear” only where none was open. */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstLateInstant, lapsesFrom } from '#calendar/deadline.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import type { Decision } from '#ledger/kind.ts'
import { execute, type Ledger, MovedOn, readStream } from '#ledger/ledger.ts'
import { memoryContents } from '#ledger/memory-contents.ts'
import { seenAs } from '#ledger/seen.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import {
  approveNotice,
  closeNotice,
  noticeKind,
  noticeStream,
  prepareNotice,
  settleObjection,
} from '#steps/notice/notice.ts'
import { CHANNELS_TO_CHECK, type Notice, type NoticeEvent } from '#steps/notice/notice-events.ts'
import { openObjections } from '#steps/notice/notice-lines.ts'
import { publishedNotice } from '../../services/notice/notice/read-notices.ts'
import { receiveObjection } from '../../services/notice/objection/receive-objection.ts'
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
  const content = { batch: BATCH, step: 'notice', trial: false, title: '公示', cases: ['dazhuang'] }
  const at = '2018-06-11T01:00:00.000Z'
  const stream = noticeStream(BATCH, n)
  const commit = (command: string, by: string, decide: Decision<NoticeEvent, Notice>) =>
    execute(ledger, noticeKind, { stream, command: `${command} ${n}`, by, decide })
  const prepare = prepareNotice(
    stream,
    { ...content, publication, period, replyDays: 15 },
    { by: 'officer', received: at },
  )
  const { state } = await commit('prepare', 'officer', prepare)
  const seen = { prepared: state.prepared ? seenAs(state.prepared, stream) : '', secrecyChecked: true }
  await commit('approve', 'head', approveNotice(stream, seen, { by: 'head', received: at }))
}

/** By the page a millisecond before the end, and only now written; or by phone on the last day, and only now entered. */
const object = async (ledger: Ledger, n: number) => {
  const byPage = n % 2 === 0
  return receiveObjection(
    { ledger, contents: memoryContents(), persons: memoryPersons(() => {}) },
    await publishedNotice(ledger, BATCH, String(n)),
    {
      about: 'dazhuang',
      channel: byPage ? 'page' : 'phone',
      on: '2018-06-17',
      text: { summary: '标准不一', files: [] },
    },
    { by: byPage ? 'public' : 'officer', click: `objection-click-${n}`, received: byPage ? before(LATE) : DUE },
  )
}
const outcomes = { clear: 'clear', upheld: 'upheld' }
const close = (ledger: Ledger, n: number, by: string) =>
  execute(ledger, noticeKind, {
    stream: noticeStream(BATCH, n),
    command: `close-click-${by}-${n}`,
    by,
    decide: closeNotice({ checked: [...CHANNELS_TO_CHECK], outcomes }, { by, received: DUE }),
  })

async function race(n: number) {
  const [objector, one, other] = [connect(), connect(), connect()]
  await publish(objector, n)
  // In each third race the objection comes later, so that each side wins some however busy the machine is.
  const most = (who: string) => (who === 'objector' && n % 3 === 0 ? 400 : 40)
  const late = async <T>(who: string, act: () => Promise<T>) => {
    await sleep(lot(`${who} ${n}`, most(who)))
    return act()
  }
  const told = await Promise.allSettled([
    late('objector', () => object(objector, n)),
    late('one', () => close(one, n, 'one')),
    late('other', () => close(other, n, 'other')),
  ])
  const { state, commits } = await readStream(connect(), noticeKind, noticeStream(BATCH, n))
  return { told, notice: state, events: commits.flatMap(({ events }) => events) }
}

describe(`an objection and the closing of its notice (FAULTS_SEED=${seed})`, () => {
  it(`end well ${RACES} times`, async () => {
    const numbers = Array.from({ length: RACES }, (_, i) => i + 1)
    const ends = { closed: 0, objected: 0 }
    for (let first = 0; first < RACES; first += AT_ONCE)
      for (const { told, notice, events } of await Promise.all(numbers.slice(first, first + AT_ONCE).map(race))) {
        // It was in time, so it is received, whoever closes the notice meanwhile.
        expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
        expect(openObjections(notice)).toHaveLength(1)
        const at = (type: NoticeEvent['type']) => events.findIndex((event) => event.type === type)
        const closings = events.filter(({ type }) => type === 'closed')
        if (at('closed') < at('objectionReceived')) {
          // Its case has gone on: the objection holds it there.
          ends.closed++
          expect(closings).toHaveLength(1)
          expect(notice.lines).toEqual([{ case: 'dazhuang', outcome: 'clear' }])
        } else {
          // Open when the notice was closed: its case takes no line before it is settled, and then one.
          ends.objected++
          expect(notice.lines).toEqual([])
          const [{ objection } = { objection: '' }] = openObjections(notice)
          const settled = settleObjection({ objection, result: 'notUpheld' }, outcomes, { by: 'head', received: DUE })
          expect(settled(notice).map(({ type }) => type)).toEqual(['objectionSettled', 'lined'])
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
