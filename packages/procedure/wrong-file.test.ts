import { expect, it } from 'vitest'
import { z } from 'zod/mini'
import { parseText, readValue, WrongFile } from './wrong-file.ts'

const schema = z.strictObject({
  name: z.string().check(z.minLength(2)),
  days: z.optional(z.int()),
  site: z.optional(z.url()),
  parts: z.optional(z.array(z.enum(['one', 'two']))),
})
const read = (value: unknown) => readValue(schema, value, 'counties/some.json')

it('says of every fault the file, the field, what was received and what is allowed, a sentence each', () => {
  const wrong = { name: 'x', days: 'five', site: 'here', parts: ['one', 'three'], seat: 1 }
  expect(() => read(wrong)).toThrow(WrongFile)
  expect(() => read(wrong)).toThrow(
    [
      'counties/some.json的name收到“x”，不能少于2个字；请改正。',
      'counties/some.json的days收到“five”，应为数字；请改正。',
      'counties/some.json的site收到“here”，应为完整的网址；请改正。',
      'counties/some.json的parts.1收到“three”，只能是one、two；请改正。',
      'counties/some.json有不能识别的项“seat”；请核对拼写或删去。',
    ].join('\n'),
  )
  expect(() => read({})).toThrow('counties/some.json缺少name，应为文字；请补上。')
  expect(() => read('x')).toThrow('counties/some.json收到“x”，应为对象；请改正。')
  expect(() => read({ name: { constructor: 'x'.repeat(99) } })).toThrow(/收到\{"constructor":"x{40,}…，应为文字/)
})

it('reads what its schema takes', () => {
  expect(read({ name: '泗县', parts: ['two'] })).toEqual({ name: '泗县', parts: ['two'] })
})

it.each([
  ['at the top', '{"named":{"title":"甲"},"named":{"title":"乙"}}', 'named'],
  ['of an object in it', '{"endings":{"named":{},"lost":{},"named":{}},"x":1}', 'endings.named'],
  ['of an object in a list', '{"fields":[{"name":"a","name":"b"}]}', 'fields.name'],
  ['written with an escape', '{"a\\u0062":1,"ab":2}', 'ab'],
])('refuses a key twice, %s', (_where, text, at) => {
  expect(() => parseText(text, 'some.json')).toThrow(
    new WrongFile(`some.json的${at}写了两次；同一处的名称只能写一次，请删去或改名。`),
  )
})

it('takes a name again elsewhere, and what only looks like a key', () => {
  const text = '{"a":{"title":"x\\"title\\":{","b":[{"title":"y"},{"title":"z"}]},"title":"a","list":["a","a",":"]}'
  expect(parseText(text, 'some.json')).toEqual(JSON.parse(text))
})

it('says of a text that is no JSON which file it is', () => {
  expect(() => parseText('{"a":1,}', 'some.json')).toThrow(/^some\.json不是JSON（.*）；请核对逗号、引号和括号。$/)
})
