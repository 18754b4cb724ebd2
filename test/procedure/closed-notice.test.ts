/** What a closed notice says of a unit whose case ends without its line, with everything that follows carried by the conductor. */
import { beforeEach, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { caseKind } from '#case/case.ts'
import { enterWithdrawal } from '#case/withdraw.ts'
import { execute } from '#ledger/ledger.ts'
import { followStream } from '../../services/conductor/follow/follow-stream.ts'
import { memoryFollowed } from '../../services/conductor/follow/memory-followed.ts'
import { memoryMachine } from '../../services/conductor/run/memory-machine.ts'
import { memoryWaits } from '../../services/conductor/wait/memory-waits.ts'
import { AT, countyAtNotice, SCAN, write } from '../../services/notice/fixtures/county-at-notice.ts'

const STREAM = 'notice/2018-2/1'
const CASE = 'case/2018-2/dazhuang'
const CLOSED = '2018-06-18T01:00:00.000Z'
const ENDED = '2018-06-19T01:00:00.000Z'
const CANCELLED = '2018-06-20T01:00:00.000Z'
const LATER = '2018-06-21T01:00:00.000Z'
const FINDING = { result: 'upheld', reason: '经查属实', reply: '您反映的情况属实。' }

let county: Awaited<ReturnType<typeof countyAtNotice>>
let objection: string
let at: string
let follow: (stream: string) => Promise<void>
beforeEach(async () => {
  county = await countyAtNotice()
  at = AT
  follow = followStream({
    ...{ ledger: county.ledger, rows: county.rows, now: () => new Date(at) },
    ...{ waits: memoryWaits(), followed: memoryFollowed(), machine: memoryMachine() },
  })
})
/** All news, until nothing more follows; the public pages as they come. */
async function settle(now: string) {
  at = now
  for (let round = 0; round < 3; round++)
    for await (const { stream } of county.ledger.streams()) {
      await follow(stream)
      await county.publish(stream)
    }
}
const publicLine = () => /<li>(大庄镇.*?)<\/li>/.exec(county.site.pages.get('public/notices/2018-2/1.html') ?? '')?.[1]
const officeLine = async () => (await county.page('officer', LATER)).lines.find(({ unit }) => unit === 'dazhuang')

/** Both are closed over; 草沟镇 goes on, and 大庄镇 waits for an objection. */
async function closedWithObjection() {
  await county.list()
  const about = { about: 'dazhuang', channel: 'phone', on: '2018-06-12', summary: '办案超期' }
  const answer = await county.tell('officer', '/1/objections', about, { at: '2018-06-12T01:00:00.000Z' })
  objection = z.object({ objection: z.string() }).parse(answer.body).objection
  await settle('2018-06-12T01:00:01.000Z')
  expect((await county.close(CLOSED)).status).toBe(200)
  await settle(CLOSED)
  expect(publicLine()).toBe('大庄镇（结果另行公布）')
}
async function cancelBatch() {
  await write(county.ledger, 'batch/2018-2', {
    ...{ type: 'batchCancelled', at: CANCELLED, by: 'office-head', preparedBy: 'officer', preparedAt: AT },
    reason: '上级暂停。',
  })
}
async function found() {
  for (const [who, how, body] of [
    ['office-head', 'admit', {}],
    ['office-head', 'find', FINDING],
  ] as const)
    expect((await county.tell(who, `/1/objections/${objection}/${how}`, body, { at: LATER })).status).toBe(200)
  await settle(LATER)
}
const stands = async () => (await county.ledger.read(STREAM)).commits.at(-1)?.events

it('ended with its batch: so it stays when the objection is found later, whose line its case does not take', async () => {
  await closedWithObjection()
  await cancelBatch()
  await county.publish('batch/2018-2')
  expect(publicLine()).toBe('大庄镇（随批次取消而终止）')
  await settle(CANCELLED)
  expect(publicLine()).toBe('大庄镇（随批次取消而终止）')
  await found()
  expect(await stands()).toMatchObject([{ type: 'setAside', case: 'dazhuang' }])
  expect(publicLine()).toBe('大庄镇（随批次取消而终止）')
  expect(await officeLine()).toEqual({
    ...{ unit: 'dazhuang', name: '大庄镇' },
    ended: '该单位已办结（批次取消），异议照常受理、答复；办理结果不改变本批次的结论。',
  })
})

it('left by itself: so it is said at once, and stays when its batch is cancelled and the objection is found', async () => {
  await closedWithObjection()
  await execute(county.ledger, caseKind, {
    ...{ stream: CASE, command: 'leave with the stamped paper', by: 'clerk' },
    decide: enterWithdrawal({ reason: '机构合并', scan: SCAN }, { by: 'clerk', received: ENDED }),
  })
  await county.publish(CASE)
  expect(publicLine()).toBe('大庄镇（公示期间已另行办结）')
  await cancelBatch()
  await settle(CANCELLED)
  expect(publicLine()).toBe('大庄镇（公示期间已另行办结）')
  await found()
  expect(await stands()).toMatchObject([{ type: 'setAside', case: 'dazhuang' }])
  expect(publicLine()).toBe('大庄镇（公示期间已另行办结）')
  expect(await officeLine()).toEqual({
    ...{ unit: 'dazhuang', name: '大庄镇' },
    ended: '该单位已办结（主动退出），异议照常受理、答复；办理结果不改变本批次的结论。',
  })
})

it('took its line before: that stays, whatever comes afterwards', async () => {
  await county.list()
  await settle(AT)
  expect((await county.close(CLOSED)).status).toBe(200)
  await settle(CLOSED)
  await cancelBatch()
  await settle(CANCELLED)
  expect(publicLine()).toBe('大庄镇（无异议）')
})
