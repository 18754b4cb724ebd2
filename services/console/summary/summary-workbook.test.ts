import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { summaryWorkbook } from './summary-workbook.ts'

const read = async (rows: readonly (readonly string[])[], head = ['单位', '事项']) => {
  const bytes = await summaryWorkbook({ title: '我的待办', about: `共${rows.length}条`, head, rows })
  const [sheet] = (await readXlsx(bytes)).sheets
  return sheet
}

it('has what it is, how it was made, its heads, and its rows as text', async () => {
  const sheet = await read([['大庄镇人民政府', '办理“初审”\n待补正']])
  expect(sheet?.rows.map((row) => row.filter((cell) => cell !== null))).toEqual([
    ['我的待办'],
    ['共1条'],
    ['单位', '事项'],
    ['大庄镇人民政府', '办理“初审”\n待补正'],
  ])
})

it('keeps as text what a spreadsheet would reckon with', async () => {
  const typed = ['=1+1', '+86', '-3', '@SUM(A1)', '2018-2', '0012', '3/4', '1E5']
  const sheet = await read(
    [typed],
    typed.map((_, at) => `第${at + 1}列`),
  )
  expect(sheet?.rows[3]).toEqual(typed)
  expect([...(sheet?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([])
})

it('has its heads where nothing is listed, and all of three thousand rows', async () => {
  expect((await read([]))?.rows).toHaveLength(3)
  const rows = Array.from({ length: 3000 }, (_, n) => [`第${n + 1}个单位`, '逾期未报'])
  expect((await read(rows))?.rows.at(-1)).toEqual(['第3000个单位', '逾期未报'])
})
