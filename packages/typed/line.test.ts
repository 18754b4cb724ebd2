import { expect, it } from 'vitest'
import { z } from 'zod/mini'
import {
  countedIn,
  isSameNumber,
  lengthOf,
  saidIn,
  tidyLine,
  tidyNumber,
  tidyText,
  unitsOf,
  wholeFrom,
} from './line.ts'
import { isBlank } from './unseen.ts'

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
  // What comes with pasting and nobody sees: a text with it is not longer, nor kept otherwise.
  expect(tidyText('制度\u0000健全\u200b，\ufeff执法\u00ad规范\u202e。\n二')).toBe('制度健全，执法规范。\n二')
  expect(lengthOf(tidyText(`${'字\u200b'.repeat(3000)}`))).toBe(3000)
  expect(tidyText('一\u0085二\u2028三')).toBe('一\n二\n三')
  expect(tidyLine('许建国\u0085宋志远')).toBe('许建国 宋志远')
  // Of a family of emoji or a flag nobody sees a part.
  for (const drawn of ['👨\u200d👩\u200d👧', '❤\ufe0f', '👩🏽\u200d⚖\ufe0f'])
    expect([tidyText(drawn), tidyLine(drawn)]).toEqual([drawn, drawn])
  expect(tidyText('字\u200d字\ufe0f')).toBe('字字\ufe0f')
  // As the form of a page without a script sends it.
  expect(tidyText('一\r\n二\r三')).toBe('一\n二\n三')
})

it('says the same with blanks or breaks elsewhere, and with what nobody sees', () => {
  for (const text of ['规范执法', ' 规范\u200b执法\n', '规 范\r\n执\u3000法', '规范执法\ufeff'])
    expect(saidIn(text)).toBe('规范执法')
  for (const drawn of ['规\u{e0100}范执法', '规\ufe00范执法']) expect(saidIn(drawn)).toBe('规范执法')
  expect(saidIn('２０１８年Ａ类')).toBe('2018年A类')
  for (const text of ['规范执法。', '规范执法．', '规范执法；\n', '规范执法.', '规范执法！', '规范执法……'])
    expect(saidIn(text)).toBe('规范执法')
  expect(saidIn('一、执法（试点）：５项，“双随机”')).toBe(saidIn('一、执法(试点):5项,"双随机"。'))
  expect(saidIn('一。\n二。')).toBe(saidIn('一\r\n二'))
  expect(saidIn('第 1 项  A  B。')).toBe('第1项A B')
  expect(saidIn('1 2')).not.toBe(saidIn('12'))
  // Quotes, dashes, dots and brackets of any kind.
  for (const text of [
    '“放管服”——改革〔2018〕22号……等',
    '"放管服"--改革[2018]22号...等',
    '「放管服」—改革【2018】22号…等',
    '‘放管服’─改革〔2018〕22号。。等',
  ])
    expect(saidIn(text)).toBe('"放管服"-改革[2018]22号…等')
  expect(saidIn('买买提•艾力〜一')).toBe(saidIn('买买提·艾力～一'))
  expect(saidIn('规范执法——')).toBe('规范执法')
  expect(saidIn('规范。执法')).not.toBe(saidIn('规范执法'))
  for (const [one, other] of [
    ['5-7项', '57项'],
    ['（甲）', '[甲]'],
    ['甲…乙', '甲乙'],
    ['“甲”', '《甲》'],
  ] as const)
    expect(saidIn(one)).not.toBe(saidIn(other))
  expect(saidIn('1.5项')).not.toBe(saidIn('15项'))
})

it('counts as the schemas do, which is characters and not UTF-16 units', () => {
  for (const text of ['𠮷𠮷𠮷', '葛\u{e0100}', '👨‍👩‍👧', 'ab', '甲\n乙']) {
    const within = (most: number) => z.string().check(z.maxLength(most)).safeParse(text).success
    expect([within(lengthOf(text)), within(lengthOf(text) - 1)]).toEqual([true, false])
  }
  expect(lengthOf('𠮷𠮷𠮷')).toBe(3)
  expect('𠮷甲𠮷乙'.slice(unitsOf('𠮷甲𠮷乙', 3))).toBe('乙')
  // What nobody sees, and blanks before it, do not count.
  const text = ' \n𠮷\u200b\u200b甲 \u2060乙丙丁'
  expect([countedIn(text), text.slice(unitsOf(text, 4)), unitsOf(text, 99)]).toEqual([6, '丙丁', text.length])
  const pasted = `${'字'.repeat(2999)}${'\u200b'.repeat(500)}末`
  expect([countedIn(pasted), pasted.slice(unitsOf(pasted, 2999))]).toEqual([3000, `${'\u200b'.repeat(500)}末`])
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

it('takes two numbers of documents for one, whatever their brackets and blanks, and for no other', () => {
  for (const other of [
    '泗政[2018]3号',
    '泗政 〔2018〕 3 号',
    '泗政（２０１８）3号',
    '泗政【2018】3号',
    '泗政〔2018〕第3号',
    '泗政（2018）第 03 号',
  ])
    expect([other, isSameNumber('泗政〔2018〕3号', other)]).toEqual([other, true])
  for (const other of [
    '泗政〔2018〕13号',
    '泗政〔2019〕3号',
    '泗政办〔2018〕3号',
    '泗政〔2018〕30号',
    '泗政〔2018〕3次',
    '',
  ])
    expect([other, isSameNumber('泗政〔2018〕3号', other)]).toEqual([other, false])
})
