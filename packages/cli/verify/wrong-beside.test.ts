import { appendFileSync, globSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { BACK, type Damage, expectNamed, flipped, get, inTables, sealed, textOf, withStore } from './fixtures/damage.ts'
import {
  CASE,
  CONTENT,
  EVIDENCE,
  FILE_SHA,
  LEDGER,
  PERSONS,
  place,
  put,
  take,
  UNIT,
  VIEWS,
} from './fixtures/small-store.ts'

withStore()

it.each<Damage>([
  [
    'personal data that no commit names',
    inTables((ask) => put(ask, PERSONS, { id: 'contact/zz', kind: 'contact', data: { phone: '1' }, salt: 'ab' })),
    ['id'],
    ['个人信息（contact/zz）没有任何记录用到'],
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
      'retention/2018-05-01 · 第2次提交 · events[0].type',
    ],
    ['只剩“已删除”的标记，而记录中没有删除的记载', '由同一个人拟制和批准'],
  ],
  [
    'a flipped bit in a row',
    inTables(async (ask) => put(ask, VIEWS, { ...(await get(ask, VIEWS, { stream: UNIT })), name: '大庄锇人民政府' })),
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
    [`${CASE} · 第2次提交 · events[0].content → values.creationPlan[0]`],
    ['所指的内容', '被改过，改在values.creationPlan[0]'],
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
])('finds and names %s', async (_what, ...damage) => expectNamed(...damage))
