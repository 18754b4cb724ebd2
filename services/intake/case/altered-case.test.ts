import { expect, it } from 'vitest'
import { ContentAltered } from '#ledger/contents.ts'
import { alteredLedger } from '#ledger/fixtures/altered-ledger.ts'
import { intakeCounty } from '../fixtures/intake-county.ts'

it('shows of a case that was altered only that it was, takes no command for it, and deals with all others', async () => {
  let is = false
  const county = await intakeCounty((stores) => ({
    ...stores,
    ledger: alteredLedger(stores.ledger, 'case/2018-2/dazhuang', () => is),
  }))
  await county.call()
  await county.submitted()
  const before = (await county.ledger.read('case/2018-2/dazhuang')).commits
  is = true
  const page = await county.get('officer', 'cases/2018-2/dazhuang')
  const judged = { outcome: 'accepted', reason: '符合条件。', visit: 2 }
  const click = await county.click('officer2', 'dazhuang/steps/review/decide', judged, 'a-click-of-review')
  for (const { status, refusal } of [page, click])
    expect([status, refusal()]).toEqual([
      409,
      {
        code: 'altered',
        error:
          '这里的记录可能被改动过或已损坏，暂停查看和办理；请把这句话告知系统管理员：记录流“case/2018-2/dazhuang”的第1次提交校验不通过：内容与摘要不符；请停止写入并与备份核对。',
      },
    ])
  expect((await county.ledger.read('case/2018-2/dazhuang')).commits).toEqual(before)
  expect(county.lines).toContainEqual(expect.objectContaining({ fault: 'ChainBroken' }))
  expect(county.lines).toContainEqual(expect.objectContaining({ RecordsAltered: 1 }))
  is = false
  expect((await county.get('officer', 'cases/2018-2/dazhuang')).status).toBe(200)
  expect((await county.click('officer2', 'dazhuang/steps/review/decide', judged, 'a-click-of-review')).status).toBe(200)
})

it('shows no form whose kept text was altered, and says so as it says of a commit', async () => {
  let is = false
  const county = await intakeCounty((stores) => ({
    ...stores,
    contents: {
      ...stores.contents,
      get: async (sha256: string) => (is ? Promise.reject(new ContentAltered(sha256)) : stores.contents.get(sha256)),
    },
  }))
  await county.call()
  await county.submitted()
  is = true
  const page = await county.get('officer', 'cases/2018-2/dazhuang')
  expect([page.status, page.refusal().code]).toEqual([409, 'altered'])
  expect(page.refusal().error).toContain('的内容与其摘要不符，不能使用')
})
