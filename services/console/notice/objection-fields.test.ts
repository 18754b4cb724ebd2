import { expect, it } from 'vitest'
import { z } from 'zod/mini'
import { fieldsOf } from '#contracts/forms.ts'
import { enteredObjection } from '#contracts/notice.ts'
import { readAs } from '../forms/typed-value.ts'
import { entering, whyNotReceivedOn } from './objection-fields.ts'

const asked = entering({ lines: [] })

it('asks what is typed of an objection as the county takes it', () => {
  const taken = fieldsOf(z.pick(enteredObjection, { on: true, summary: true, name: true, contact: true }))
  for (const { help: _, ...field } of asked.filter(({ kind }) => ['text', 'longText', 'date'].includes(kind)))
    expect(taken).toContainEqual(field)
})
it('shows a name as it will be kept', () => {
  expect(asked.flatMap((field) => readAs(field, '⽂　⽟') ?? [])).toEqual(['按“文玉”填写'])
})

it.each([
  ['2018-05-08', undefined],
  ['2018-05-10', undefined],
  ['2018-05-11', '收到日期不能晚于今天'],
  ['2018-05-07', '收到日期不能早于公示发布之日（2018年5月8日）'],
  // What cannot be read says so itself.
  ['2018.5', undefined],
  [undefined, undefined],
])('says of %j as the day of receipt, before it is asked', (on, why) => {
  expect(whyNotReceivedOn(on, '2018-05-08', '2018-05-10')).toBe(why)
})
