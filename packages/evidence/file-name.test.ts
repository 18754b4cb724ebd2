import { expect, it } from 'vitest'
import { savedAs, shownName, trimmedName, whyNoFileName } from './file-name.ts'
import { kindOfName } from './kinds.ts'

it.each(['con.pdf', 'a:b.pdf', '甲.pdf', 'a (1).tar.zip', '👨\u200d👩.jpg', '葛\u{e0100}.pdf', '.甲.pdf'])(
  '%j is a name',
  (name) => {
    expect(whyNoFileName(name)).toBeUndefined()
  },
)
it.each([...['', '.pdf', ' .pdf', '\u3000.pdf', '\u200b.pdf', '\u200b\ufeff .PDF', '\u2800.pdf', '\u00ad']])(
  '%j names nothing',
  (name) => {
    expect(whyNoFileName(name)).toBe('文件没有名称；请改名后重新选择')
  },
)
it.each([
  '\u2028',
  '\u2029',
  '\u200e',
  '\u200f',
  '\u061c',
  '\u202e',
  '\u2067',
  '\n',
  '\ud800',
  '\u200b',
  '\u0007',
  '\u3164',
  '\ufdd0',
  '\u{e0041}',
])('no name has %j, and a sentence shows a box for it', (one) => {
  expect(whyNoFileName(`甲${one}乙.pdf`)).toBe('文件名中有不能使用的字符（看不见的控制字符）；请改名后重新选择')
  expect(shownName(`甲${one}乙.pdf`)).toBe('甲□乙.pdf')
})
it('is read without what nobody sees at its ends, and with what a drawing needs within', () => {
  for (const end of ['\u200b', ' ', '\ufeff', '\u3000\u200d']) {
    expect(trimmedName(`${end}甲.pdf${end}`)).toBe('甲.pdf')
    expect(kindOfName(`甲.pdf${end}`)).toBe('pdf')
  }
  expect(trimmedName('👨\u200d👩.jpg')).toBe('👨\u200d👩.jpg')
  // What turns the direction is refused, not taken away in silence.
  expect(trimmedName('甲.pdf\u202e')).toBe('甲.pdf\u202e')
})

it.each([
  ['con.pdf', '_con.pdf'],
  ['CON', '_CON'],
  ['nul.tar.zip', '_nul.tar.zip'],
  ['COM1.pdf', '_COM1.pdf'],
  ['lpt².jpg', '_lpt².jpg'],
  ['con .pdf', '_con .pdf'],
  ['a:b.pdf', 'a：b.pdf'],
  ['“甲”<乙>|丙?*".pdf', '“甲”＜乙＞｜丙？＊＂.pdf'],
  ['甲.pdf. .', '甲.pdf'],
  ...['甲.pdf', 'concert.pdf', '甲con.pdf', 'com10.pdf', '会议（9：00）.docx', '.甲.pdf'].map((one) => [one, one]),
])('%j is kept, and saved as %j by anybody', (name, saved) => {
  expect(savedAs(name ?? '')).toBe(saved)
})
it('drops the dots at the end of a name, as Windows does, and takes none that has lost a character', () => {
  for (const end of ['.', '. ', ' .', '...', '\u3000.'])
    expect([trimmedName(`甲.pdf${end}`), kindOfName(`甲.pdf${end}`)]).toEqual(['甲.pdf', 'pdf'])
  expect(trimmedName('.')).toBe('.')
  expect(whyNoFileName('甲\uFFFD.pdf')).toBe('文件名中有无法显示的字，可能是解压或者复制时丢失的；请改名后重新选择')
})
