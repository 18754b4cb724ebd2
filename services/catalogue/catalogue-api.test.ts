import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Catalogue } from '#catalogue/catalogue.ts'
import { compareEditions } from '#catalogue/edition/compare-editions.ts'
import { catalogueDigest } from '#catalogue/edition/digest.ts'
import { loadCatalogue } from '#catalogue/load-catalogue.ts'
import { itemsOf } from '#catalogue/walk-catalogue.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import type { Contents } from '#ledger/contents.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { memoryContents } from '#ledger/memory-contents.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { loginStream } from '#roster/login.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { catalogueUses } from './catalogue-uses.ts'

const ISSUER = 'https://login.example'
const AT = '2018-03-01T01:00:00.000Z'
const edition = (name: string): Catalogue => {
  const path = new URL(`../../packages/catalogue/fixtures/${name}-edition.yaml`, import.meta.url)
  return loadCatalogue(name, readFileSync(path, 'utf8')).catalogue!
}
const first = edition('first')
const second: Catalogue = { ...edition('second'), id: first.id }
const map = compareEditions(first, second)

let ledger: Ledger
let contents: Contents
let kept: number
let clicks = 0

beforeEach(async () => {
  ledger = memoryLedger(() => new Date(AT))
  kept = 0
  const memory = memoryContents()
  contents = {
    ...memory,
    put: (value) => {
      kept += 1
      return memory.put(value)
    },
  }
  const write = async (stream: string, event: object) => {
    const { head } = await ledger.read(stream)
    await ledger.append(head, [{ v: 1, at: AT, by: 'x', ...event }], `given ${stream} ${head.number}`, 'x')
  }
  for (const [person, appointment, unit] of [
    ['head', 'officeHead'],
    ['officer', 'officeOfficer'],
    ['clerk', 'unitClerk', 'dazhuang'],
    ['admin', 'administrator'],
  ]) {
    await write(`person/${person}`, { type: 'registered', personal: { id: `p-${person}`, digest: 'd'.repeat(64) } })
    const held = { appointment, from: '2018-01-01', ...(unit && { unit }) }
    await write(`person/${person}`, { type: 'appointed', held })
    await write(loginStream(ISSUER, person!), { type: 'linked', person })
  }
})

const handler = () =>
  serve(catalogueEndpoints, catalogueUses({ ledger, contents, rows: memoryRows(ledger) }), { ledger, log: () => {} })
const publish = (body: object, who = 'head', key = `click-${clicks++}-long`) =>
  send(handler(), {
    method: 'POST',
    path: '/api/catalogues',
    body,
    at: AT,
    key,
    login: { issuer: ISSUER, subject: who },
  })
const get = (path: string, who = 'clerk') => send(handler(), { path, at: AT, login: { issuer: ISSUER, subject: who } })
const commits = async () => (await ledger.read(`catalogue/${first.id}`)).commits
const published = { catalogue: first.id, version: 1, digest: catalogueDigest(first), findings: [] }

describe('publishing', () => {
  it('keeps the content and says its digest', async () => {
    expect(await publish({ version: 1, content: first })).toMatchObject({
      status: 200,
      body: { ...published, changed: true },
    })
    expect(await contents.get(published.digest)).toEqual(first)
    expect((await commits()).flatMap(({ events }) => events)).toEqual([
      {
        type: 'published',
        v: 1,
        at: AT,
        by: 'head',
        number: 1,
        title: first.title,
        digest: published.digest,
      },
    ])
  })

  it('does nothing with the same content, whatever the order of its keys; a repeated click is answered again', async () => {
    const click = () => publish({ version: 1, content: first }, 'head', 'the-same-click')
    await click()
    expect(await click()).toMatchObject({ status: 200, body: { changed: true } })
    const reordered = Object.fromEntries(Object.entries(first).reverse())
    expect(await publish({ version: 1, content: reordered })).toMatchObject({
      status: 200,
      body: { ...published, changed: false },
    })
    expect(await commits()).toHaveLength(1)
  })

  it('never changes what was published, and keeps nothing of what it refuses', async () => {
    await publish({ version: 1, content: first })
    expect(kept).toBe(1)
    expect(await publish({ version: 1, content: { ...first, title: '另一个标题' } })).toMatchObject({
      status: 409,
      body: { error: `第1版已经发布（${first.title}），内容不能再改；请作为第2版发布。` },
    })
    expect(await publish({ version: 2, content: second })).toMatchObject({
      status: 422,
      body: { fields: { map: '请先核对新旧对照表' } },
    })
    expect(kept).toBe(1)
  })

  it('says every mistake at its place, by item and field', async () => {
    const [part, ...parts] = first.parts
    const [one, ...items] = part!.items ?? part!.groups![0]!.items
    const wrong = { ...one!, title: '长'.repeat(31), kind: 'mechanismus', extra: 1 }
    const { status, body } = await publish({
      version: 1,
      content: { ...first, parts: [{ ...part, groups: undefined, items: [wrong, ...items] }, ...parts] },
    })
    expect(status).toBe(422)
    const { error, fields } = body as { error: string; fields: Record<string, string> }
    expect(error).toBe('标准的内容有3处错误，没有发布。')
    expect(fields['parts.0.items.0.title']).toContain(`${one!.id}（长`)
    expect(fields['parts.0.items.0.title']).toContain('“标题”：最多30个字')
    expect(fields['parts.0.items.0.kind']).toContain('“类别”：现为“mechanismus”，只能是mechanism、')
    expect(fields['parts.0.items.0.extra']).toContain('没有这一项')
    expect(await commits()).toHaveLength(0)
  })

  it('says mistakes that no schema sees, and findings that hinder nobody', async () => {
    expect(await publish({ version: 1, content: { ...first, organs: [] } })).toMatchObject({ status: 422 })
    const late = { ...first, due: '2000-01-01' }
    const { body } = await publish({ version: 1, content: late })
    expect(body).toMatchObject({
      changed: true,
      findings: [expect.stringContaining('“未写明的期限”：期限2000年1月1日早于')],
    })
  })

  it('refuses a body without content or version, and whoever is not the head of the office', async () => {
    expect(await publish({ content: 'x' })).toMatchObject({
      status: 422,
      body: { fields: { version: '版次应为整数', content: '没有标准的内容' } },
    })
    for (const who of ['officer', 'clerk', 'admin'])
      expect(await publish({ version: 1, content: first }, who)).toMatchObject({
        status: 403,
        body: { error: expect.stringContaining('“发布标准”由法制办负责人办理') },
      })
  })
})

describe('the next version', () => {
  beforeEach(async () => {
    await publish({ version: 1, content: first })
  })

  it('comes with its map, whole', async () => {
    expect(await publish({ version: 2, content: second, map })).toMatchObject({ status: 200, body: { changed: true } })
    expect(await publish({ version: 2, content: second, map })).toMatchObject({ body: { changed: false } })
    expect(await commits()).toHaveLength(2)
  })

  it('is refused where the map leaves an item out or names one that is not there', async () => {
    expect(await publish({ version: 2, content: second, map: map.slice(1) })).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining('新旧对照表没有列出') },
    })
    const invented = [...map, { change: 'new', old: [], new: ['nobody'] }]
    expect(await publish({ version: 2, content: second, map: invented })).toMatchObject({
      status: 422,
      body: { fields: { map: expect.stringContaining('nobody不在新版中') } },
    })
    expect(await publish({ version: 3, content: second, map })).toMatchObject({ status: 409 })
    expect(await publish({ version: 1, content: first, map })).toMatchObject({ status: 409 })
    expect(kept).toBe(1)
  })

  it('is compared by the map that a person checked', async () => {
    const gone = map.find(({ change }) => change === 'reworded')!
    const corrected = [
      ...map.filter((line) => line !== gone),
      { change: 'gone', old: gone.old, new: [] },
      { change: 'new', old: [], new: gone.new },
    ]
    await publish({ version: 2, content: second, map: corrected })
    const { body } = await get(`/api/catalogues/${first.id}/changes`)
    const { changes, ...more } = catalogueEndpoints.compareVersions.response.parse(body)
    expect(more).toMatchObject({ checked: true, from: { number: 1 }, to: { number: 2 } })
    expect(changes).toHaveLength(map.length + 1)
    expect(changes.filter(({ change }) => change === 'gone').flatMap(({ old }) => old.map(({ id }) => id))).toContain(
      gone.old[0],
    )
    expect(changes.every(({ old, new: to }) => [...old, ...to].every(({ title, place }) => title && place))).toBe(true)
  })

  it('is not compared with itself or backwards', async () => {
    expect(await get(`/api/catalogues/${first.id}/changes`)).toMatchObject({ status: 422 })
    await publish({ version: 2, content: second, map })
    expect(await get(`/api/catalogues/${first.id}/changes?from=2&to=1`)).toMatchObject({ status: 422 })
    expect(await get(`/api/catalogues/${first.id}/changes?from=1&to=9`)).toMatchObject({
      status: 404,
      body: { error: `“${second.title}”没有第“9”版，现有第1版至第2版；请重新选择。` },
    })
  })
})

describe('reading', () => {
  it('lists nothing, then what was published, by its newest version', async () => {
    expect(await get('/api/catalogues')).toMatchObject({ status: 200, body: { catalogues: [] } })
    await publish({ version: 1, content: first })
    await publish({ version: 2, content: second, map })
    const { catalogues } = catalogueEndpoints.listCatalogues.response.parse((await get('/api/catalogues')).body)
    expect(catalogues).toMatchObject([
      { catalogue: first.id, title: second.title, place: second.place, versions: [{ number: 1 }, { number: 2 }] },
    ])
    const marked = itemsOf(second).filter(({ kind }) => kind === 'veto')
    expect(catalogues[0]!.vetoes).toBe(marked.length)
    expect(catalogues[0]!.extent).toMatch(/^\d部分.*\d+条/)
    expect(catalogues[0]!.source).toContain(second.document.title)
  })

  it('shows the newest version or the one that is asked for, whole', async () => {
    await publish({ version: 1, content: first })
    await publish({ version: 2, content: second, map })
    const read = async (query: string) =>
      catalogueEndpoints.readCatalogue.response.parse((await get(`/api/catalogues/${first.id}${query}`)).body)
    expect(await read('')).toMatchObject({ content: second, version: { number: 2 } })
    expect(await read('?version=1')).toMatchObject({ content: first, version: { digest: published.digest } })
  })

  it('is refused where nothing is, and to whoever has no part in the procedure', async () => {
    expect(await get('/api/catalogues/nowhere')).toMatchObject({
      status: 404,
      body: { error: '没有发布过标识为“nowhere”的标准或方案；请从列表进入。' },
    })
    expect(await get('/api/catalogues', 'admin')).toMatchObject({ status: 403 })
    for (const who of ['clerk', 'officer', 'head'])
      expect(await get('/api/catalogues', who)).toMatchObject({ status: 200 })
  })
})
