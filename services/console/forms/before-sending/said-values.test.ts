import { expect, it } from 'vitest'
import type { FieldDefinition } from '#contracts/forms.ts'
import { saidValues } from './said-values.ts'

const field = (name: string, kind: FieldDefinition['kind']): FieldDefinition => ({
  ...{ name, label: `“${name}”`, kind, required: false },
  ...(kind === 'choice' && { choices: [{ value: 'phone', label: '来电' }] }),
})
const said = (kind: FieldDefinition['kind'], value: unknown) =>
  saidValues({ fields: [field('a', kind)], values: { a: value } }).map(({ words }) => words)

it.each([
  ['date', '2018-05-20', ['2018年5月20日']],
  ['choice', 'phone', ['来电']],
  ['text', '张伟', ['张伟']],
  ['file', `${'a'.repeat(64)} 来信.pdf`, ['来信.pdf']],
  ['files', [`${'a'.repeat(64)} 一.pdf`, `${'b'.repeat(64)} 二.pdf`], ['一.pdf、二.pdf']],
  ['longText', '字'.repeat(121), [`${'字'.repeat(120)}……`]],
  ['longText', undefined, []],
  ['date', '2018.5', []],
] as const)('%s %j is read out', (kind, value, words) => expect(said(kind, value)).toEqual(words))

it('says what an empty field means where that was given', () => {
  const empty = { name: '匿名' }
  expect(saidValues({ fields: [field('name', 'text'), field('on', 'date')], values: {}, empty })).toEqual([
    { name: 'name', label: '“name”', words: '匿名' },
  ])
})
