import { appendFileSync, cpSync, globSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Head } from '#ledger/ledger.ts'
import type { Ask } from '#local-cloud/dynamo/database.ts'
import { rowOf } from '#rows/row-of.ts'
import { Sentence } from '#typed/sentence.ts'
import { callEvents } from '../../../test/given/called.ts'
import { bucketOnDisk } from './bucket-on-disk.ts'
import {
  CASE,
  CONTENT,
  drop,
  EVIDENCE,
  FILE_SHA,
  get as item,
  LEDGER,
  makeStore,
  PERSONS,
  place,
  put,
  saidAt,
  take,
  UNIT,
  VIEWS,
  withTables,
} from './fixtures/small-store.ts'
import { verifyCommand } from './verify-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'shifan-verify-'))
const whole = join(folder, 'whole')
beforeAll(() => makeStore(whole))
afterAll(() => rmSync(folder, { recursive: true }))

const get = (...of: Parameters<typeof item>): Promise<any> => item(...of)

let copies = 0
/** A copy of the store after somebody's hands were in it. */
async function damaged(damage: (data: string) => unknown): Promise<string> {
  const data = join(folder, `${++copies}`)
  cpSync(whole, data, { recursive: true })
  await damage(data)
  return data
}
const inTables = (act: (ask: Ask) => Promise<unknown>) => (data: string) => withTables(data, act)

async function verified(data: string, ...more: string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const code = await verifyCommand(['--data', data, ...more], (text) => {
    said = text
  })
  return { code, said }
}
/** The damaged places, as `stream · commit · field`. */
const placesIn = (said: string) => [...said.matchAll(/^✗ (.+)$/gm)].map(([, place]) => place)

/** The bytes of an object, one bit of which is flipped at a place that `at` finds. */
const flipped = (bucket: string, key: string, at: (bytes: Buffer) => number) => (data: string) => {
  const entry = globSync(join(data, `buckets/*${bucket}1/objects/*.json`))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')))
    .find((one) => one.key === key)
  const path = join(data, 'buckets', `sixian-storage-${bucket}1`, 'bodies', entry.file)
  const bytes = readFileSync(path)
  const place = at(bytes)
  bytes[place]! ^= 1
  writeFileSync(path, bytes)
}
const textOf = (data: string, part: string, key: string): string => bucketOnDisk(data, part).text(key) ?? ''
const changed = (stream: string, number: number, change: (commit: any) => object) =>
  inTables(async (ask) => put(ask, LEDGER, change(await get(ask, LEDGER, { stream, number }))))
/** After the last root, and before it. */
const [LATE, BACK] = ['2018-05-02T12:00:00.000Z', '2018-05-01T03:00:00.000Z']
const commitsOf = (ask: Ask, stream: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => get(ask, LEDGER, { stream, number: i + 1 })))
/** Goes on with a stream as its writers would have, each hash and its row right. */
async function sealed(
  ask: Ask,
  stream: string,
  all: any[],
  more: object[][],
  said: { command?: string; at?: string } = {},
) {
  const made = [...all]
  for (const events of more) {
    const { command = `outside-${made.length}`, at = BACK } = said
    made.push(new Head(stream, made).next(saidAt(events, at), command, 'p-外人', new Date(at)))
    await put(ask, LEDGER, made.at(-1))
  }
  await put(ask, VIEWS, rowOf(stream, made)!)
}
const signedBy = (commit: any, more: object) => ({ ...commit, events: [{ ...commit.events[0], ...more }] })

it('finds nothing where nothing was touched, and changes nothing itself', async () => {
  const lying = () => globSync(join(whole, '**/*')).sort().join('\n')
  const before = lying()
  expect(await verified(whole)).toEqual({
    code: 0,
    said: `核对${whole}：5个记录流、11次提交、2份每日摘要、5行列表、1份材料、1份内容、1处个人信息、5个公开页面。\n✓ 均与写入时一致。`,
  })
  expect(lying()).toBe(before)
})

describe('finds and names', () => {
  it.each<[string, (data: string) => unknown, string[], string[]]>([
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
        await put(ask, LEDGER, new Head(UNIT, all).next([{ type: 'odd' }], 'click', 'p-外人', new Date(LATE)))
        await put(ask, VIEWS, { ...(await get(ask, VIEWS, { stream: UNIT })), number: 3 })
      }),
      [`${UNIT} · events….type`],
      ['有一项事件的type不合格式，校验链却完整'],
    ],
    [
      'personal data that no commit names',
      inTables((ask) => put(ask, PERSONS, { id: 'contact/zz', kind: 'contact', data: { phone: '1' }, salt: 'ab' })),
      ['id'],
      ['个人信息（contact/zz）没有任何记录用到'],
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
      'personal data that one alone has proposed and approved to erase, dated back, years before they were due',
      inTables(async (ask) => {
        const { digest } = (await get(ask, LEDGER, { stream: CASE, number: 2 })).events[0].personal
        const lines = [{ id: 'x-1', digest, kind: 'contact', stream: CASE, because: 'over', due: '2099-05-01' }]
        const by = { v: 1, at: BACK, by: 'p-外人', ids: ['x-1'] }
        const found = { type: 'found', v: 1, at: BACK, by: 'p-外人', lines, total: 1, coming: [], blocked: 0 }
        const approved = { type: 'approved', ...by, preparedBy: 'p-外人' }
        await sealed(ask, 'retention/2018-05-01', [], [[found], [{ type: 'prepared', ...by }], [approved]])
        await put(ask, PERSONS, { id: 'x-1', erased: true })
      }),
      [
        `${CASE} · 第2次提交 · events[0].personal → erased`,
        'retention/2018-05-01 · 第1次提交 · at',
        'retention/2018-05-01 · 第3次提交 · events[0].preparedBy',
      ],
      ['只剩“已删除”的标记，而记录中没有删除的记载', '由同一个人拟制和批准'],
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
      inTables(async (ask) =>
        put(ask, LEDGER, { ...(await get(ask, LEDGER, { stream: CASE, number: 4 })), number: 5 }),
      ),
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
      'a flipped bit in a row',
      inTables(async (ask) =>
        put(ask, VIEWS, { ...(await get(ask, VIEWS, { stream: UNIT })), name: '大庄锇人民政府' }),
      ),
      [`${UNIT} · 第2次提交 · name`],
      ['列表这一行的name与记录不符', '原为"大庄镇人民政府"，现为"大庄锇人民政府"'],
    ],
    [
      'a row that is gone, and one that nothing made',
      inTables(async (ask) => {
        await put(ask, VIEWS, { ...(await get(ask, VIEWS, { stream: UNIT })), stream: 'unit/ghost' })
        await take(ask, VIEWS, { stream: UNIT })
      }),
      [`${UNIT} · stream`, 'unit/ghost · stream'],
      ['应有的一行不在列表中', '没有任何提交，列表中却有一行'],
    ],
    [
      'a flipped bit in a file',
      flipped('evidence', EVIDENCE, (bytes) => bytes.length - 2),
      [`${EVIDENCE} · 第2次提交 · 正文`],
      ['材料“创建方案.pdf”', '的正文与其摘要不符，被改过'],
    ],
    [
      'a file that is gone, of which only its name is left',
      (data) => unlinkSync(globSync(join(data, 'buckets/*evidence1/bodies/*'))[0]!),
      [`${EVIDENCE} · 第2次提交 · 正文`],
      ['的正文不见了'],
    ],
    [
      'a file that is longer',
      (data) => appendFileSync(globSync(join(data, 'buckets/*evidence1/bodies/*'))[0]!, 'x'),
      [`${EVIDENCE} · 第2次提交 · size`],
      ['现为'],
    ],
    [
      'a flipped bit in a kept text',
      flipped('contents', CONTENT, (bytes) => bytes.indexOf(FILE_SHA)),
      [`${CASE} · 第2次提交 · events[0].content → creationPlan[0]`],
      ['所指的内容', '被改过，改在creationPlan[0]'],
    ],
    [
      'a kept text that is gone',
      (data) => unlinkSync(globSync(join(data, 'buckets/*contents1/objects/*'))[0]!),
      [`${CASE} · 第2次提交 · events[0].content`],
      ['所指的内容', '不见了'],
    ],
    [
      'changed personal data, without telling it',
      inTables(async (ask) => {
        const { data, ...row } = await get(ask, PERSONS, { id: 'x-1' })
        await put(ask, PERSONS, { ...row, data: { ...data, phone: '0557-1234560' } })
      }),
      [`${CASE} · 第2次提交 · events[0].personal → data、kind、salt之一`],
      ['所指的个人信息（x-1）与其摘要不符'],
    ],
    [
      'another name in the lists',
      inTables(async (ask) => put(ask, PERSONS, { ...(await get(ask, PERSONS, { id: 'x-1' })), name: '李经办' })),
      [`${CASE} · 第2次提交 · events[0].personal → name`],
      ['的姓名在列表中显示得与原来的不同'],
    ],
    [
      'personal data that are gone and were never erased',
      inTables((ask) => take(ask, PERSONS, { id: 'x-1' })),
      [`${CASE} · 第2次提交 · events[0].personal → id`],
      ['不见了，也没有删除的记载'],
    ],
    [
      'personal data that say of themselves that they were erased',
      inTables((ask) => put(ask, PERSONS, { id: 'x-1', erased: true })),
      [`${CASE} · 第2次提交 · events[0].personal → erased`],
      ['只剩“已删除”的标记，而记录中没有删除的记载'],
    ],
    [
      'a flipped bit in a daily root',
      flipped('roots', 'roots/2018-05-01.json', (bytes) => bytes.indexOf('"number":1') + 9),
      ['2018-05-01 · heads[0].number'],
      ['每日摘要roots/2018-05-01.json不合格式'],
    ],
    [
      'a flipped bit in a daily root that still reads as one',
      flipped('roots', 'roots/2018-05-02.json', (bytes) => bytes.indexOf('"number":4') + 9),
      ['2018-05-02 · heads[1].number'],
      ['2018年5月2日的每日摘要与其所列内容不符', '原为4，现为5'],
    ],
    [
      'a daily root that is gone',
      (data) => {
        for (const path of globSync(join(data, 'buckets/*roots1/objects/*.json')))
          if (readFileSync(path, 'utf8').includes('05-01')) unlinkSync(path)
      },
      ['2018-05-01 · 全文'],
      ['2018年5月1日没有每日摘要：已被删去，2018年5月2日的摘要接在其后'],
    ],
    [
      'the newest daily root that is gone, by the day on which the county stood still',
      (data) => {
        for (const path of globSync(join(data, 'buckets/*roots1/objects/*.json')))
          if (readFileSync(path, 'utf8').includes('05-02')) unlinkSync(path)
      },
      ['2018-05-02 · 全文'],
      ['2018年5月2日没有每日摘要：当天没有生成，或者后来被删去'],
    ],
    [
      'all daily roots that are gone',
      (data) => {
        for (const path of globSync(join(data, 'buckets/*roots1/objects/*.json'))) unlinkSync(path)
      },
      ['2018-05-01 · 全文'],
      ['2018年5月1日至2018年5月2日没有每日摘要'],
    ],
    [
      'two daily roots that were swapped',
      (data) => {
        const [first, second] = ['2018-05-01', '2018-05-02'].map((day) => textOf(data, 'roots', `roots/${day}.json`))
        place(data, 'roots', 'roots/2018-05-01.json', second!)
        place(data, 'roots', 'roots/2018-05-02.json', first!)
      },
      ['2018-05-01 · date', '2018-05-02 · date'],
      ['roots/2018-05-01.json写的是2018年5月2日，是那一天的重复，或与之对调了'],
    ],
    [
      'a daily root that was doubled',
      (data) => place(data, 'roots', 'roots/2018-05-03.json', textOf(data, 'roots', 'roots/2018-05-02.json')),
      ['2018-05-03 · date'],
      ['roots/2018-05-03.json写的是2018年5月2日'],
    ],
    [
      'a daily root that was cut',
      (data) => {
        const text = textOf(data, 'roots', 'roots/2018-05-02.json')
        place(data, 'roots', 'roots/2018-05-02.json', text.slice(0, text.length / 2))
      },
      ['2018-05-02 · 全文'],
      ['roots/2018-05-02.json不合格式（全文），被改过或已损坏'],
    ],
    [
      'an edited daily root',
      (data) => {
        const root = JSON.parse(textOf(data, 'roots', 'roots/2018-05-02.json'))
        place(data, 'roots', 'roots/2018-05-02.json', JSON.stringify({ ...root, heads: root.heads.slice(1) }))
      },
      ['2018-05-02 · heads'],
      ['2018年5月2日的每日摘要与其所列内容不符（heads）'],
    ],
    [
      'two rows that were swapped',
      inTables(async (ask) => {
        const [one, other] = [UNIT, 'unit/caogou'].map((stream) => get(ask, VIEWS, { stream }))
        await put(ask, VIEWS, { ...(await other), stream: UNIT, number: 2 })
        await put(ask, VIEWS, { ...(await one), stream: 'unit/caogou', number: 1 })
      }),
      ['unit/caogou · 第1次', `${UNIT} · 第2次`].flatMap((of) =>
        ['order', 'unit', 'name', 'names[0].name', 'names[1]'].map((field) => `${of}提交 · ${field}`),
      ),
      ['列表这一行的unit与记录不符'],
    ],
    [
      'a row that was cut',
      inTables(async (ask) => {
        const { unit: _, ...row } = await get(ask, VIEWS, { stream: UNIT })
        await put(ask, VIEWS, row)
      }),
      [`${UNIT} · 第2次提交 · unit`],
      ['现为（没有这一项）'],
    ],
    [
      'a file that was cut, or stands for another',
      (data) => place(data, 'evidence', EVIDENCE, '%PDF-1.7'),
      [`${EVIDENCE} · 第2次提交 · size`],
      ['现为8字节，正文被改过'],
    ],
    [
      'a kept text that was cut',
      (data) => place(data, 'contents', CONTENT, textOf(data, 'contents', CONTENT).slice(0, 20)),
      [`${CASE} · 第2次提交 · events[0].content → 内容`],
      ['所指的内容', '被改过'],
    ],
    [
      'an edited kept text',
      (data) => place(data, 'contents', CONTENT, '{"reason":"另一个理由","creationPlan":[]}'),
      [`${CASE} · 第2次提交 · events[0].content → 内容`],
      ['所指的内容', '被改过'],
    ],
    [
      'a kept text that was doubled under a name of its own',
      (data) => place(data, 'contents', 'a'.repeat(64), textOf(data, 'contents', CONTENT)),
      ['内容'],
      [`内容${'a'.repeat(64)}与其摘要不符`],
    ],
    [
      'a doubled commit in the place of another',
      inTables(async (ask) =>
        put(ask, LEDGER, { ...(await get(ask, LEDGER, { stream: CASE, number: 4 })), number: 3 }),
      ),
      [`${CASE} · 第3次提交 · number`, `${CASE} · 第4次提交 · previous`],
      ['第3次提交是第4次提交的重复'],
    ],
    [
      'a public page that says something else',
      flipped('site', 'public/index.html', (bytes) => bytes.indexOf('<title>') + 8),
      ['public/index.html'],
      ['公开页面public/index.html与记录应有的不同，被改过'],
    ],
    [
      'a public page that is gone, and one that nothing published',
      (data) => {
        for (const path of globSync(join(data, 'buckets/*site1/objects/*.json')))
          if (readFileSync(path, 'utf8').includes('register.html')) unlinkSync(path)
        place(data, 'site', 'public/notices/2018-2/9.html', '<p>公示</p>')
      },
      ['public/notices/2018-2/9.html', 'public/register.html'],
      ['9.html没有任何记录会发布它', 'register.html不见了'],
    ],
    [
      'an entry of a bucket that cannot be read',
      (data) => writeFileSync(globSync(join(data, 'buckets/*evidence1/objects/*.json'))[0]!, '{"key":'),
      ['key', `${EVIDENCE} · 第2次提交 · 正文`],
      ['存储桶evidence的登记'],
    ],
  ])('%s', async (_what, damage, places, sentences) => {
    const { code, said } = await verified(await damaged(damage))
    expect(placesIn(said)).toEqual(places)
    for (const sentence of sentences) expect(said).toContain(sentence)
    expect(said).toContain(`共${places.length}处不符`)
    expect(said).not.toMatch(/0557-123456|(?<!p-)王经办|李经办/)
    expect(code).toBe(1)
  })

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
        const { events, command, by } = await get(ask, LEDGER, { stream: 'batch/2018-2', number: 1 })
        const procedure = { ...events[0].terms.procedure, version: 99 }
        const called = callEvents({ ...events[0].terms, procedure }, events[0].at)
        const made = new Head('batch/2018-3', []).next(saidAt(called, LATE), command, by, new Date(LATE))
        await put(ask, LEDGER, made)
        await put(ask, VIEWS, rowOf('batch/2018-3', [made])!)
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
    expect(said).toContain('、0个公开页面。\n5个公开页面可能正在随刚才的办理更新，没有核对')
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
        '中的批次2018-2：3个记录流、8次提交、2份每日摘要、3行列表、1份材料、1份内容、1处个人信息。',
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
