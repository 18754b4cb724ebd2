import { beforeEach, describe, expect, it } from 'vitest'
import type { Ledger } from '#ledger/ledger.ts'
import { memoryContents } from '#ledger/memory-contents.ts'
import type { Rows } from '#rows/rows.ts'
import { countyAtNotice, DIGEST, organs, WHOLE, write } from '../fixtures/county-at-notice.ts'
import { takeLines } from '../fixtures/take-lines.ts'
import { publishPages } from './publish-pages.ts'
import type { SitePages } from './site-pages.ts'

const AFTER = '2018-06-17T16:02:00.000Z'
let county: Awaited<ReturnType<typeof countyAtNotice>>
beforeEach(async () => {
  county = await countyAtNotice({ units: { dazhuang: '大庄镇', caogou: '<草沟镇>' } })
})

/** The cases take what the act gives them, of which the pages hear. */
const take = async (stream: string, ...units: string[]) => {
  await takeLines(county.ledger, stream)
  for (const unit of units) await county.publish(`case/2018-2/${unit}`)
}
const MEETING = 'resolution/2018-2/executiveMeeting'
const resolved = (lines: object[], more: object = {}) => ({
  type: 'resolved',
  batch: '2018-2',
  step: 'executiveMeeting',
  trial: false,
  meeting: '县政府第20次常务会议',
  number: '泗政纪〔2018〕20号',
  date: '2018-07-02',
  minutes: DIGEST,
  attendance: DIGEST,
  how: { kind: 'discussion' },
  lines,
  ...more,
})
const conferred = (unit: string, on = '2018-07-02', stream = 'resolution/2018-2/executiveMeeting') => ({
  type: 'conferred',
  unit,
  batch: '2018-2',
  on,
  act: { stream, number: 1 },
})

describe('a notice’s page', () => {
  it('says who, from when to when, where, and how to object', async () => {
    await county.list()
    await county.publish('notice/2018-2/1')
    const page = county.site.pages.get('public/notices/2018-2/1.html') ?? ''
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain('<li>&lt;草沟镇&gt;</li>')
    expect(page).toContain('2018年6月11日至2018年6月17日24时，共7个自然日')
    expect(page).toContain('县政府网站公告栏')
    expect(page).toContain('href="/objections/2018-2/1"')
    expect(page).toContain('泗县人民政府法制办公室')
    expect(page).not.toMatch(/<script|https?:/)
    expect(page).not.toContain('演练')
  })

  it('is true before its end and after it, while nobody has closed it', async () => {
    await county.list()
    for (const stream of ['notice/2018-2/1', 'batch/2018-2']) await county.publish(stream)
    const page = county.site.pages.get('public/notices/2018-2/1.html') ?? ''
    expect(page).toContain('公示期到2018年6月17日24时为止。在此以前，任何单位和个人')
    expect(page).toContain('在此以后不再接收异议，公示结果将登载在本页')
    expect(page).toContain('在线提出异议（2018年6月17日24时截止）')
    const index = county.site.pages.get('public/index.html') ?? ''
    expect(index).toContain('尚未公布结果的公示')
    expect(index).toContain('公示期满后不再接收异议')
    expect(index).not.toMatch(/尚未结束|正在公示/)
  })

  it('is not there, nor in the index, while it is prepared only', async () => {
    await county.prepare()
    for (const stream of ['notice/2018-2/1', 'batch/2018-2']) await county.publish(stream)
    expect([...county.site.pages.keys()].toSorted()).toEqual([
      'public/batches/2018-2.html',
      'public/batches/2018-2.ics',
      'public/index.html',
      'public/index.json',
      'public/register.atom',
      'public/register.html',
      'public/register.json',
    ])
    expect(county.site.pages.get('public/index.html')).not.toContain('拟命名单位公示')
    for (const path of ['/objections/2018-2/1', '/public/notices/2018-2/1.html'])
      expect((await county.browse({ path })).status).toBe(404)
  })

  it('is the same bytes for the same ledger', async () => {
    await county.list()
    const first = new Map(await county.publishAll())
    expect(await county.publishAll()).toEqual(first)
    expect([...first.keys()].toSorted()).toEqual([
      'public/batches/2018-2.html',
      'public/batches/2018-2.ics',
      'public/index.html',
      'public/index.json',
      'public/notices/2018-2/1.html',
      'public/register.atom',
      'public/register.html',
      'public/register.json',
    ])
  })

  it('says what came of it, and takes no more objections', async () => {
    await county.list()
    await write(county.ledger, 'notice/2018-2/1', {
      type: 'setAside',
      case: 'dazhuang',
      number: 1,
      reason: '内部说明',
    })
    await county.close(AFTER)
    await county.publish('notice/2018-2/1')
    // Its case has not taken the line yet.
    expect(county.site.pages.get('public/notices/2018-2/1.html')).toContain('&lt;草沟镇&gt;（结果另行公布）')
    await take('notice/2018-2/1', 'caogou')
    const page = county.site.pages.get('public/notices/2018-2/1.html') ?? ''
    expect(page).toContain('大庄镇（公示期间已另行办结）')
    expect(page).toContain('&lt;草沟镇&gt;（无异议）')
    expect(page).toContain('本次公示已经结束')
    expect(page).not.toContain('/objections/2018-2/1"')
    expect(page).not.toContain('内部说明')
    expect(county.site.pages.get('public/index.html')).toContain('<h2>已结束的公示</h2>')
  })

  it('keeps the names of the day it was published', async () => {
    await county.list()
    await write(county.ledger, 'unit/dazhuang', {
      ...{ type: 'registered', unit: 'dazhuang', name: '新名镇', kind: 'town', inScope: true },
      at: '2018-08-01T00:00:00.000Z',
    })
    await county.publish('notice/2018-2/1')
    expect(county.site.pages.get('public/notices/2018-2/1.html')).toContain('大庄镇')
  })

  it('of a trial is marked, and stands in no index', async () => {
    county = await countyAtNotice({ given: { trial: true } })
    await county.list()
    await county.publishAll()
    const page = county.site.pages.get('public/notices/2018-2/1.html') ?? ''
    expect(page).toContain('<strong>演练</strong>')
    expect(page).toContain('noindex')
    expect(county.site.pages.get('public/index.html')).not.toContain('拟命名单位公示')
  })

  it('stays under 14 KB with sixty units of long names', async () => {
    const units = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`unit-${i}`, `泗县城市管理行政执法局第${i}综合执法大队筹备办公室`]),
    )
    county = await countyAtNotice({ units })
    await county.list()
    await write(county.ledger, MEETING, resolved(Object.keys(units).map((unit) => ({ case: unit, outcome: 'named' }))))
    await take(MEETING)
    for (const unit of Object.keys(units)) await write(county.ledger, `title/${unit}/2018-2`, conferred(unit))
    const pages = await county.publishAll()
    // Seven, the register for programs and who follows it, and a page for each title.
    expect(pages.size).toBe(7 + 2 + 60)
    for (const [key, page] of pages)
      if (key.endsWith('.html')) expect([key, Buffer.byteLength(page) < 14 * 1024]).toEqual([key, true])
  })
})

describe('the decision’s page', () => {
  const PAGE = 'public/decisions/2018-2.html'
  const VETO = { type: 'vetoRaised', item: 'fatal', source: '来函' }
  it('names the units and cites the meeting as one, whose minutes and day are no document’s; nobody else', async () => {
    await write(
      county.ledger,
      MEETING,
      resolved([
        { case: 'dazhuang', outcome: 'named' },
        { case: 'caogou', outcome: 'deferred', reason: '另行研究' },
      ]),
    )
    await county.publish(MEETING)
    expect(county.site.pages.size).toBe(0)
    await take(MEETING, 'dazhuang', 'caogou')
    const page = county.site.pages.get('public/decisions/2018-2.html') ?? ''
    for (const words of ['大庄镇', '县政府第20次常务会议', '泗政纪〔2018〕20号', '2018年7月2日', '下列1个单位'])
      expect(page).toContain(words)
    expect(page).not.toMatch(/草沟镇|另行研究/)
    expect(page).toContain('依据：2018年7月2日县政府第20次常务会议的决定，会议纪要编号：泗政纪〔2018〕20号。')
    expect(page).toContain('<p class="sign">泗县人民政府</p>')
    expect(page).not.toContain('决定</h1>')
    expect(county.site.pages.get('public/index.html')).toContain('/public/decisions/2018-2.html')
  })

  it('says that a unit was named by a line that was corrected since', async () => {
    const named = { case: 'dazhuang', outcome: 'named' }
    await write(county.ledger, MEETING, resolved([named, { case: 'caogou', outcome: 'refused', reason: '漏选' }]))
    const line = { type: 'lineCorrected', number: 1, case: 'caogou', outcome: 'named', reason: '登记时选错了。' }
    const drafted = { inMinutes: '第三项：同意命名。', draftedBy: 'p-1', drafted: 'c'.repeat(64) }
    await write(county.ledger, MEETING, { ...line, ...drafted, by: 'p-2' })
    await take(MEETING, 'dazhuang', 'caogou')
    const page = county.site.pages.get(PAGE) ?? ''
    expect(page.match(/下列1个单位/g)).toHaveLength(2)
    expect(page).toMatch(/草沟镇[\s\S]*更正：2018年\d+月\d+日按会议纪要更正登记后列入。/)
    expect(page).not.toMatch(/漏选|登记时选错了/)
  })

  it('is not made when nobody was to be named', async () => {
    await write(county.ledger, MEETING, resolved([{ case: 'dazhuang', outcome: 'deferred' }]))
    await take(MEETING)
    await county.publishAll()
    expect(county.site.pages.has(PAGE)).toBe(false)
  })

  it('never names a unit with a pending veto: not before its line is set aside, not after, but once it is decided again', async () => {
    const both = [
      { case: 'dazhuang', outcome: 'named' },
      { case: 'caogou', outcome: 'named' },
    ]
    await write(county.ledger, 'case/2018-2/dazhuang', VETO)
    await write(county.ledger, MEETING, resolved(both))
    await county.publishAll()
    expect(county.site.pages.has(PAGE)).toBe(false)
    expect(county.site.pages.get('public/index.html')).not.toContain('/public/decisions/')
    const aside = { type: 'setAside', case: 'dazhuang', number: 1, reason: '有一票否决待确认', waits: true }
    await write(county.ledger, MEETING, aside)
    await take(MEETING, 'dazhuang', 'caogou')
    expect(county.site.pages.get(PAGE)).toContain('下列1个单位')
    expect(county.site.pages.get(PAGE)).not.toContain('大庄镇')
    await write(county.ledger, 'case/2018-2/dazhuang', { type: 'vetoDismissed', reason: '查无此事' })
    const again = resolved([{ case: 'dazhuang', outcome: 'named' }], { number: '泗政纪〔2018〕21号' })
    await write(county.ledger, MEETING, again)
    await county.publish(MEETING)
    expect(county.site.pages.get(PAGE)).not.toMatch(/大庄镇|21号/)
    await take(MEETING, 'dazhuang')
    expect(county.site.pages.get(PAGE)).toMatch(/草沟镇.*泗政纪〔2018〕20号.*大庄镇.*泗政纪〔2018〕21号/s)
  })
})

describe('the page of a document', () => {
  const STREAM = 'decision/2018-2/1'
  const content = {
    ...{ batch: '2018-2', step: 'naming', trial: false, title: '关于命名第二批示范单位的决定' },
    ...{ number: '泗政〔2018〕30号', date: '2018-12-28', text: '各乡镇人民政府：\n现决定命名下列单位。' },
    lines: [
      { case: 'dazhuang', outcome: 'named' },
      { case: 'caogou', outcome: 'named' },
    ],
  }
  const published = { type: 'published', preparedBy: 'officer', ...content }
  const ADDRESS = 'public/decisions/2018-2/1.html'
  beforeEach(async () => {
    county = await countyAtNotice({ units: { dazhuang: '大庄镇', caogou: '<草沟镇>' }, given: WHOLE })
  })

  it('has its own title, number, day and words, and the units that could be named', async () => {
    await write(county.ledger, STREAM, { type: 'prepared', ...content }, published)
    await write(county.ledger, STREAM, { type: 'setAside', case: 'caogou', number: 2, reason: '内部说明' })
    await county.publish(STREAM)
    expect(county.site.pages.has(ADDRESS)).toBe(false)
    await take(STREAM, 'dazhuang', 'caogou')
    const page = county.site.pages.get(ADDRESS) ?? ''
    for (const words of [
      '关于命名第二批示范单位的决定',
      '泗政〔2018〕30号',
      '2018年12月28日',
      '<p>现决定命名下列单位。</p>',
      '<p>命名的单位，共1个：</p>',
    ])
      expect(page).toContain(words)
    expect(page).toContain('<li>大庄镇</li>')
    expect(page).toContain('泗县人民政府')
    expect(page).not.toMatch(/草沟镇|内部说明|<script/)
    expect(county.site.pages.get('public/index.html')).toContain(
      `<a href="/${ADDRESS}">关于命名第二批示范单位的决定</a>`,
    )
  })

  it('says where it commends as well', async () => {
    await write(
      county.ledger,
      STREAM,
      { type: 'prepared', ...content, commends: true },
      { ...published, commends: true },
    )
    await take(STREAM, 'dazhuang', 'caogou')
    expect(county.site.pages.get(ADDRESS)).toContain('<p>命名并予以表彰的单位，共2个：</p>')
  })

  it('is not there before the document is published, nor when all its units were set aside', async () => {
    await write(county.ledger, STREAM, { type: 'prepared', ...content })
    await county.publishAll()
    expect(county.site.pages.has(ADDRESS)).toBe(false)
    expect(county.site.pages.get('public/index.html')).not.toContain('关于命名第二批')
    const aside = (name: string) => ({ type: 'setAside', case: name, number: 2, reason: '已退出' })
    await write(county.ledger, STREAM, published, aside('dazhuang'), aside('caogou'))
    await take(STREAM)
    await county.publishAll()
    expect(county.site.pages.has(ADDRESS)).toBe(false)
    expect(county.site.pages.get('public/index.html')).not.toContain(ADDRESS)
  })

  it('is the only one where a document names: the meetings before it have none', async () => {
    await write(county.ledger, MEETING, resolved([{ case: 'dazhuang', outcome: 'named' }]))
    await take(MEETING)
    await county.publishAll()
    expect([...county.site.pages.keys()].toSorted()).toEqual([
      'public/batches/2018-2.html',
      'public/batches/2018-2.ics',
      'public/index.html',
      'public/index.json',
      'public/register.atom',
      'public/register.html',
      'public/register.json',
    ])
    await write(county.ledger, STREAM, published)
    await write(county.ledger, 'title/dazhuang/2018-2', conferred('dazhuang', '2018-12-28', STREAM))
    await county.publishAll()
    expect(county.site.pages.get('public/register.html')).toContain(`2018年12月28日<a href="/${ADDRESS}">命名</a>`)
  })
})

describe('the register', () => {
  it('lists who was named, the latest first, with the news although its row lags', async () => {
    await write(county.ledger, 'title/dazhuang/2018-2', conferred('dazhuang'))
    await write(county.ledger, 'title/caogou/2018-2', conferred('caogou', '2018-08-01'))
    await county.publish('title/caogou/2018-2')
    const page = county.site.pages.get('public/register.html') ?? ''
    expect(page).toContain('共2个单位')
    expect(page.indexOf('草沟镇')).toBeLessThan(page.indexOf('大庄镇'))
    expect(page).toContain('2018年7月2日<a href="/public/decisions/2018-2.html">命名</a>')
  })

  it('asks the ledger for the one title that is the news, however many there are', async () => {
    const units = { caogou: '草沟镇', dazhuang: '大庄镇', huangwei: '黄圩镇', pingshan: '屏山镇' }
    county = await countyAtNotice({ units })
    for (const unit of Object.keys(units)) await write(county.ledger, `title/${unit}/2018-2`, conferred(unit))
    const { rows, site } = county
    const asked: string[] = []
    const read: Ledger['read'] = (stream) => {
      asked.push(stream)
      return county.ledger.read(stream)
    }
    const ledger: Ledger = { ...county.ledger, read }
    await publishPages({ ledger, rows, contents: memoryContents(), pages: site, organs })(['title/caogou/2018-2'])
    // For its own page, which is made when nobody else has written it meanwhile, and for the list.
    expect(asked.toSorted()).toEqual([...Array(3).fill('title/caogou/2018-2'), 'unit/caogou'])
    expect(site.pages.get('public/register.html')).toContain('共4个单位')
  })

  it('asks for three lists, however many hold a title', async () => {
    const asked: string[] = []
    const units = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`unit-${n}`, `单位${n}`]))
    county = await countyAtNotice({ units })
    for (const unit of Object.keys(units)) await write(county.ledger, `title/${unit}/2018-2`, conferred(unit))
    const rows = await Array.fromAsync(county.rows.list('register'))
    const named = await Array.fromAsync(county.rows.list('units'))
    const lists: Rows = {
      ...county.rows,
      async *list(name) {
        asked.push(name)
        yield* name === 'units' ? named : name === 'register' ? rows : []
      },
      async many(streams) {
        asked.push(...streams)
        return new Map()
      },
    }
    const news = 'title/unit-7/2018-2'
    await publishPages({ ledger: county.ledger, rows: lists, contents: memoryContents(), pages: county.site, organs })([
      news,
    ])
    expect(asked).toEqual(['register', 'titles-at-work', 'units'])
    expect(county.site.pages.get('public/register.html')).toContain('共120个单位')
  })

  it('is the same list whichever title of one unit and one day is the news', async () => {
    const streams = ['title/dazhuang/2018-2', 'title/dazhuang/2018-3']
    for (const [i, stream] of streams.entries())
      await write(county.ledger, stream, { ...conferred('dazhuang'), at: `2018-07-0${i + 3}T01:00:00.000Z` })
    const lists = []
    for (const stream of streams) {
      await county.publish(stream)
      lists.push(county.site.pages.get('public/register.json'))
    }
    expect(lists[1]).toBe(lists[0])
  })

  it('is there, empty, as soon as a call is open', async () => {
    await county.publish('batch/2018-2')
    expect(county.site.pages.get('public/register.html')).toContain('还没有命名的单位')
    expect(county.site.pages.get('public/index.html')).toContain('现在没有尚未公布结果的公示')
  })
})

describe('news that comes at once', () => {
  const units = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`unit-${i}`, `单位${i}`]))
  const cases = Object.keys(units).map((unit) => `case/2018-2/${unit}`)
  /** Which pages one call writes, and what it reads of the ledger. */
  const asked = async (...streams: string[]) => {
    const { rows, site, ledger } = county
    const [written, read]: [string[], string[]] = [[], []]
    const pages: SitePages = {
      ...site,
      publish: (key, make) => {
        written.push(key)
        return site.publish(key, make)
      },
    }
    const reading: Ledger['read'] = (stream) => {
      read.push(stream)
      return ledger.read(stream)
    }
    await publishPages({ ledger: { ...ledger, read: reading }, rows, contents: memoryContents(), pages, organs })(
      streams,
    )
    return { written: written.toSorted(), read }
  }

  it('writes each page once, however many cases took their line', async () => {
    county = await countyAtNotice({ units })
    await county.list()
    await county.close(AFTER)
    await takeLines(county.ledger, 'notice/2018-2/1')
    await write(county.ledger, MEETING, resolved(Object.keys(units).map((unit) => ({ case: unit, outcome: 'named' }))))
    await takeLines(county.ledger, MEETING)
    const { written } = await asked(...cases, 'notice/2018-2/1', MEETING)
    expect(written).toEqual([
      'public/decisions/2018-2.html',
      'public/index.html',
      'public/index.json',
      'public/notices/2018-2/1.html',
    ])
  })

  it('reads of other batches nothing, however many there were', async () => {
    await county.list()
    const [without] = [await asked('notice/2018-2/1'), await asked('notice/2018-2/1')].map(({ read }) => read).slice(1)
    for (let n = 1; n <= 10; n++) {
      const batch = `2017-${n}`
      for (const stream of ['batch/2018-2', 'notice/2018-2/1']) {
        const { commits } = await county.ledger.read(stream)
        const past = JSON.parse(JSON.stringify(commits.flatMap(({ events }) => events)).replaceAll('2018-2', batch))
        await write(county.ledger, stream.replace('2018-2', batch), ...past)
      }
      await county.publish(`notice/${batch}/1`)
    }
    const { read } = await asked('notice/2018-2/1')
    expect(read).toEqual(without)
    const index = county.site.pages.get('public/index.html') ?? ''
    for (const batch of ['2017-1', '2017-10', '2018-2']) expect(index).toContain(`/public/notices/${batch}/1.html`)
  })

  it('makes the index anew of all batches where nothing is kept, or in another shape', async () => {
    await county.list()
    await county.publishAll()
    const index = county.site.pages.get('public/index.html')
    await county.site.publish('public/index.json', async () => '{"shape":0,"batches":{}}')
    await county.publish('batch/2017-1')
    expect(county.site.pages.get('public/index.html')).toBe(index)
  })
})

it('does nothing for news of other streams', async () => {
  for (const stream of ['case/2018-2/dazhuang', 'objection/x', 'limit/abc', 'login/abc', 'resolution/2018-2/other'])
    await county.publish(stream)
  expect(county.site.pages.size).toBe(0)
})
