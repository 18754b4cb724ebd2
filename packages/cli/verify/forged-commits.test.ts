import { expect, it } from 'vitest'
import { canonicalJson, digestOf } from '#ledger/chain.ts'
import { digestOfForm } from '#steps/entry/form-content.ts'
import { ADMINISTRATOR, CALL, HEAD_OF_OFFICE, OFFICER, SECRETARY } from '#verify/rejudge/fixtures/county.ts'
import {
  commitsOf,
  type Damage,
  damaged,
  expectNamed,
  forged,
  inTables,
  placesIn,
  verified,
  withStore,
} from './fixtures/damage.ts'
import { CASE, place, UNIT } from './fixtures/small-store.ts'

withStore()

/** Rightly hashed and chained, after the last root, in the name of somebody who is there. */
const written = (stream: string, count: number, by: string, ...events: object[]) =>
  inTables(async (ask) => forged(ask, stream, await commitsOf(ask, stream, count), { by, events }))
/** The same of an event that is none of its stream's, of which no list can be made. */
const unread = (stream: string, by: string, event: object) =>
  inTables(async (ask) => forged(ask, stream, [], { by, events: [event], row: false }))
const odd = (stream: string, number: number, field = 'events[0].type') => [`${stream} · 第${number}次提交 · ${field}`]
const cancelled = { type: 'batchCancelled', preparedBy: OFFICER, preparedAt: '2018-05-02T11:00:00.000Z' }
const named = { type: 'decided', step: 'executiveMeeting', visit: 1, outcome: 'named', to: 'named' }
const held = { appointment: 'officeHead', from: '2018-01-01' }
const registered = { type: 'registered', unit: 'dazhuang', kind: 'town', inScope: true }

it.each<Damage>([
  [
    'an erasing that is none, beside a case that was altered',
    async (data: string) => {
      await unread('retention/2018-05-05', ADMINISTRATOR, { type: 'found', lines: 'x' })(data)
      await written(CASE, 4, SECRETARY, named)(data)
    },
    ['retention/2018-05-05 · events….lines', ...odd(CASE, 5)],
    [],
  ],
  [
    'a file of which nothing was written',
    unread(`evidence/dazhuang/${'a'.repeat(64)}`, OFFICER, { type: 'kept' }),
    [`evidence/dazhuang/${'a'.repeat(64)} · events….contentType`],
    [],
  ],
  [
    'a batch cancelled that nobody prepared',
    written(CALL, 2, HEAD_OF_OFFICE, { ...cancelled, reason: '不再开展。' }),
    odd(CALL, 3),
    ['在当时不能这样办理（没有待签发的取消决定），不是本系统所写'],
  ],
  [
    'a case named by a person',
    written(CASE, 4, SECRETARY, named),
    odd(CASE, 5),
    ['第5次提交在当时不能这样办理（', '现处“创建申请”', '不是本系统所写；请停止写入并与备份核对。'],
  ],
  [
    'an appointment that nobody else approved',
    written(`person/${OFFICER}`, 1, ADMINISTRATOR, { type: 'appointed', held }),
    odd(`person/${OFFICER}`, 2),
    ['没有另一名管理员批准，也不是首次登记名册'],
  ],
  [
    'a form with another text, of which it says what it said of the one before',
    async (data: string) => {
      const text = { values: { reason: '另一个理由，没有附件。' } }
      const content = digestOf(text)
      place(data, 'contents', content, canonicalJson(text))
      await inTables(async (ask) => {
        const all = await commitsOf(ask, CASE, 4)
        const [{ at: _then, ...before }] = all[1].events
        const event = { ...before, content, digest: digestOfForm({ ...before, content }) }
        await forged(ask, CASE, all, { by: before.by, events: [event] })
      })(data)
    },
    odd(CASE, 5, 'events[0].answers.creationPlan'),
    ['与所保存的表格内容不符，不是本系统所写'],
  ],
  [
    'a unit renamed by whoever may not',
    written(UNIT, 2, OFFICER, { ...registered, name: '鬼镇人民政府' }),
    odd(UNIT, 3),
    [`${OFFICER}当时不是名册的管理员`],
  ],
  [
    'an event in another person’s name',
    written(UNIT, 2, OFFICER, { ...registered, by: ADMINISTRATOR, name: '鬼镇人民政府' }),
    odd(UNIT, 3, 'events[0].by'),
    ['的经办人与事件所写的不同'],
  ],
])('finds and names %s', async (_what, ...damage) => expectNamed(...damage))

it('finds a kind of stream that nothing writes, and one dated in days to come', async () => {
  const data = await damaged(
    inTables(async (ask) => {
      await forged(ask, 'verdict/2018-2', [], { by: OFFICER, events: [{ type: 'named' }], row: false })
      const later = {
        by: ADMINISTRATOR,
        events: [{ ...registered, name: '鬼镇人民政府' }],
        at: '2018-06-01T00:00:00.000Z',
      }
      await forged(ask, UNIT, await commitsOf(ask, UNIT, 2), later)
    }),
  )
  expect(placesIn((await verified(data)).said)).toEqual([...odd(UNIT, 3, 'at'), ...odd('verdict/2018-2', 1, 'stream')])
})

it('finds nothing in what an administrator has so decided', async () => {
  const data = await damaged(written(UNIT, 2, ADMINISTRATOR, { ...registered, name: '大庄街道办事处' }))
  const { said } = await verified(data)
  expect(placesIn(said).filter((place) => !place?.startsWith('public/'))).toEqual([])
})
