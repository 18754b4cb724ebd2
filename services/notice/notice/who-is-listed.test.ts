import { expect, it } from 'vitest'
import { setLineAside } from '#case/list-act.ts'
import { execute } from '#ledger/ledger.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { AT, countyAtNotice } from '../fixtures/county-at-notice.ts'

/** What the conductor does with a line of the first notice that the case could not take. */
async function published(waits: boolean) {
  const county = await countyAtNotice()
  await county.list(['dazhuang'])
  const { head } = await county.ledger.read('notice/2018-2/1')
  await execute(county.ledger, noticeKind, {
    ...{ stream: 'notice/2018-2/1', command: 'set aside', by: 'procedure' },
    decide: setLineAside({ case: 'dazhuang', number: head.number, reason: '有一票否决待确认', waits }, AT),
  })
  return county
}

it('a case whose line was set aside may be listed again', async () => {
  const county = await published(false)
  expect(await county.prepare(['dazhuang'])).toMatchObject({ status: 200, body: { n: 2 } })
})
it('not one whose line waits: it still takes a line of that notice', async () => {
  const county = await published(true)
  expect((await county.prepare(['dazhuang'])).body).toMatchObject({ fields: { 'cases.0': '已列入第1期公示' } })
})
