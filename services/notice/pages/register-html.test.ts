import { expect, it } from 'vitest'
import { organs } from '../fixtures/county-at-notice.ts'
import { registerAtom, registerHtml, registerJson, type TitleLine, titlesIn } from './register-html.ts'

const line = (name: string, more: Partial<TitleLine> = {}): TitleLine => ({
  ...{ name, batch: '2018-2', standing: 'held', on: '2018-12-20', code: '7F3A-91C0-22DE' },
  ...{ page: '/public/titles/7F3A-91C0-22DE.html', changedAt: '2018-12-25T01:00:00.000Z', ...more },
})

it('is the same list for programs as for people', () => {
  const titles = [
    line('大庄镇', { address: '/public/decisions/2018-2.html' }),
    line('<草沟镇>', { document: '泗政〔2016〕9号' }),
  ]
  expect(titlesIn(registerJson(titles, organs))).toEqual(titles)
  expect(titlesIn(undefined)).toEqual([])
  const page = registerHtml(titles, organs)
  expect(page).toContain('共2个单位')
  expect(page).toContain('&lt;草沟镇&gt;')
  expect(page).toContain('2018年12月20日命名（泗政〔2016〕9号）')
})
it('counts units, and titles where a unit holds several', () => {
  expect(registerHtml([line('大庄镇'), line('草沟镇'), line('大庄镇', { batch: '2016-1' })], organs)).toContain(
    '<p>共2个单位、3个称号。</p>',
  )
})
it('keeps below who holds it no more, and says of whoever was warned that they were', () => {
  const page = registerHtml(
    [line('大庄镇', { standing: 'warned' }), line('草沟镇', { standing: 'revoked', endedOn: '2019-03-18' })],
    organs,
  )
  expect(page).toContain('共1个单位')
  expect(page).toContain('<b>受到警示</b>')
  expect(page.indexOf('草沟镇')).toBeGreaterThan(page.indexOf('称号已经取消、失效的单位'))
  expect(page).toContain('<b>已取消</b>（2019年3月18日）')
})
it('is a feed whose newest change comes first', () => {
  const feed = registerAtom(
    [
      line('大庄镇'),
      line('草<沟>镇', { code: 'AAAA-BBBB-CCCC', changedAt: '2019-03-18T01:00:00.000Z', standing: 'expired' }),
    ],
    organs,
  )
  expect(feed).toContain('<updated>2019-03-18T01:00:00.000Z</updated>\n<author>')
  expect(feed.indexOf('草&lt;沟&gt;镇：已失效')).toBeLessThan(feed.indexOf('大庄镇：有效'))
  expect(registerAtom([], organs)).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
})
