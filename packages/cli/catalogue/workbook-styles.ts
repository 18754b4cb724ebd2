import type { CellStyle } from 'hucre/xlsx'

const line = { style: 'thin', color: { rgb: '808080' } } as const
const border: NonNullable<CellStyle['border']> = { top: line, right: line, bottom: line, left: line }

export const TITLE: CellStyle = {
  font: { name: '黑体', size: 16, bold: true },
  alignment: { horizontal: 'center', vertical: 'center' },
}
export const NOTE: CellStyle = { font: { name: '宋体', size: 10 }, alignment: { vertical: 'center', wrapText: true } }
export const HEAD: CellStyle = {
  font: { name: '黑体', size: 10, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
}
const body = (horizontal: 'left' | 'center'): CellStyle => ({
  font: { name: '宋体', size: 10 },
  alignment: { horizontal, vertical: 'center', wrapText: true },
  border,
})
export const BODY: { readonly left: CellStyle; readonly centred: CellStyle } = {
  left: body('left'),
  centred: body('center'),
}
