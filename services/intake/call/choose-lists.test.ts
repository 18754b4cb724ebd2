import { beforeEach, describe, expect, it } from 'vitest'
import { type County, intakeCounty, terms } from '../fixtures/intake-county.ts'

let county: County
beforeEach(async () => {
  county = await intakeCounty()
})
type Terms = { conditions?: { items: unknown }; vetoes?: { items: unknown } }
const frozen = async () =>
  (await county.events('batch/2018-2')).flatMap((event) => (event as { terms?: Terms }).terms ?? [])

describe('a call that chooses its lists', () => {
  it('freezes as a veto what the list marks as one, and as a condition every other item', async () => {
    expect((await county.call()).status).toBe(200)
    expect(await frozen()).toMatchObject([
      {
        conditions: {
          ...county.conditions,
          items: [
            { id: 'conditions-1', title: '机构健全' },
            { id: 'conditions-2', title: '经费落实' },
          ],
        },
        vetoes: { ...county.vetoes, items: [{ id: 'vetoes-3', title: '行政诉讼败诉两件以上' }] },
      },
    ])
    expect((await county.call()).status).toBe(409)
    expect(await frozen()).toHaveLength(1)
  })
  it('may choose none, or for both the same', async () => {
    expect((await county.call({ conditions: undefined, vetoes: county.conditions })).status).toBe(200)
    const [terms] = await frozen()
    expect(terms?.conditions).toBeUndefined()
    expect(terms?.vetoes?.items).toEqual([{ id: 'conditions-3', title: '行政诉讼败诉两件以上' }])
  })
  it('is refused where the list holds nothing of the kind', async () => {
    const harmless = await county.published('harmless', '基本条件', ['mechanism'])
    expect((await county.call({ vetoes: harmless })).refusal()).toMatchObject({
      error: '“基本条件”中没有一票否决情形；请另选，或者不选用一票否决情形。',
      fields: { vetoes: '其中没有一票否决情形，请另选' },
    })
    const vetoesOnly = await county.published('vetoes-only', '一票否决情形', ['veto'])
    expect((await county.call({ conditions: vetoesOnly })).refusal().fields).toEqual({
      conditions: '其中没有基本条件，请另选',
    })
    expect(await frozen()).toEqual([])
  })
  it('is refused where the list was never published, at its own field', async () => {
    const answer = await county.call({ vetoes: { ...county.vetoes, version: 2 } })
    expect(answer.refusal()).toMatchObject({ code: 'incomplete', fields: { vetoes: '请选择第1版至第1版' } })
    const other = await county.call({ conditions: { ...county.conditions, catalogue: 'nonsense' } })
    expect(other.refusal()).toMatchObject({
      error: '没有发布过标识为“nonsense”的基本条件；请先发布基本条件，再发布创建通知。',
      fields: { conditions: '请选择已发布的基本条件' },
    })
    expect(await frozen()).toEqual([])
  })
})

it('a batch is numbered from 1', async () => {
  for (const batch of ['2018-0', '2018-00', '2018-02', '2018-100'])
    expect((await county.callBatch(batch, terms)).refusal().fields).toEqual({
      batch: '应为“年份-期数”，用半角数字和短横，期数从1到99，如2018-2',
    })
  expect((await county.callBatch('2018-10', terms)).status).toBe(200)
})

describe('a call’s procedure', () => {
  it('is one of the county’s', async () => {
    for (const procedure of ['creation-short@2', 'nonsense', 'constructor'])
      expect((await county.call({ procedure })).refusal()).toMatchObject({
        code: 'incomplete',
        fields: { procedure: '请选择列出的程序' },
      })
    expect(await frozen()).toEqual([])
  })
  it('says which dates and sign-offs a call has to name', async () => {
    expect((await county.call({ procedure: 'creation-2018@1' })).refusal().fields).toEqual({
      'dates.implementation': expect.stringContaining('创建实施'),
      'dates.declaration': expect.stringContaining('单位申报'),
      'signOffs.creation-declaration.unitHead': expect.stringContaining('单位主要负责人意见'),
      'scoring.way': '请选择考核评定办法',
    })
  })
})
