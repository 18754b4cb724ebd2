import { globSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { Head } from '#ledger/ledger.ts'
import {
  BACK,
  changed,
  commitsOf,
  type Damage,
  expectNamed,
  get,
  inTables,
  LATE,
  sealed,
  signedBy,
  withStore,
} from './fixtures/damage.ts'
import { CASE, LEDGER, put, take, UNIT, VIEWS, withTables } from './fixtures/small-store.ts'

withStore()

it.each<Damage>([
  [
    'an edited event, by a word that is used elsewhere',
    changed(UNIT, 2, (commit) => signedBy(commit, { name: '大庄县人民政府' })),
    [`${UNIT} · 第2次提交 · events[0].name`],
    ['原为"大庄镇人民政府"，现为"大庄县人民政府"'],
  ],
  [
    'another command, that nobody knows',
    changed(CASE, 3, (commit) => ({ ...commit, command: 'another' })),
    [`${CASE} · 第3次提交 · command`],
    ['第3次提交的command被改过：现在的写法不是本系统写得出的'],
  ],
  [
    'an event edited in two places at once',
    changed(CASE, 3, (commit) => signedBy(commit, { opinion: '不同意申报。', by: 'p-外人' })),
    [`${CASE} · 第3次提交 · events、command、by、at之一`],
    ['的内容与摘要不符，被改过（事件：signed）'],
  ],
  [
    'an attribute that no commit has',
    changed(CASE, 3, (commit) => ({ ...commit, ttl: 1 })),
    [`${CASE} · 第3次提交 · ttl`],
    ['第3次提交多出一项ttl，不是本系统所写'],
  ],
  [
    'an edited name of who acted',
    changed(CASE, 4, (commit) => ({ ...commit, by: 'p-外人' })),
    [`${CASE} · 第4次提交 · by`],
    ['第4次提交的by被改过', '现为"p-外人"'],
  ],
  [
    'an added field',
    changed(CASE, 4, (commit) => signedBy(commit, { byOffice: true })),
    [`${CASE} · 第4次提交 · events[0].byOffice`],
    ['原为（没有这一项），现为true'],
  ],
  [
    'a field that is gone',
    changed(CASE, 3, ({ by: _, ...commit }) => commit),
    [`${CASE} · 第3次提交 · by`],
    ['缺少by或其格式不对'],
  ],
  [
    'an event that was edited and sealed again, to the end of its stream',
    inTables(async (ask) => {
      const all = await Promise.all([1, 2, 3, 4].map((number) => get(ask, LEDGER, { stream: CASE, number })))
      const made: any[] = []
      for (const { events, command, by, at, number } of all) {
        const forged = number === 2 ? [{ ...events[0], by: 'p-外人' }] : events
        made.push(new Head(CASE, made).next(forged, command, by, new Date(at)))
        await put(ask, LEDGER, made.at(-1))
      }
    }),
    [`${CASE} · 第4次提交 · hash`],
    ['第4次提交与2018年5月2日的每日摘要不符，此后被改过'],
  ],
  [
    'an event that no software of ours has written, with every hash right',
    inTables(async (ask) => {
      const all: any[] = await Promise.all([1, 2].map((number) => get(ask, LEDGER, { stream: UNIT, number })))
      await put(ask, LEDGER, new Head(UNIT, all).next([{ type: 'odd' }], 'one-click', 'p-外人', new Date(LATE)))
      await put(ask, VIEWS, { ...(await get(ask, VIEWS, { stream: UNIT })), number: 3 })
    }),
    [`${UNIT} · events….type`],
    ['有一项事件的type不合格式，校验链却完整'],
  ],
  [
    'a stream that nobody wrote then, dated before the roots',
    inTables(async (ask) => {
      const unit = { type: 'registered', v: 1, at: BACK, by: 'p-外人', unit: 'ghost', name: '鬼镇人民政府' }
      await sealed(ask, 'unit/ghost', [], [[{ ...unit, kind: 'town', inScope: true }]])
    }),
    ['unit/ghost · 第1次提交 · at'],
    ['写的是2018年5月1日11时00分，2018年5月2日的每日摘要中却没有它'],
  ],
  [
    'a last commit that was doubled and sealed again',
    inTables(async (ask) => {
      const all = await commitsOf(ask, CASE, 4)
      const [last] = all.slice(-1)
      await sealed(ask, CASE, all, [last.events], { command: last.command, at: LATE })
    }),
    [`${CASE} · 第5次提交 · command`],
    ['第5次提交与第4次提交是同一次操作，不是本系统所写'],
  ],
  [
    'a stream that was cut',
    inTables((ask) => take(ask, LEDGER, { stream: CASE, number: 4 })),
    [`${CASE} · 第4次提交 · number`],
    ['在2018年5月2日有4次提交，现在只有3次，其后的被截去'],
  ],
  [
    'a stream that was cut with its roots, by its row, and the roots',
    async (data) => {
      await withTables(data, (ask) => take(ask, LEDGER, { stream: CASE, number: 4 }))
      for (const path of globSync(join(data, 'buckets/*roots1/objects/*.json'))) unlinkSync(path)
    },
    ['2018-05-01 · 全文', `${CASE} · 第4次提交 · number`],
    ['2018年5月1日至2018年5月2日没有每日摘要', '只有3次提交，列表却做到了第4次'],
  ],
  [
    'a deleted commit',
    inTables((ask) => take(ask, LEDGER, { stream: CASE, number: 2 })),
    [`${CASE} · 第2次提交 · number`],
    ['第2次提交缺失，前后都在'],
  ],
  [
    'a stream that is gone as a whole',
    inTables((ask) => take(ask, LEDGER, { stream: 'unit/caogou', number: 1 })),
    ['unit/caogou · 第1次提交 · number'],
    ['现在整个不见了'],
  ],
  [
    'a doubled commit',
    inTables(async (ask) => put(ask, LEDGER, { ...(await get(ask, LEDGER, { stream: CASE, number: 4 })), number: 5 })),
    [`${CASE} · 第5次提交 · number`],
    ['第5次提交是第4次提交的重复'],
  ],
  [
    'two swapped commits',
    inTables(async (ask) => {
      const [third, fourth] = [3, 4].map((number) => get(ask, LEDGER, { stream: CASE, number }))
      await put(ask, LEDGER, { ...(await fourth), number: 3 })
      await put(ask, LEDGER, { ...(await third), number: 4 })
    }),
    [`${CASE} · 第3次提交 · number`, `${CASE} · 第4次提交 · number`],
    ['第3次提交与第4次提交对调了'],
  ],
  [
    'a flipped bit in an event',
    changed(CASE, 3, (commit) => signedBy(commit, { opinion: '吋意申报。' })),
    [`${CASE} · 第3次提交 · events[0].opinion`],
    ['现为"吋意申报。"'],
  ],
  [
    'a changed hash',
    changed(CASE, 3, (commit) => ({
      ...commit,
      hash: `0${commit.hash.slice(1)}` === commit.hash ? commit.previous : `0${commit.hash.slice(1)}`,
    })),
    [`${CASE} · 第3次提交 · hash`],
    ['的摘要（hash）被改过，内容未变'],
  ],
  [
    'a changed hash of the commit before',
    changed(CASE, 3, (commit) => ({ ...commit, previous: 'f'.repeat(64) })),
    [`${CASE} · 第3次提交 · previous`],
    ['所记的前一次提交的摘要（previous）被改过'],
  ],
  [
    'a doubled commit in the place of another',
    inTables(async (ask) => put(ask, LEDGER, { ...(await get(ask, LEDGER, { stream: CASE, number: 4 })), number: 3 })),
    [`${CASE} · 第3次提交 · number`, `${CASE} · 第4次提交 · previous`],
    ['第3次提交是第4次提交的重复'],
  ],
])('finds and names %s', async (_what, ...damage) => expectNamed(...damage))
