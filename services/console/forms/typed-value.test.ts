import { describe, expect, it } from 'vitest'
import type { FieldDefinition } from '#contracts/forms.ts'
import {
  countOf,
  dayOf,
  excessOf,
  isSaidByField,
  readAs,
  saidCount,
  saidExcess,
  shownText,
  whyUnread,
  wrongTyped,
} from './typed-value.ts'

const field = (more: Partial<FieldDefinition>): FieldDefinition => ({
  ...{ name: 'one', label: '填写项', kind: 'text', required: true },
  ...more,
})

describe('what a field holds', () => {
  it('is what was understood, or what was typed, and never something older', () => {
    expect(['2018/6/8', '2018-2-30', '', '\u200b'].map(dayOf)).toEqual([
      '2018-06-08',
      '2018-2-30',
      undefined,
      undefined,
    ])
    expect(['１５', '十五', '很多', ' '].map((text) => countOf(text))).toEqual([15, 15, '很多', undefined])
  })
  it('is no number of another thing than the field counts, and says as what a number was read', () => {
    expect(countOf('15个工作日', 'days')).toBe('15个工作日')
    expect(whyUnread('number', '15个工作日', 'days')).toContain('这里填自然日的天数')
    expect([saidCount('15', 15), saidCount('十五天', 15)]).toEqual([undefined, '按15填写'])
    expect(saidCount('15个工作日', 15)).toBe('按15填写，不分工作日、自然日；按哪种日子计算，以本页所选的计算方法为准')
  })
  it('is shown as it was typed, until the value is another one', () => {
    expect(shownText('2018/6/8', '2018-06-08', dayOf)).toBe('2018/6/8')
    expect(shownText('2018/6/8', '2018-06-09', dayOf)).toBe('2018-06-09')
    expect(shownText('2018/6/8', undefined, dayOf)).toBe('')
    expect(shownText('明天', '明天', dayOf)).toBe('明天')
    expect(shownText('十五', 15, countOf)).toBe('十五')
    expect(shownText('十五', 7, countOf)).toBe('7')
  })
  it('says why it cannot be sent', () => {
    expect(whyUnread('date', '2018-2-30')).toContain('没有30日')
    expect(whyUnread('date', '2018-06-08')).toBeUndefined()
    expect(whyUnread('number', '很多')).toContain('“很多”')
    expect([whyUnread('number', 15), whyUnread('text', '很多'), whyUnread('date', undefined)]).toEqual(
      Array(3).fill(undefined),
    )
  })
  it('is counted in characters, without the blanks at its ends', () => {
    expect(excessOf(`${'𠮷'.repeat(3000)}\n`, 3000)).toBe(0)
    expect(excessOf('字'.repeat(3413), 3000)).toBe(413)
    expect(excessOf(`${'字'.repeat(3000)}${'\u200b'.repeat(500)}`, 3000)).toBe(0)
    expect(saidExcess(413, 3000)).toBe('超出413字，最多3000字')
  })
  it('of a name, a number to dial or an address is shown as it will be kept', () => {
    expect(readAs(field({ format: 'name', max: 30 }), '何　英')).toBe('按“何英”填写')
    expect(readAs(field({ format: 'phone', max: 20 }), '１３９ ０５５７ １２３４')).toBe('按“13905571234”填写')
    expect(readAs(field({ format: 'phone', max: 30 }), '（0557）7021234 转 801')).toBe('按“0557-7021234-801”填写')
    expect(readAs(field({ format: 'name', max: 30 }), '何英')).toBeUndefined()
    expect(readAs(field({ max: 30 }), '何　英')).toBeUndefined()
  })
})

describe('what was typed and cannot be sent', () => {
  const fields = [
    field({ name: 'on', label: '日期', kind: 'date' }),
    field({ name: 'days', label: '天数', kind: 'number' }),
    field({ name: 'text', label: '理由', kind: 'longText', max: 3 }),
    field({ name: 'tel', label: '电话', format: 'phone', max: 20 }),
    field({ name: 'which', label: '选择', kind: 'choice', choices: [] }),
  ]
  it('is named by its field', () => {
    expect(wrongTyped(fields, { on: '20181301', days: '若干', text: '一二三四', tel: '12' })).toEqual({
      on: expect.stringContaining('13月'),
      days: expect.stringContaining('“若干”'),
      text: '理由超出1字，最多3字',
      tel: expect.stringContaining('电话'),
    })
  })
  it('is nothing when it is right, or missing', () => {
    expect(wrongTyped(fields, { on: '2018-06-15', days: 15, text: '𠮷甲𠮷', tel: '0557-7021234' })).toEqual({})
    expect(wrongTyped(fields, {})).toEqual({})
  })
  it('is said once: by the field where it can see for itself', () => {
    const [on, , text, tel] = fields
    expect([isSaidByField(on!, '明天'), isSaidByField(text!, '一二三四'), isSaidByField(tel!, '12')]).toEqual([
      true,
      true,
      false,
    ])
    expect([isSaidByField(on!, '2018-06-15'), isSaidByField(text!, '一')]).toEqual([false, false])
  })
})
