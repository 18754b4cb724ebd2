/** What Word puts where something is to be typed, and 口 typed for a box. */
import { expect, it } from 'vitest'
import { unfilledInReason } from './reason.ts'
import { hasWords, isSentence } from './says.ts'
import { unfilledIn } from './unfilled.ts'
import { whatIsUnsaid } from './what-is-unsaid.ts'

const isTaken = (text: string) => isSentence(text) && unfilledInReason(text) === undefined

it.each([
  '单击或点击此处输入文字。',
  '退回理由：单击或点击此处输入文字。',
  '经核查，单击此处输入文字。',
  '该单位存在单击此处输入文字。问题',
  '单击或点击以输入日期。',
  '轻点或点击此处输入文字。',
  '单击此处添加标题',
  '选择一项。',
  '请选择一项',
  '口同意 口不同意',
  '口同意口不同意',
  '口属实 口基本属实 口不属实',
  '核查结论：口属实 口不属实',
  '口通过 口退回',
  '口材料不全 口未盖章 口逾期',
  '退回原因：口材料不全；口未盖章；口其他',
  '囗属实 囗不属实',
])('%s is no reason', (text) => expect(isTaken(text)).toBe(false))

it.each([
  '√口属实 口不属实',
  '口材料不全 ☑未盖章',
  '公开出口与入口标识不一致，请核实。',
  '三个口未公开，应当补充公开。',
  '口径不一，口头通知的时间与记录不符。',
  '对口单位未反馈，进口货物查验记录不全。',
  '同意。口头答复不作为依据，口碑不计分。',
  '请登录网站，点击此处输入查询码的说明有误，请更正。',
])('%s is one', (text) => expect(isTaken(text)).toBe(true))

it('nor a title or an opinion', () => {
  expect(unfilledIn('关于单击此处输入文字。的通知', true)).toBe('单击此处输入文字')
  expect(whatIsUnsaid('单击或点击此处输入文字', 'text', true)).toBeDefined()
  expect(hasWords('选择一项。')).toBe(false)
})
