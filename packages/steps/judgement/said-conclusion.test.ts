import { expect, it } from 'vitest'
import { DEFAULT_PHRASES } from '../../../services/console/judgement/phrases.ts'
import { saysOtherwise } from './said-conclusion.ts'

it.each([
  ['on', '经核对，不符合创建基本条件，不予通过。', '不予通过'],
  ['on', '不同意。', '不同意'],
  ['on', '不建议推荐', '不建议推荐'],
  ['on', '所列材料不齐全，请补齐后重新提交。', '请补齐后重新提交'],
  ['on', '同意退回补正。', '同意退回补正'],
  ['back', '材料齐全，经核对未发现不符，同意通过。', '同意通过'],
  ['back', '材料齐全，同意通过。请补充照片', '同意通过'],
  ['end', '同意', '同意'],
  ['end', '材料齐全，初审通过。', '初审通过'],
  ['end', '请补正第二项', undefined],
  ['end', '内容不具体，请予补正', '请予补正'],
] as const)('where the outcome leads %s, %j is read as it concludes', (effect, text, said) => {
  expect(saysOtherwise(effect, text)).toBe(said)
})
it.each([
  ['on', '上次退回补正的内容均已补正，同意通过。'],
  ['on', '该单位已按要求重新提交，符合条件。'],
  ['on', '未发现不予通过的情形。'],
  ['on', '原不予通过有误。'],
  ['on', '符合基本条件，材料齐全。'],
  ['back', '是否同意通过，补齐后再定。'],
  ['back', '材料不全，本次不予通过，请补齐后重新提交。'],
  ['end', '此前请其补齐后重新提交，仍未补齐，不予通过。'],
  ['end', '不同意通过'],
  ['end', ''],
] as const)('where the outcome leads %s, %j is no contradiction', (effect, text) => {
  expect(saysOtherwise(effect, text)).toBeUndefined()
})
it('reads each standard phrase as it is meant', () => {
  for (const { effect, text } of DEFAULT_PHRASES) expect(saysOtherwise(effect, text)).toBeUndefined()
})
