import { expect, it } from 'vitest'
import { z } from 'zod/mini'
import { fieldsOf } from '#contracts/forms.ts'
import { enteredObjection } from '#contracts/notice.ts'
import { readAs } from '../forms/typed-value.ts'
import { entering } from './objection-fields.ts'

const asked = entering({ lines: [] })

it('asks what is typed of an objection as the county takes it', () => {
  const taken = fieldsOf(z.pick(enteredObjection, { on: true, summary: true, name: true, contact: true }))
  for (const { help: _, ...field } of asked.filter(({ kind }) => ['text', 'longText', 'date'].includes(kind)))
    expect(taken).toContainEqual(field)
})
it('shows a name as it will be kept', () => {
  expect(asked.flatMap((field) => readAs(field, '⽂　⽟') ?? [])).toEqual(['按“文玉”填写'])
})
