import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkedMap } from '#catalogue/edition/checked-map.ts'
import { editionMap } from '#contracts/catalogue.ts'
import { Sentence } from '#typed/sentence.ts'
import { catalogueCommand } from './catalogue-command.ts'
import { diffCatalogues } from './diff.ts'
import { exportCatalogue } from './export.ts'
import { findCatalogue } from './find-catalogue.ts'
import { listCatalogues } from './list.ts'
import { publishCommand } from './publish.ts'
import { showCatalogue } from './show.ts'
import { table } from './table.ts'

const folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
afterAll(() => rmSync(folder, { recursive: true }))
const edition = (name: string) => join(import.meta.dirname, `../../catalogue/fixtures/${name}-edition.yaml`)

it('lists what comes with the product', () => {
  const [head, ...rows] = listCatalogues().split('\n')
  expect(head).toMatch(/^标识 +名称 +地方 +文号 +内容 +机关 +提示$/)
  expect(rows).toHaveLength(6)
  expect(rows.find((row) => row.startsWith('sixian '))).toContain('7部分 29组 96条，否决6条')
  expect(rows.find((row) => row.startsWith('zhuzhou'))).toContain('109条，未编号3条')
})
it('lines columns up by the width of Chinese characters', () => {
  expect(
    table([
      ['机关', 'a'],
      ['x', 'b'],
    ]),
  ).toBe('机关  a\nx     b')
})

it('shows a plan with organs, dates and oddities', () => {
  const text = showCatalogue('zhuzhou')
  expect(text).toContain('未写明期限的，原则上不迟于2019年12月31日（含当日）完成')
  expect(text).toContain('牵头：县编办、县政府法制办、县政务服务中心')
  expect(text).toContain('书面答复：收到审查申请起30日内，可延15日')
  expect(text).toContain('每年不迟于1月底（自2017年起），限各镇政府')
  expect(text).toContain('缺号86')
  expect(text).not.toContain('、等部门')
  expect(text).toContain('建议佐证：')
  expect(text).toContain('佐证和考核方式为本系统建议')
})
it('shows a standard with its vetoes', () => {
  expect(showCatalogue('sixian')).toMatch(/6 \[一票否决] .*（sx-v-6）[\s\S]*两年内发现/)
})

it('sets two editions side by side', () => {
  const text = diffCatalogues(edition('first'), edition('second'))
  expect(text).toContain('未变3，改写2，拆分1，合并1，移动1，新增1，删除1')
  expect(text).toContain('拆分：ex-02 有年度计划并报县政府备案 → ex-11 有年度计划 ＋ ex-12 年度计划报县政府备案')
  expect(text).toContain('移动：ex-08 办事指南公布在窗口（公开） → ex-08 办事指南公布在窗口（执法）')
})

it('writes a workbook', async () => {
  const file = join(folder, '标准.xlsx')
  expect(await exportCatalogue('yongzhou', file)).toBe(`永州示范单位标准已写入${file}。`)
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
})

it('writes the machine’s map, for a person to check', async () => {
  const file = join(folder, '对照表.json')
  await catalogueCommand(['diff', edition('first'), edition('second'), '--map', file])
  const map = editionMap.parse(JSON.parse(readFileSync(file, 'utf8')))
  expect(map.map(({ change }) => change)).toContain('split')
  expect(
    checkedMap(map, findCatalogue(edition('first')).catalogue, findCatalogue(edition('second')).catalogue),
  ).toEqual(map)
})

describe('publishing', () => {
  const token = join(folder, 'token')
  writeFileSync(token, 'secret\n')
  const to = (api: string, ...more: string[]) => ['publish', 'sixian', '--api', api, '--token-file', token, ...more]
  it('sends the content under the token, and says what came of it', async () => {
    const heard: { authorization: string | undefined; body: any }[] = []
    const county = createServer(async (request, response) => {
      const body = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString())
      heard.push({ authorization: request.headers.authorization, body })
      const refused = heard.length === 3
      response.writeHead(refused ? 422 : 200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify(
          refused
            ? { error: '标准的内容有1处错误，没有发布。', fields: { 'parts.0.title': 'sx-p1，“标题”：……' } }
            : { catalogue: 'sixian', version: 1, digest: 'd', changed: heard.length === 1, findings: [] },
        ),
      )
    }).listen(0, '127.0.0.1')
    await once(county, 'listening')
    const api = `http://127.0.0.1:${(county.address() as AddressInfo).port}`
    expect(await publishCommand(to(api).slice(1))).toContain('泗县示范单位标准（2018年）第1版已发布。')
    expect(heard[0]).toMatchObject({ authorization: 'Bearer secret', body: { version: 1, content: { id: 'sixian' } } })
    expect(await publishCommand(to(api).slice(1))).toContain('此前已发布，内容相同')
    await expect(publishCommand(to(api).slice(1))).rejects.toThrow(/没有发布。\n {2}sx-p1，“标题”/)
    county.close()
  })
  it('stops before sending where something is plainly wrong', async () => {
    await expect(catalogueCommand(['publish', 'sixian'])).rejects.toThrow('用法')
    await expect(catalogueCommand(to('http://county.example'))).rejects.toThrow('不是https')
    await expect(catalogueCommand(to('https://county.example', '--version', '0'))).rejects.toThrow('收到的是“0”')
    await expect(catalogueCommand(to('https://county.example', '--map', token))).rejects.toThrow(Sentence)
  })
})

describe('says what was wrong:', () => {
  it('no such catalogue', () => {
    expect(() => showCatalogue('nowhere')).toThrow(
      '没有“nowhere”这份标准或方案；现有changzhou、chenzhou、sixian、sixian-conditions、yongzhou、zhuzhou',
    )
  })
  it('every mistake of a file', () => {
    const file = join(folder, 'broken.yaml')
    writeFileSync(
      file,
      readFileSync(edition('first'), 'utf8').replace('ex-09', 'ex-08').replace('[office]', '[nobody]'),
    )
    expect(() => showCatalogue(file)).toThrow(/有2处错误：\n.*标识ex-08已经用过.*\n.*没有机关nobody/)
  })
  it('a file name, a place to write, a command', async () => {
    await expect(exportCatalogue('sixian', 'a.xls')).rejects.toThrow('应以.xlsx结尾，收到的是“a.xls”')
    await expect(exportCatalogue('sixian', join(folder, 'none/a.xlsx'))).rejects.toThrow(Sentence)
    await expect(catalogueCommand(['show'])).rejects.toThrow('用法')
    await expect(catalogueCommand(['export', 'sixian', 'a.xlsx'])).rejects.toThrow('用法')
  })
})
