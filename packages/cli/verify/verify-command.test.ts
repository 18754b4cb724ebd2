import { globSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seenAs } from '#ledger/seen.ts'
import { Sentence } from '#typed/sentence.ts'
import { HEAD_OF_OFFICE, OFFICER } from '#verify/rejudge/fixtures/county.ts'
import {
  changed,
  commitsOf,
  damaged,
  flipped,
  forged,
  get,
  inTables,
  LATE,
  placesIn,
  verified,
  whole,
  withStore,
} from './fixtures/damage.ts'
import { CASE, drop, EVIDENCE, LEDGER, PERSONS, take, UNIT, VIEWS } from './fixtures/small-store.ts'

withStore()

it('finds nothing where nothing was touched, and changes nothing itself', async () => {
  const lying = () => globSync(join(whole, '**/*')).sort().join('\n')
  const before = lying()
  expect(await verified(whole)).toEqual({
    code: 0,
    said: `核对${whole}：15个记录流、21次提交、2份每日摘要、14行列表、1份材料、1份内容、10处个人信息、7个公开页面。\n✓ 均与写入时一致。`,
  })
  expect(lying()).toBe(before)
})

describe('finds', () => {
  it('no page where a commit was altered: the record would have to say it', async () => {
    const data = await damaged(async (at) => {
      await changed(CASE, 4, (commit) => ({ ...commit, by: 'p-外人' }))(at)
      await flipped('site', 'public/index.html', () => 20)(at)
    })
    const { code, said } = await verified(data)
    expect([code, placesIn(said)]).toEqual([1, [`${CASE} · 第4次提交 · by`]])
    expect(said).toContain('记录有改动，公开页面没有核对')
  })

  it('no page where a batch goes by a procedure of another release, and says so', async () => {
    const data = await damaged(
      inTables(async (ask) => {
        const { events } = await get(ask, LEDGER, { stream: 'batch/2018-2', number: 1 })
        const procedure = { ...events[0].terms.procedure, version: 99 }
        const called = { type: 'callPrepared', v: 1, at: LATE, by: OFFICER, terms: { ...events[0].terms, procedure } }
        const stream = 'batch/2018-3'
        await forged(ask, stream, [], { by: OFFICER, events: [called] })
        const asPrepared = { type: 'callOpened', prepared: seenAs(called, stream) }
        await forged(ask, stream, await commitsOf(ask, stream, 1), { by: HEAD_OF_OFFICE, events: [asPrepared] })
      }),
    )
    const { code, said } = await verified(data)
    expect([code, placesIn(said)]).toEqual([0, []])
    expect(said).toContain('批次2018-3所用的程序creation-short@99不是本软件所列的，公开页面没有核对')
  })

  it('no page that may still wait for its news', async () => {
    const data = await damaged(flipped('site', 'public/index.html', () => 20))
    const key = { stream: { S: 'batch/2018-2' } }
    writeFileSync(join(data, 'undelivered'), `${JSON.stringify(['1 x', { key }])}\n`)
    const { code, said } = await verified(data)
    expect(code).toBe(0)
    expect(said).toContain('、0个公开页面。\n7个公开页面可能正在随刚才的办理更新，没有核对')
  })

  it('nothing in a row that lags behind', async () => {
    const data = await damaged(
      inTables(async (ask) => {
        await take(ask, VIEWS, { stream: UNIT })
      }),
    )
    writeFileSync(
      join(data, 'undelivered'),
      `${JSON.stringify(['1 x', { consumer: 'x', table: LEDGER, key: { stream: { S: UNIT } }, removes: false }])}\n`,
    )
    expect((await verified(data)).code).toBe(0)
  })
})

describe('of a part', () => {
  const foreign = changed('unit/caogou', 1, (commit) => ({ ...commit, by: 'p-外人' }))

  it('looks at a batch or a case, at what it cites, and at nothing else', async () => {
    const data = await damaged(async (at) => {
      await foreign(at)
      await flipped('evidence', EVIDENCE, () => 3)(at)
    })
    for (const part of [
      ['--batch', '2018-2'],
      ['--case', '2018-2/dazhuang'],
    ]) {
      const { code, said } = await verified(data, ...part)
      expect([code, placesIn(said)]).toEqual([1, [`${EVIDENCE} · 第2次提交 · 正文`]])
    }
    expect(await verified(await damaged(foreign), '--batch', '2018-2')).toMatchObject({
      code: 0,
      said: expect.stringContaining(
        '中的批次2018-2：3个记录流、8次提交、2份每日摘要、3行列表、1份材料、1份内容、1处个人信息。\n人员、岗位、单位、标准和其他批次的记录没有核对，本次以它们为准；',
      ),
    })
  })

  it('finds a case that is gone altogether', async () => {
    const data = await damaged(
      inTables(async (ask) => {
        for (const number of [1, 2, 3, 4]) await take(ask, LEDGER, { stream: CASE, number })
        await take(ask, VIEWS, { stream: CASE })
      }),
    )
    expect(placesIn((await verified(data, '--case', '2018-2/dazhuang')).said)).toEqual([`${CASE} · 第1次提交 · number`])
  })

  it.each([
    [['--case', '2018-2/nobody'], '中没有批次2018-2、单位nobody的记录'],
    [['--batch', '2099-1'], '中没有批次2099-1的记录'],
    [['--case', 'dazhuang'], '--case应写作“批次/单位”，收到的是“dazhuang”'],
    [['--batch', '2018-2', '--case', '2018-2/dazhuang'], '只能写一个'],
    [['--bach', '2018-2'], '无法识别“'],
    [['--county', 'sixian'], '--data和--county只能写一个'],
    [['--profile', 'office'], '--profile和--persons只用于--county'],
    [['--persons'], '--profile和--persons只用于--county'],
  ])('says in a sentence what it does not know: %j', async (args, sentence) => {
    const refused = verified(whole, ...args)
    await expect(refused).rejects.toThrow(Sentence)
    await expect(refused).rejects.toThrow(sentence)
  })
})

describe('says in a sentence that the store cannot be read', () => {
  it.each<[string, (data: string) => unknown, string]>([
    ['no folder', (data) => rmSync(data, { recursive: true }), '中没有示范的数据'],
    ['no list of the database', (data) => unlinkSync(join(data, 'tables/CURRENT')), '缺少数据库的文件CURRENT'],
    [
      'a cut manifest',
      (data) => writeFileSync(globSync(join(data, 'tables/MANIFEST*'))[0]!, 'x'),
      '中的数据库已损坏，无法读取',
    ],
    [
      'no bucket',
      (data) => rmSync(globSync(join(data, 'buckets/*evidence1'))[0]!, { recursive: true }),
      '中没有存储桶evidence',
    ],
    ['no table', inTables((ask) => drop(ask, PERSONS)), '中没有表persons'],
  ])('%s', async (_what, damage, sentence) => {
    const refused = verified(await damaged(damage))
    await expect(refused).rejects.toThrow(Sentence)
    await expect(refused).rejects.toThrow(sentence)
  })
})
