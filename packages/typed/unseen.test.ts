import { describe, expect, it } from 'vitest'
import { isBlank, isBuiltIn, whyNotKept, withoutUnseen } from './unseen.ts'

describe('a text', () => {
  it('is kept as it is: breaks, tabs, emoji, rare characters, other scripts', () => {
    for (const text of [
      '',
      '合并\n\t乙\r\n',
      '😀👨\u200d👩\u200d👧',
      '葛\u{e0100}',
      '𠮷',
      'ئۇيغۇر',
      '\u3000',
      '\ufeff',
      '\ufffd',
    ])
      expect([text, whyNotKept(text)]).toEqual([text, undefined])
  })
  it.each(['\u202e', '\u2066', '\u200e', '\u061c', '\u0000', '\u0007', '\u001b', '\uffff', '\ufdd0', '\ufff9'])(
    'is not kept with %j, and the place is said',
    (one) => {
      const said = '第3个字是看不见的控制字符（如改变文字方向的字符）；请删去后重新填写'
      expect(whyNotKept(`𠮷乙${one}丙`)).toBe(said)
    },
  )
  it('is not kept with half a character', () => {
    for (const half of ['\ud83d', '\udc00']) expect(whyNotKept(`甲${half}`)).toContain('残缺字符')
  })
})

it('leaves of what nobody sees only what belongs to a drawing', () => {
  expect(withoutUnseen('王\u200b大\u2060明\ufeff')).toBe('王大明')
  expect(withoutUnseen('王\u200b明', '□')).toBe('王□明')
  for (const text of ['葛\u{e0100}', '👨\u200d👩', '❤\ufe0f', '1\ufe0f\u20e3', 'ن\u200cه'])
    expect(withoutUnseen(text)).toBe(text)
  // A joiner, or a drawing, of nothing.
  for (const [text, seen] of [
    ['王\u200d明', '王明'],
    ['A\ufe0f', 'A'],
    ['1\ufe0f', '1'],
    ['\u200d👩', '👩'],
  ])
    expect(withoutUnseen(text ?? '')).toBe(seen)
})

it('knows where there is nothing to see', () => {
  expect(
    ['', '\u200b', '\u3000\u2800', '\u3164', '\ufff9\ufffa\ufffb', '\u{1d159}', '\u{13430}\u{1343f}'].every(isBlank),
  ).toBe(true)
  expect(isBlank('\u200b一')).toBe(false)
})

it('knows the names that every object has', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])
    expect(isBuiltIn(name)).toBe(true)
  for (const name of ['', 'outcome', 'proto', 'length', 'name']) expect(isBuiltIn(name)).toBe(false)
})
