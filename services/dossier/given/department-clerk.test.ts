/** A department's clerk 科室经办人 reads and writes what they were given of their unit's self-assessment, and nothing else. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { dossierItem, dossierPage, dossierPart, reportPart } from '#contracts/dossier/dossier.ts'
import { spreadPage } from '#contracts/dossier/spread.ts'
import { evidenceKind, evidenceStream, keep, promise } from '#evidence/evidence.ts'
import { linkLogin, loginKind, loginStream } from '#roster/login.ts'
import { appoint, type Held, personKind, personStream, registerPerson } from '#roster/person.ts'
import { file } from '../../intake/fixtures/intake-county.ts'
import {
  atDeclaration,
  atWork,
  click,
  county,
  DECLARATION,
  declared,
  handIn,
} from '../../intake/fixtures/whole-county.ts'
import { answerAll, answered, ITEMS, look, openDossierCounty, reached, tell } from '../fixtures/dossier-county.ts'

const [CLERK, DEPT] = ['dazhuang-clerk', 'dazhuang-dept']
const asked = { by: 'fixture', received: '2018-01-01T00:00:00.000Z' }
const DEPARTMENT = { appointment: 'departmentClerk', unit: 'dazhuang', from: '2018-01-01' } as const
async function person(id: string, name: string, ...held: readonly Held[]) {
  const personal = await county.persons.remember('staff', { name })
  await county.run(personKind, personStream(id), registerPerson(id, personal, asked))
  for (const one of held) await county.run(personKind, personStream(id), appoint(one, asked))
  await county.run(loginKind, loginStream('https://login.example', id), linkLogin(id, asked))
}
/** A file of the unit that somebody has sent. */
async function sent(n: number, by: string) {
  const stream = evidenceStream('dazhuang', file(n))
  const named = { name: `材料${n}.pdf`, size: 9, contentType: 'application/pdf' }
  await county.run(evidenceKind, stream, promise(named, { by, received: county.clock.at }))
  await county.run(evidenceKind, stream, keep({ size: 9, contentType: 'application/pdf' }, county.clock.at))
}

const page = (who = DEPT) => answered(look(who), dossierPage)
const item = (id: string, who = DEPT) => answered(look(who, `/items/${id}`), dossierItem)
const spread = (who = DEPT) => answered(look(who, '/spread'), spreadPage)
const seenOf = async () => (await county.events('spread/2018-2/dazhuang')).length
const give = async (items: readonly string[], to?: string, who = CLERK) =>
  tell(who, '/spread', { items, seen: await seenOf(), ...(to && { person: to }) })
const back = async (items: readonly string[], who = DEPT) =>
  tell(who, '/spread/back', { items, seen: await seenOf(), reason: '此项由规划股掌握，请改派。' })
const save = (id: string, body: object = {}, who = DEPT) =>
  tell(who, `/items/${id}`, { ...reached, number: 0, ...body })
const cite = (id: string, n: number, who = DEPT) => tell(who, '/cite', { items: [{ item: id, files: [file(n)] }] })
const said = async (answer: ReturnType<typeof look>) => {
  const { status, body } = await answer
  const { error, fields } = body as { error: string; fields?: object }
  return [status, fields ?? error]
}
const NOT_GIVEN = [403, '此项没有分给您，不能查看和填写；应由您填写的，请本单位经办人分派。']

beforeEach(async () => {
  await openDossierCounty()
  await person(DEPT, '乔雅琴', DEPARTMENT)
})

describe('a department’s clerk', () => {
  beforeEach(atWork)

  it('is among those to whom the unit’s clerk gives indicators, and sees these alone', async () => {
    expect((await spread(CLERK)).people).toContainEqual({ person: DEPT, name: '乔雅琴', appointment: '科室经办人' })
    await save('s-3', {}, CLERK)
    await give(['s-1', 's-4'], DEPT)
    await give(['s-2'], CLERK)
    const shown = await page()
    expect(shown).toMatchObject({ given: true, writes: true, items: 2, reached: 0, missing: 2 })
    expect(shown).not.toHaveProperty('finishing')
    expect(shown.parts.map(({ id, items }) => [id, items])).toEqual([
      ['s-p1', 1],
      ['s-p2', 1],
    ])
    const { items } = await answered(look(DEPT, '/parts/s-p2'), dossierPart)
    expect(items.map(({ id }) => id)).toEqual(['s-4'])
    const { lines } = await answered(look(DEPT, '/report/s-p2'), reportPart)
    expect(lines.map(({ title }) => title)).toEqual(['行政许可'])
    expect(await spread()).toMatchObject({
      ...{ may: false, givesBack: true, people: [], backs: [], me: DEPT },
      shares: [{ person: DEPT, items: ['s-1', 's-4'] }],
    })
    expect(await spread(CLERK)).toMatchObject({ shares: [{ writes: true }, { writes: true }] })
    expect(await page(CLERK)).toMatchObject({ items: 4 })
  })

  it('writes what they were given', async () => {
    await give(['s-1'], DEPT)
    expect((await save('s-1')).status).toBe(200)
    expect(await item('s-1')).toMatchObject({ result: 'reached', by: '乔雅琴', writes: true })
    expect(await county.events('dossier/2018-2/dazhuang/s-1')).toMatchObject([{ by: DEPT }])
    expect(await item('s-1', CLERK)).toMatchObject({ by: '乔雅琴', writes: true })
  })

  it('neither reads nor writes another, nor learns whether there is one', async () => {
    await give(['s-1'], DEPT)
    await save('s-2', {}, CLERK)
    for (const id of ['s-2', 's-9', 'unheard']) {
      expect(await said(look(DEPT, `/items/${id}`))).toEqual(NOT_GIVEN)
      expect(await said(save(id))).toEqual(NOT_GIVEN)
      expect(await said(cite(id, 1))).toEqual(NOT_GIVEN)
    }
    expect((await look(DEPT, '/parts/s-p2')).status).toBe(404)
    expect((await look(DEPT, '/report/s-p2')).status).toBe(404)
    expect(await county.events('dossier/2018-2/dazhuang/s-2')).toHaveLength(1)
  })

  it('changes nothing by saving what stands', async () => {
    await give(['s-1'], DEPT)
    await save('s-1')
    expect((await save('s-1', { number: 1 })).status).toBe(200)
    expect(await county.events('dossier/2018-2/dazhuang/s-1')).toHaveLength(1)
  })

  it('gives one back with a reason, and the unit’s clerk gives it to another; what was written stays', async () => {
    await give(['s-1', 's-2'], DEPT)
    await save('s-1')
    expect((await back(['s-1'])).status).toBe(200)
    expect(await said(look(DEPT, '/items/s-1'))).toEqual(NOT_GIVEN)
    expect(await spread(CLERK)).toMatchObject({
      backs: [{ item: 's-1', name: '乔雅琴' }],
      shares: [{ items: ['s-2'] }],
    })
    expect(await item('s-1', CLERK)).toMatchObject({ result: 'reached', by: '乔雅琴' })
    expect((await give(['s-2'])).status).toBe(200)
    expect(await page()).toMatchObject({ items: 0, writes: false, why: expect.stringContaining('没有分给您') })
  })

  it('gives back what they have, and nothing that another has, again nothing when it is back', async () => {
    await give(['s-1'], DEPT)
    await give(['s-2'], CLERK)
    expect((await back(['s-2'])).status).toBe(403)
    const sentTwice = { items: ['s-1'], seen: 2, reason: '此项由规划股掌握。' }
    const [once, twice] = [
      await tell(DEPT, '/spread/back', sentTwice, 'the-same-click'),
      await tell(DEPT, '/spread/back', sentTwice, 'the-same-click'),
    ]
    expect([once.status, twice.status, twice.body]).toEqual([200, 200, once.body])
    expect(await seenOf()).toBe(3)
  })

  it('spreads nothing, finishes nothing, and has no part in the forms', async () => {
    await give(['s-1'], DEPT)
    expect((await give(['s-1'], CLERK, DEPT)).status).toBe(403)
    expect((await tell(DEPT, '/finish')).status).toBe(403)
    for (const path of ['cases/2018-2/dazhuang', 'cases/2018-2/dazhuang/earlier'])
      expect((await county.get(DEPT, path)).status).toBe(403)
    expect((await click(CLERK, `${DECLARATION}/save`, declared)).status).toBe(409)
    expect((await county.post(DEPT, `cases/2018-2/dazhuang/${DECLARATION}/save`, declared)).status).toBe(403)
  })

  it('cites what they have sent and what their indicators cite, and no other file of the unit', async () => {
    await give(['s-1', 's-2'], DEPT)
    await sent(21, DEPT)
    await sent(22, CLERK)
    expect((await cite('s-1', 21)).body).toEqual({ items: [{ item: 's-1', files: 1 }] })
    expect((await cite('s-1', 22)).body).toMatchObject({
      items: [{ files: 0, error: expect.stringContaining('不能引用') }],
    })
    expect(await said(save('s-2', { files: [file(22)] }))).toEqual([
      422,
      { files: expect.stringContaining('不是您上传的') },
    ])
    await cite('s-1', 22, CLERK)
    expect((await cite('s-2', 22)).body).toEqual({ items: [{ item: 's-2', files: 1 }] })
  })

  it('is no more than they were: another unit’s is nobody here, and whoever has left reads nothing', async () => {
    await person('caogou-dept', '李科', { ...DEPARTMENT, unit: 'caogou' })
    expect(await said(give(['s-1'], 'caogou-dept'))).toEqual([422, { person: expect.stringContaining('不能填写') }])
    expect((await look('caogou-dept')).status).toBe(403)
    await give(['s-1'], DEPT)
    await save('s-1')
    await county.run(personKind, personStream(DEPT), appoint({ ...DEPARTMENT, to: '2018-05-09' }, asked))
    for (const path of ['', '/items/s-1', '/parts/s-p1', '/spread']) expect((await look(DEPT, path)).status).toBe(403)
    expect((await save('s-1', { number: 1, text: '离任以后。' })).status).toBe(403)
    expect(await item('s-1', CLERK)).toMatchObject({ result: 'reached', by: '乔雅琴' })
    expect((await spread(CLERK)).shares).toMatchObject([{ person: DEPT, writes: false }])
  })

  it('may be the unit’s head too, who reads all and writes what they were given', async () => {
    await person('dazhuang-both', '石岗', DEPARTMENT, { ...DEPARTMENT, appointment: 'unitHead' })
    await give(['s-1'], 'dazhuang-both')
    expect(await page('dazhuang-both')).toMatchObject({ items: 4, writes: true })
    expect(await page('dazhuang-both')).not.toHaveProperty('given')
    expect(await item('s-2', 'dazhuang-both')).toMatchObject({
      writes: false,
      why: expect.stringContaining('没有分给您'),
    })
    expect((await save('s-1', {}, 'dazhuang-both')).status).toBe(200)
    expect((await save('s-2', {}, 'dazhuang-both')).status).toBe(403)
  })
})

it('reads of what was handed in what is theirs, and writes it no more', async () => {
  await atWork()
  await give(['s-1'], DEPT)
  county.clock.at = '2018-05-11T02:00:00.000Z'
  await answerAll()
  await atDeclaration()
  const { manifest } = (await tell(CLERK, '/finish')).body as { manifest: string }
  await handInWith(manifest)
  expect(await page()).toMatchObject({ view: 'handedIn', given: true, items: 1, writes: false })
  expect((await look(DEPT, '/items/s-2')).status).toBe(403)
  expect((await save('s-1', { number: 1, text: '提交以后。' })).status).toBe(409)
  expect((await back(['s-1'])).status).toBe(409)
})
async function handInWith(manifest: string) {
  await click(CLERK, `${DECLARATION}/save`, { ...declared, manifest })
  await handIn()
}

type Act =
  | { readonly is: 'give' | 'take' | 'back'; readonly items: readonly string[] }
  | { readonly is: 'elsewhere' | 'save' | 'cite'; readonly item: string; readonly n: number }
const one = fc.constantFrom(...ITEMS)
const some = fc.uniqueArray(one, { minLength: 1, maxLength: 3 })
const n = fc.integer({ min: 31, max: 33 })
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ is: fc.constantFrom('give' as const, 'take' as const, 'back' as const), items: some }),
  fc.record({ is: fc.constantFrom('elsewhere' as const, 'save' as const, 'cite' as const), item: one, n }),
)

it('writes and reads nothing beyond their share, whatever was given, taken, given back and written before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      await openDossierCounty()
      await person(DEPT, '乔雅琴', DEPARTMENT)
      await atWork()
      for (const [i, by] of [DEPT, CLERK, CLERK].entries()) await sent(31 + i, by)
      const theirs = new Set<string>()
      const cited = new Map<string, Set<number>>(ITEMS.map((id) => [id, new Set()]))
      const mayCite = (m: number) => m === 31 || [...theirs].some((id) => cited.get(id)?.has(m))
      for (const [i, did] of acts.entries()) {
        if ('items' in did) {
          const { is, items } = did
          const isDone = is === 'back' ? items.every((id) => theirs.has(id)) : true
          const answer = is === 'back' ? await back(items) : await give(items, is === 'give' ? DEPT : undefined)
          expect([is, answer.status === 200]).toEqual([is, isDone])
          if (isDone) for (const id of items) is === 'give' ? theirs.add(id) : theirs.delete(id)
        } else if (did.is === 'elsewhere') {
          await cite(did.item, did.n, CLERK)
          cited.get(did.item)?.add(did.n)
        } else if (did.is === 'save') {
          const versions = await county.events(`dossier/2018-2/dazhuang/${did.item}`)
          const { files = [] } = (versions.at(-1) ?? {}) as { files?: string[] }
          const answer = await save(did.item, {
            text: `已有${i + 2}份文件可查。`,
            ...(files.length > 0 && { files }),
            number: versions.length,
          })
          expect(answer.status).toBe(theirs.has(did.item) ? 200 : 403)
        } else {
          const may = theirs.has(did.item) && mayCite(did.n)
          await cite(did.item, did.n)
          if (may) cited.get(did.item)?.add(did.n)
          const events = (await county.events(`dossier/2018-2/dazhuang/${did.item}`)) as { files: string[] }[]
          const has = events.at(-1)?.files.some((use) => use.startsWith(file(did.n))) ?? false
          expect(has).toBe(cited.get(did.item)?.has(did.n))
        }
        const { parts, items } = await page()
        expect(items).toBe(theirs.size)
        const read = await Promise.all(parts.map(({ id }) => answered(look(DEPT, `/parts/${id}`), dossierPart)))
        expect(new Set(read.flatMap((part) => part.items.map(({ id }) => id)))).toEqual(theirs)
        for (const id of ITEMS) expect((await look(DEPT, `/items/${id}`)).status).toBe(theirs.has(id) ? 200 : 403)
      }
    }),
    { numRuns: 15 },
  )
})
