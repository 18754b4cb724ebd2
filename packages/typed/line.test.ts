import { expect, it } from 'vitest'
import { z } from 'zod/mini'
import { isBlank, isSentence, lengthOf, saidIn, tidyLine, tidyNumber, tidyText, unitsOf, wholeFrom } from './line.ts'

it('knows text in which there is nothing to see', () => {
  for (const text of ['', ' \n\t', '\u3000', '\u200b\u200d\ufeff', '\u2800', '\u3164', '\u00ad', '\u0007', '\u{e0100}'])
    expect([text, isBlank(text), tidyLine(text), tidyText(text)]).toEqual([text, true, '', ''])
  expect(isBlank('\u200b甲')).toBe(false)
})

it('keeps of a line what can be seen, with each character written in the one way', () => {
  expect(tidyLine(' ⻓\u200b沟镇\r\n\u2f08民政府\ufeff ')).toBe('长沟镇 人民政府')
  expect(tidyLine('\uf9dc 𠮷')).toBe('隆 𠮷')
  // Which drawing of a character somebody writes in a name is part of the name.
  expect(tidyLine('葛\u{e0100}明\u{e0100}\ufe0f')).toBe('葛\u{e0100}明\u{e0100}')
  expect(tidyLine('A\u{e0100}')).toBe('A')
  expect(tidyText(' 一\n\n二 ')).toBe('一\n\n二')
  // As the form of a page without a script sends it.
  expect(tidyText('一\r\n二\r三')).toBe('一\n二\n三')
})

it('says the same with blanks or breaks elsewhere, and with what nobody sees', () => {
  for (const text of ['规范执法', ' 规范\u200b执法\n', '规 范\r\n执\u3000法', '规范执法\ufeff'])
    expect(saidIn(text)).toBe('规范执法')
  expect(saidIn('第 1 项  A  B。')).toBe('第1项A B。')
  expect(saidIn('1 2')).not.toBe(saidIn('12'))
  expect(saidIn('规范执法。')).not.toBe(saidIn('规范执法'))
})

it('tells a sentence from a mark that only fills the field', () => {
  for (const text of ['', '。', '----', '1', '2018', '无', '没有', '无无无无', 'aaaa', '一\u200b\u200b\u200b二'])
    expect([text, isSentence(text)]).toEqual([text, false])
  for (const text of ['无须修改', '第3页补盖', 'none needed', '𠮷甲𠮷乙'])
    expect([text, isSentence(text)]).toEqual([text, true])
})

it('counts as the schemas do, which is characters and not UTF-16 units', () => {
  for (const text of ['𠮷𠮷𠮷', '葛\u{e0100}', '👨‍👩‍👧', 'ab', '甲\n乙']) {
    const within = (most: number) => z.string().check(z.maxLength(most)).safeParse(text).success
    expect([within(lengthOf(text)), within(lengthOf(text) - 1)]).toEqual([true, false])
  }
  expect(lengthOf('𠮷𠮷𠮷')).toBe(3)
  expect('𠮷甲𠮷乙'.slice(unitsOf('𠮷甲𠮷乙', 3))).toBe('乙')
})

it('has a number as it is dialled, whatever dash somebody typed', () => {
  for (const dash of ['-', '—', '——', '–', '－', '−', '‑', '―'])
    expect(tidyNumber(` ０557 ${dash} 7021234`)).toBe('0557-7021234')
})
it('no mark begins inside what is drawn as one', () => {
  const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'
  expect(wholeFrom(`一${family}二`, 4)).toBe(1)
  expect(wholeFrom(`一${family}二`, 1 + family.length)).toBe(1 + family.length)
  expect(wholeFrom('一二', 1)).toBe(1)
})
