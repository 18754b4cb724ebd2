import { beforeEach, describe, expect, it } from 'vitest'
import { type BulletinsPage, bulletinsPage } from '#contracts/work/bulletins.ts'
import { type WorkCounty, workCounty } from './fixtures/work-county.ts'

let county: WorkCounty
beforeEach(async () => {
  county = await workCounty()
})
const path = '/batches/2018-2/bulletins'
const content = { title: '上半年创建情况', text: '各单位均已成立领导小组，进展顺利。' }
const parsed = ({ body }: { body: unknown }): BulletinsPage => bulletinsPage.parse(body)
const issue = (more: object = {}, who = 'officer', key?: string) =>
  county.ask(who, path, { ...content, seen: 0, ...more }, key)
const unread = async (who: string) => parsed(await county.ask(who, path)).bulletins.map((one) => one.unread)

describe('a bulletin', () => {
  it('goes to all units of the batch under its number, says who issued it when, and is unread until opened', async () => {
    const page = parsed(await issue())
    expect(page).toMatchObject({ seen: 1, mayIssue: true })
    expect(page.bulletins).toMatchObject([
      {
        n: 1,
        at: county.clock.at,
        by: '名-officer',
        ...content,
        unread: false,
        read: [],
        notRead: ['草沟镇', '大庄镇'],
      },
    ])
    expect(await county.events('bulletins/2018-2')).toMatchObject([{ type: 'bulletinIssued', by: 'officer' }])
    expect([await unread('dazhuang-clerk'), await unread('caogou-clerk')]).toEqual([[true], [true]])
    const read = parsed(await county.ask('dazhuang-clerk', `${path}/1/read`, {}))
    expect(read.bulletins).toMatchObject([{ unread: false, read: [], notRead: [] }])
    // Whoever else works there need not read it again; the other unit has not.
    expect([await unread('dazhuang-head'), await unread('caogou-clerk')]).toEqual([[false], [true]])
    expect(parsed(await county.ask('head', path)).bulletins).toMatchObject([
      { read: [{ name: '大庄镇', by: '名-dazhuang-clerk' }], notRead: ['草沟镇'] },
    ])
  })
  it('is corrected by another one that refers to it, and stays', async () => {
    await issue()
    const page = parsed(await issue({ title: '更正', text: '上期所列单位数应为两个。', corrects: 1, seen: 1 }, 'head'))
    expect(page.bulletins.map(({ n, corrects, corrected }) => [n, corrects, corrected])).toEqual([
      [2, 1, undefined],
      [1, undefined, 2],
    ])
    expect((await issue({ corrects: 7, seen: 2, title: '再更正' })).status).toBe(404)
  })
  it('is issued once, however often it is asked, and not beside one that was not seen', async () => {
    for (let time = 0; time < 2; time++) expect((await issue({}, 'officer', 'bulletin-once')).status).toBe(200)
    expect((await issue({ title: '检查情况' }, 'head')).status).toBe(409)
    expect(await county.events('bulletins/2018-2')).toHaveLength(1)
    for (let time = 0; time < 2; time++)
      expect((await county.ask('dazhuang-clerk', `${path}/1/read`, {})).status).toBe(200)
    expect(await county.events('received/2018-2/dazhuang')).toHaveLength(1)
  })
  it('brings files that the office has kept for it, and no others', async () => {
    const file = 'a'.repeat(64)
    const refused = await issue({ files: [`${file} 通报.pdf`] })
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { fields: { files: expect.stringContaining('通报.pdf') } },
    ])
    await county.keep('office.bulletin', file)
    expect(parsed(await issue({ files: [`${file} 通报.pdf`] })).bulletins[0]?.files).toEqual([
      { owner: 'office.bulletin', sha256: file, name: '通报.pdf' },
    ])
  })
  it('is issued by the office alone, names nobody’s number, and is read by nobody of another unit', async () => {
    expect((await issue({}, 'dazhuang-clerk')).status).toBe(403)
    expect((await issue({ text: '有问题请打13955571234联系。' })).status).toBe(422)
    await issue()
    const outside = await county.ask('huangwei-clerk', path)
    expect([outside.status, outside.body]).toMatchObject([
      403,
      { error: '本单位没有参加这个批次，不能查看它的情况交流。' },
    ])
    expect((await county.ask('officer', `${path}/1/read`, {})).status).toBe(403)
    expect((await county.ask('dazhuang-clerk', `${path}/2/read`, {})).status).toBe(404)
    expect((await county.ask('officer', '/batches/2020-1/bulletins')).status).toBe(404)
  })
})
