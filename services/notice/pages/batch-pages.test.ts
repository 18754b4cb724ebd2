/** The public page of a call that was amended or whose batch is cancelled. */
import { expect, it } from 'vitest'
import { countyAtNotice } from '../fixtures/county-at-notice.ts'

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

it('is not there while nothing has changed, nor while a change is prepared only', async () => {
  const { by: _, preparedBy, preparedAt, ...rest } = amended
  const county = await began({ ...rest, type: 'amendmentPrepared', by: 'officer' })
  expect(county.page()).toBeUndefined()
  expect(county.page('public/index.html')).not.toContain('变更')
})

it('says old and new, why, who and when, and stands in the index', async () => {
  const county = await began({ ...amended, number: '泗法办〔2018〕3号' })
  const page = county.page() ?? ''
  expect(page).toContain('<dd>2018年5月31日24时<br><small>原为2018年5月15日24时</small></dd>')
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

it('of a trial is marked and stands in no index', async () => {
  const county = await countyAtNotice({ given: { trial: true } })
  const { head } = await county.ledger.read('batch/2018-2')
  await county.ledger.append(head, [cancelled], 'cancel', 'office-head')
  await county.publish('batch/2018-2')
  expect(county.site.pages.get(KEY)).toContain('【演练】')
  expect(county.site.pages.get('public/index.html')).not.toContain('批次')
})
