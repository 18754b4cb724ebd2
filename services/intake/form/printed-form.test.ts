/** What the API says of a form's paper: its title and rows, its boxes with the county's organs, its version and its day. */
import { beforeEach, expect, it } from 'vitest'
import { type County, complete, FORM, intakeCounty } from '../fixtures/intake-county.ts'

let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call()
})
const form = async (who = 'dazhuang-clerk') => (await county.get(who, 'cases/2018-2/dazhuang')).page().form

it('has the document’s rows and the batch’s name before anything was filled in, those about a person for whoever looks', async () => {
  const printed = (await form())?.printed
  expect(printed).toMatchObject({
    ...{ annex: '附件2', sealed: '申请单位', dated: '申请时间', unit: '单位名称' },
    title: ['第二批示范单位创建', '依法行政示范单位创建申请表'],
    notes: { reason: '另附创建方案和工作计划等有关材料' },
    source: '泗政办秘〔2018〕22号 附件2',
  })
  await county.submitted()
  const ofOfficer = await form('officer')
  expect(ofOfficer?.printed.rows).toEqual(printed?.rows)
  expect(printed?.rows[0]).toEqual([
    { name: 'contact', label: '联系人' },
    { name: 'phone', label: '联系电话' },
  ])
  expect(ofOfficer?.fields.map(({ name }) => name)).not.toContain('contact')
})

it('calls a box that the county fills by the name of its organ', async () => {
  expect((await form())?.signOffs.map(({ printed }) => printed)).toEqual([
    '本单位法制机构意见',
    '单位主要负责人意见',
    '泗县人民政府法制办公室意见',
  ])
})

it('says when it was saved, and the day on which it was handed in until it goes back', async () => {
  await county.click('dazhuang-clerk', 'dazhuang/open')
  expect(await form()).not.toHaveProperty('savedAt')
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, complete)
  expect(await form()).toMatchObject({ savedAt: county.clock.at })
  expect(await form()).not.toHaveProperty('handedIn')
  await county.submitted()
  expect(await form()).toMatchObject({ handedIn: '2018-05-10' })
  const returned = { outcome: 'returned', reason: '理由不足', reopens: ['reason'] }
  await county.click('officer', 'dazhuang/steps/review/decide', returned)
  expect(await form()).not.toHaveProperty('handedIn')
})
