import { tidyLogin, whyNoLogin } from '#roster/login-name.ts'
import { whyNotOneUnit, withoutUnitNameNote } from '#typed/no-units.ts'
import { whyNotRegistered } from '#typed/person.ts'
import { whyNoId } from '#typed/reserved-ids.ts'
import { isCellError } from '#typed/says/cell-error.ts'
import { whyNoName } from '#typed/says/no-names.ts'
import type { Cells } from './line-fields.ts'
import { COLUMNS, type Column, type KindOfLine } from './roster-columns.ts'

type Fault = { readonly is: (cell: string) => boolean; readonly why: (cell: string) => string }

/** What a worksheet makes of cells, and no column means. */
const FAULTS: readonly Fault[] = [
  {
    is: isCellError,
    why: () => '这是表格公式的错误提示，不是内容；请在Excel中改为实际内容',
  },
  {
    is: (cell) => cell.startsWith('='),
    why: (cell) => {
      const [, text] = /^="(.*)"$/.exec(cell) ?? []
      return text === undefined
        ? '这是公式，不是内容；请在Excel中复制后“选择性粘贴”为数值'
        : `这是导出时加的公式写法；请只留“${text}”，去掉等号和引号`
    },
  },
  {
    is: (cell) => /^\d(\.\d+)?E\+?\d+$/i.test(cell.normalize('NFKC')),
    why: () => 'Excel把一长串数字记成了科学记数，末几位已经丢失；请把这一列设为文本后重新填写',
  },
  { is: (cell) => cell.includes('\uFFFD'), why: () => '其中有无法显示的字，可能是另存时丢失的；请改正' },
  { is: (cell) => cell.includes('，'), why: () => '其中有全角逗号“，”；各列之间应为英文逗号' },
  { is: (cell) => /[\p{Co}]/u.test(cell), why: () => '其中有只在做表的电脑上能显示的自造字；请改用标准的字' },
]

const IDS = new Set<Column>(['编号', '上级单位', '所在单位'])
const whyWrong = (column: Column, cell: string, whyNot: (cell: string) => string | undefined): string | undefined => {
  if (column === '名称') return whyNot(cell)
  if (column === '账号') return whyNoLogin(tidyLogin(cell))
  return IDS.has(column) ? whyNoId(cell) : undefined
}

/** Says of each cell what Excel or a hand has made of it; answers the columns that it has said something of. */
export function checkCells(kind: KindOfLine, cells: Cells, say: (sentence: string) => void): ReadonlySet<Column> {
  const whyNot =
    kind === '人员' ? whyNotRegistered : (cell: string) => whyNoName(withoutUnitNameNote(cell)) ?? whyNotOneUnit(cell)
  const wrong = new Set<Column>()
  for (const column of COLUMNS) {
    const cell = cells[column]
    const why = cell && (FAULTS.find(({ is }) => is(cell))?.why(cell) ?? whyWrong(column, cell, whyNot))
    if (!why) continue
    wrong.add(column)
    say(why.startsWith('“') ? `“${column}”列：${why}` : `“${column}”列是“${cell}”；${why}`)
  }
  return wrong
}
