import { beforeEach, describe, expect, it } from 'vitest'
import { catalogueKind, catalogueStream, publishVersion } from '#catalogue/edition/publish-version.ts'
import { callPage } from '#contracts/call.ts'
import { type County, intakeCounty } from '../fixtures/intake-county.ts'

const digest = '9f'.repeat(32)
const chosen = { catalogue: 'sixian', version: 1, digest }
const asked = { by: 'fixture', received: '2018-03-01T01:00:00.000Z' }
let county: County

beforeEach(async () => {
  county = await intakeCounty()
  await county.run(
    catalogueKind,
    catalogueStream('sixian'),
    publishVersion({ number: 1, title: '泗县示范单位标准', digest }, asked),
  )
})
const frozen = async () =>
  (await county.events('batch/2018-2')).flatMap((event) =>
    'terms' in (event as any) ? [(event as any).terms.standard] : [],
  )

describe('a call that chooses a standard', () => {
  it('freezes the version that it chose', async () => {
    expect((await county.call({ standard: chosen })).status).toBe(200)
    expect(await frozen()).toEqual([{ ...chosen, title: '泗县示范单位标准' }])
    const documents = callPage.parse((await county.get('officer', 'batches/2018-2/call')).body).shown
    const said = documents.find(({ title }) => title === '文件')?.lines.filter(({ label }) => label === '标准')
    expect(said).toEqual([{ label: '标准', said: '《泗县示范单位标准》，第1版' }])
  })

  it.each([
    [{ ...chosen, catalogue: 'yongzhou' }, '没有发布过标识为“yongzhou”的标准；请先发布标准，再发布创建通知。'],
    [{ ...chosen, version: 2 }, '“泗县示范单位标准”已发布到第1版，没有第2版；请重新选择。'],
    [{ ...chosen, digest: 'ab'.repeat(32) }, '所选“泗县示范单位标准”第1版的摘要与已发布的不符；请刷新后重新选择。'],
  ])('is refused where that was never published', async (standard, sentence) => {
    const answer = await county.call({ standard })
    expect(answer.status).toBe(422)
    expect(answer.refusal()).toMatchObject({ error: sentence, fields: { standard: expect.stringContaining('选择') } })
    expect(await frozen()).toEqual([])
  })

  it('is refused in a shape that no choice has', async () => {
    expect((await county.call({ standard: 'sixian' })).refusal().fields).toEqual({ standard: '请选择已发布的标准' })
    expect((await county.call({ standard: { ...chosen, digest: 'x' } })).status).toBe(422)
  })

  it('may still choose none', async () => {
    expect((await county.call()).status).toBe(200)
    expect(await frozen()).toEqual([undefined])
  })
})
