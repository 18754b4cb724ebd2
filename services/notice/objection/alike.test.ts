import { expect, it } from 'vitest'
import { alikeOf } from './alike.ts'

const SAID = '该镇2018年没有公开执法结果（见ABC网）。'

it.each(['该镇 2018 年没有公开执法结果(见ABC网)', '该镇２０１８年没有公开执法结果，见abc网！\n'])(
  '%s says the same',
  (said) => {
    expect(alikeOf(said)).toBe(alikeOf(SAID))
  },
)
it.each(['该镇2019年没有公开执法结果（见ABC网）。', '', '该镇没有公开执法结果。'])(
  '“%s” says something else',
  (said) => {
    expect(alikeOf(said)).not.toBe(alikeOf(SAID))
  },
)
it('what has no letter is compared as it is', () => {
  expect(alikeOf('？？')).toBe(alikeOf('??'))
  expect(alikeOf('？？')).not.toBe(alikeOf('！！'))
})
