import { expect, it } from 'vitest'
import { ApiError } from '#contracts/client.ts'
import { refusalOf, saidWhole, unsaid, withoutField, wrongAt } from './refusal.ts'

const error = new ApiError(422, '“表”有3处需要修改。', 'incomplete', {
  reason: '理由最多3000字',
  'workPlan.1': '文件名有264字，最多255字',
  cases: '请选择单位',
})

it('a part of an answer is wrong at the answer’s own field', () => {
  const { fields } = refusalOf(error)
  expect([wrongAt(fields, 'reason'), wrongAt(fields, 'workPlan'), wrongAt(fields, 'work')]).toEqual([
    '理由最多3000字',
    '文件名有264字，最多255字',
    undefined,
  ])
})
it('what no field shows is said all the same, once', () => {
  const { fields } = refusalOf(error)
  expect(unsaid(fields, ['reason', 'workPlan'])).toEqual(['请选择单位'])
  expect(unsaid({ a: '同一句', b: '同一句' }, [])).toEqual(['同一句'])
  expect(unsaid(fields, ['reason', 'workPlan', 'cases'])).toEqual([])
})
it('a place without fields says it whole; an error without fields its own sentence', () => {
  expect(saidWhole(error)).toBe('“表”有3处需要修改。理由最多3000字；文件名有264字，最多255字；请选择单位。')
  expect(saidWhole(new Error('网络不通。'))).toBe('网络不通。')
  expect(saidWhole('?')).toBe('办理未成功，请重试。')
})

const refused = {
  message: '还有2项需要填写或修改。',
  fields: { on: '请填写日期', 'workPlan.1': '文件名有264字，最多255字' },
}
it('what was mended is not counted any more, nor a part of it', () => {
  const fields = { on: '请填写日期' }
  expect(withoutField(refused, ['workPlan'])).toEqual({ message: '还有1项需要填写或修改。', fields })
})
it('goes when everything was mended, and stays when nothing was', () => {
  expect(withoutField(refused, ['on', 'workPlan'])).toBeUndefined()
  expect(withoutField(refused, ['place'])).toBe(refused)
})
it('keeps what was thrown, so that it still passes by itself', () => {
  expect(withoutField({ ...refused, error }, ['on'])?.error).toBe(error)
})
