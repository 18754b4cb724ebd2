/** The public page of a call, also once it was amended or its batch is cancelled. */
import { expect, it } from 'vitest'
import { countyAtNotice, terms, write } from '../fixtures/county-at-notice.ts'

const KEY = 'public/batches/2018-2.html'
const dates = { application: { from: { lastDay: '2018-05-15' }, to: { lastDay: '2018-05-31' } } }
const approved = { v: 1, by: 'office-head', preparedBy: 'officer', preparedAt: '2018-05-10T01:00:00.000Z' }
const amended = { type: 'amended', ...approved, at: '2018-05-11T01:00:00.000Z', dates, reason: '遭遇<汛情>。' }
const cancelled = { type: 'batchCancelled', ...approved, at: '2018-06-12T01:00:00.000Z', reason: '上级暂停。' }
const began = async (...events: object[]) => {
  const county = await countyAtNotice()
  const news = async (...more: object[]) => {
    for (const event of more) {
      const { head } = await county.ledger.read('batch/2018-2')
      await county.ledger.append(head, [event], `write ${head.number}`, 'office-head')
    }
    await county.publish('batch/2018-2')
  }
  await news(...events)
  return { ...county, news, page: (key = KEY) => county.site.pages.get(key) }
}

it('says what the call says, in the index too, and nothing of a change that is prepared only', async () => {
  const { by: _, preparedBy, preparedAt, ...rest } = amended
  const county = await began({ ...rest, type: 'amendmentPrepared', by: 'officer' })
  const page = county.page() ?? ''
  for (const part of [
    '<dt>创建申请截止</dt>\n<dd>2018年5月15日24时<br><small>2018年5月16日0时起为逾期</small></dd>',
    '<dd>7个自然日，发布当日计为第一天，节假日计入',
    '<dd>收到异议之日起15日内答复</dd>',
    '<p class="sign">泗县人民政府法制办公室<br>2018年6月11日</p>',
  ])
    expect(page).toContain(part)
  expect(page).not.toMatch(/变更|签署/)
  const index = county.page('public/index.html') ?? ''
  expect(index).toContain('href="/public/batches/2018-2.html"')
  expect(index).not.toContain('变更')
})

it('stays under 14 KB with all that a call may say, and counts what would be too long', async () => {
  const items = Array.from({ length: 40 }, (_, i) => ({
    id: `i-${i}`,
    title: '把依法行政工作列入重要议事日程'.repeat(4),
  }))
  const list = { catalogue: 'c', version: 1, digest: 'd'.repeat(64), items }
  const county = await countyAtNotice({
    given: {
      document: { number: '泗政办秘〔2018〕22号', organ: '泗县人民政府办公室', date: '2018-06-08' },
      approval: { ...terms.approval, allows: '同意'.repeat(150), scan: 'f'.repeat(64) },
      ...{
        scope: '范围'.repeat(150),
        text: '通知'.repeat(750),
        papers: Array.from({ length: 10 }, () => '附件'.repeat(25)),
      },
      ...{ conditions: list, vetoes: { ...list, items: items.slice(0, 6) } },
      contact: { phone: '0557-0000000', address: '泗县演示路1号'.repeat(10), email: 'fzb@sixian.example' },
    },
  })
  await county.publish('batch/2018-2')
  const page = county.site.pages.get(KEY) ?? ''
  expect(Buffer.byteLength(page)).toBeLessThan(14 * 1024)
  expect(page).toContain('<p class="mid">泗政办秘〔2018〕22号</p>')
  expect(page).toContain('<p class="sign">泗县人民政府办公室<br>2018年6月8日</p>')
  expect(page).toContain('共40项。')
  expect(page).not.toContain('ffff')
})

it('is not there, nor in the index, while it is prepared only', async () => {
  const county = await countyAtNotice()
  await write(county.ledger, 'batch/2018-3', { type: 'callPrepared', terms: { ...terms, title: '第三批' } })
  await county.publish('batch/2018-3')
  expect([...county.site.pages.keys()].toSorted()).toEqual([
    'public/index.html',
    'public/index.json',
    'public/register.atom',
    'public/register.html',
    'public/register.json',
  ])
  expect(county.site.pages.get('public/index.html')).not.toContain('第三批')
})

it('says old and new, why, who and when, and stands in the index', async () => {
  const county = await began({ ...amended, number: '泗法办〔2018〕3号' })
  const page = county.page() ?? ''
  expect(page).toContain('<dd>2018年5月31日24时<br><small>2018年6月1日0时起为逾期，原为2018年5月15日24时</small></dd>')
  expect(page).toContain('“创建申请”的截止时间由2018年5月15日24时改为<strong>2018年5月31日24时</strong>')
  expect(page).toContain('理由：遭遇&lt;汛情&gt;。')
  expect(page).toContain('泗法办〔2018〕3号<br>泗县人民政府法制办公室<br>2018年5月11日')
  expect(page).not.toContain('officer')
  expect(county.page('public/index.html')).toContain('href="/public/batches/2018-2.html"')
  // Twice, and out of order, it is the same.
  await county.publish('batch/2018-2')
  expect(county.page()).toBe(page)
})

it('says that the batch is cancelled, and so does its running notice, which takes no more objections', async () => {
  const county = await began(amended)
  await county.list()
  await county.publish('notice/2018-2/1')
  const notice = 'public/notices/2018-2/1.html'
  expect(county.page(notice)).toContain('在线提出异议')
  await county.news(cancelled)
  expect(county.page()).toContain('本批次已经取消，不再办理。理由：上级暂停。')
  expect(county.page('public/index.html')).toContain('（批次已取消）')
  expect(county.page(notice)).toContain('本批次已经取消，本次公示随之终止')
  expect(county.page(notice)).not.toContain('在线提出异议')
  const form = await county.browse({ path: '/objections/2018-2/1' })
  expect(form.text).toContain('已随批次取消而终止，不再接收异议')
})

it('has a file for calendars beside it, which follows what becomes of the dates', async () => {
  const county = await began()
  const file = () => county.page('public/batches/2018-2.ics') ?? ''
  expect(county.page()).toContain('<a href="/public/batches/2018-2.ics">')
  expect(file()).toContain('DTSTART;VALUE=DATE:20180515\r\n')
  await county.news(amended)
  expect(file()).toContain('SEQUENCE:1\r\nDTSTART;VALUE=DATE:20180531\r\n')
  await county.news(cancelled)
  // Its day had passed by then.
  expect(file()).toContain('STATUS:CONFIRMED')
  expect((await began({ ...cancelled, at: '2018-05-12T01:00:00.000Z' })).page('public/batches/2018-2.ics')).toContain(
    'SEQUENCE:1\r\nDTSTART;VALUE=DATE:20180515\r\n',
  )
})

it('of a trial is marked and stands in no index', async () => {
  const county = await countyAtNotice({ given: { trial: true } })
  const { head } = await county.ledger.read('batch/2018-2')
  await county.ledger.append(head, [cancelled], 'cancel', 'office-head')
  await county.publish('batch/2018-2')
  expect(county.site.pages.get(KEY)).toContain('【演练】')
  expect(county.site.pages.get('public/batches/2018-2.ics')).toContain('X-WR-CALNAME:【演练】')
  expect(county.site.pages.get('public/index.html')).not.toContain('第二批')
})
