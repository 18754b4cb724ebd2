import { readXlsx, type Sheet } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPack, packIds } from '#catalogue/open-packs.ts'
import { placedItems } from '#catalogue/walk-catalogue.ts'
import { workbookOf } from './workbook.ts'

const catalogueOf = (id: string) => openPack(id).catalogue!
const opened = async (id: string): Promise<readonly Sheet[]> =>
  (await readXlsx(await workbookOf(catalogueOf(id), openPack(id).findings))).sheets

describe.each(packIds())('the workbook of %s, opened again', (id) => {
  let sheets: readonly Sheet[]
  beforeAll(async () => {
    sheets = await opened(id)
  })

  it('has every item in a row of its own, under a head that says what it is', () => {
    const [sheet] = sheets
    const [title, source, head, ...rows] = sheet!.rows
    expect(title?.[0]).toBe(catalogueOf(id).title)
    expect(source?.[0]).toContain(catalogueOf(id).document.title)
    const column = head?.indexOf('应当看到') ?? -1
    expect(rows.map((row) => row[column])).toEqual(placedItems(catalogueOf(id)).map(({ item }) => item.title))
    expect(rows.map((row) => row[head?.indexOf('编号') ?? -1] || undefined)).toEqual(
      placedItems(catalogueOf(id)).map(({ item }) => item.number),
    )
  })
  it('keeps its head in sight and repeats it on every printed page, one page wide', () => {
    const [sheet] = sheets
    expect(sheet?.freezePane).toMatchObject({ rows: 3 })
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 'a4',
      fitToWidth: 1,
      printTitlesRow: '$3:$3',
    })
    expect(sheet?.headerFooter?.oddFooter).toContain('第&P页')
  })
  it('gives every column a width and merges parts and groups, each over its own rows', () => {
    const [sheet] = sheets
    const head = sheet?.rows[2] ?? []
    expect(head.map((_, column) => sheet?.columns?.[column]?.width ?? 0).every((width) => width >= 5)).toBe(true)
    const below = (sheet?.merges ?? []).filter(({ startRow }) => startRow >= 3)
    const placed = placedItems(catalogueOf(id))
    const parts = catalogueOf(id).parts.filter((part) => placed.filter((one) => one.part.id === part.id).length > 1)
    expect(below.filter(({ startCol }) => startCol === 0)).toHaveLength(parts.length)
    for (const { startRow, endRow, startCol } of below) {
      const owners = placed
        .slice(startRow - 3, endRow - 2)
        .map(({ part, group }) => (startCol === 0 ? part.id : (group ?? part).id))
      expect(new Set(owners).size).toBe(1)
    }
  })
})

it('says on its second sheet what is uncertain, missing or odd', async () => {
  const [, notes] = await opened('zhuzhou')
  const text = notes!.rows.flat().join('\n')
  expect(text).toContain('文号：株县发〔2017〕4号（原文缺字，待核）')
  expect(text).toContain('缺号86')
  expect(text).toContain('2016年12月31日早于文件日期2017年3月22日')
  expect(text).toContain('未写明期限的，原则上不迟于2019年12月31日（含当日）完成。')
})
