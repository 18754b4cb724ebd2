/** Catalogues over HTTP on the synthesized county: published, listed, read, compared, and chosen by a call. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Catalogue } from '#catalogue/catalogue.ts'
import { compareEditions } from '#catalogue/edition/compare-editions.ts'
import { catalogueDigest } from '#catalogue/edition/digest.ts'
import { openPack } from '#catalogue/open-packs.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { sendCatalogue } from '../../packages/cli/catalogue/publish.ts'
import { OFFICE, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { choosing, publishPack } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { terms } from '../../packages/cli/rehearsal/second-batch.ts'
import { type Laptop, laptopUnderTest } from './laptop-under-test.ts'

let laptop: Laptop
beforeAll(async () => {
  laptop = await laptopUnderTest(['dazhuang'])
})
afterAll(() => laptop?.close())

const sixian = openPack('sixian').catalogue!
const corrected: Catalogue = {
  ...sixian,
  parts: sixian.parts.map((part, at) => (at === 0 ? { ...part, title: `${part.title}（更正）` } : part)),
}
const map = compareEditions(sixian, corrected)
const publish = (content: Catalogue, version: number, command: string, more = {}) =>
  sendCatalogue(laptop.as(OFFICE.head), content, { version, ...more }, command)
const next = (batch: string) => ({ ...laptop.stage, batch })

it('a call waits for its standard, which is published whole, once', async () => {
  const call = () => openCall(choosing(terms, { standard: 'sixian' }))(next('2018-3'))
  await expect(call()).rejects.toMatchObject({
    status: 422,
    message: '没有发布过标识为“sixian”的标准；请先发布标准，再发布创建通知。',
  })
  const commits = await laptop.appendsDuring(async () => {
    await publishPack('sixian')(laptop.stage)
    await publishPack('zhuzhou')(laptop.stage)
    expect(await publish(sixian, 1, 'publish-again')).toMatchObject({ changed: false })
    await call()
  })
  expect(commits).toEqual(['catalogue/sixian 1', 'catalogue/zhuzhou 1', 'batch/2018-3 1', 'batch/2018-3 2'])
})

it('what is published never changes; a next version comes with its map', async () => {
  await expect(publish(corrected, 1, 'publish-changed')).rejects.toMatchObject({ status: 409 })
  await expect(publish(corrected, 2, 'publish-unmapped')).rejects.toMatchObject({
    fields: { map: '请先核对新旧对照表' },
  })
  expect(await publish(corrected, 2, 'publish-second', { map })).toMatchObject({ changed: true })
  const otherwise = { ...terms, standard: { catalogue: 'sixian', version: 1, digest: catalogueDigest(corrected) } }
  await expect(openCall(otherwise)(next('2018-4'))).rejects.toMatchObject({
    fields: { standard: expect.stringContaining('摘要') },
  })
})

it('a unit reads the list, the content of each version and what changed, and may publish nothing', async () => {
  const clerk = laptop.as('clerk-dazhuang')
  await laptop.cloud.settle()
  const { catalogues } = await clerk(catalogueEndpoints.listCatalogues)
  expect(catalogues.map(({ catalogue, versions }) => [catalogue, versions.length])).toEqual([
    ['sixian', 2],
    ['zhuzhou', 1],
  ])
  const read = (version: string) =>
    clerk(catalogueEndpoints.readCatalogue, { params: { catalogue: 'sixian' }, query: { version } })
  expect((await read('1')).content).toEqual(sixian)
  expect((await read('2')).content).toEqual(corrected)
  const { checked, changes } = await clerk(catalogueEndpoints.compareVersions, { params: { catalogue: 'sixian' } })
  expect([checked, changes.length]).toEqual([true, map.length])
  await expect(sendCatalogue(clerk, sixian, { version: 3 }, 'publish-as-clerk')).rejects.toMatchObject({ status: 403 })
})
