import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'
import { readCsv } from './read-csv.ts'

const cells = (text: string) => readCsv(text).rows.map((row) => row.cells)

describe('comma-separated values', () => {
  it('are cells in lines, whatever ends them', () => {
    expect(cells('a,b\r\nc,d\ne,f\rg,h')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ])
    expect(cells('a,,\r\n')).toEqual([['a', '', '']])
  })

  it('may hold commas, quotes and line ends inside quotes', () => {
    expect(cells('"a,b","他说""好""","一行\r\n两行"')).toEqual([['a,b', '他说"好"', '一行\r\n两行']])
  })

  it('keep the number of their line, past blank ones and those with line ends inside', () => {
    const { rows } = readCsv('a\n\n,,\n"b\nb",b\nc\n')
    expect(rows.map(({ line }) => line)).toEqual([1, 4, 6])
  })

  it('say where they are none', () => {
    expect(readCsv('a,b\nc"d,e').mistakes[0]).toMatchObject({ line: 2 })
    expect(readCsv('a,b\nc,"d').mistakes[0]?.sentence).toContain('没有成对')
    expect(readCsv('a,b\nc"d,e').mistakes[0]?.sentence).toContain('中间')
  })

  it('read back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', '镇', '1') }).map((one) => one.trim())
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const text = lines.map((line) => line.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join(end)
        expect(cells(text)).toEqual(lines.filter((line) => line.some((one) => one !== '')))
      }),
    )
  })
})

describe('a file', () => {
  it('is UTF-8, with or without its mark', () => {
    expect(decodeText(Buffer.from('类型,编号'))).toBe('类型,编号')
    expect(decodeText(Buffer.from('\ufeff类型,编号'))).toBe('类型,编号')
  })

  it('is GBK where Excel wrote it', () => {
    expect(decodeText(Buffer.from([0xc0, 0xe0, 0xd0, 0xcd, 0x2c, 0xd5, 0xf2]))).toBe('类型,镇')
  })

  it('is refused as a workbook, or in no known encoding', () => {
    expect(() => decodeText(Buffer.from('PK\u0003\u0004'))).toThrow('不是CSV文件')
    expect(() => decodeText(Buffer.from([0xff, 0xff, 0x80]))).toThrow('无法识别文件的编码')
  })
})
