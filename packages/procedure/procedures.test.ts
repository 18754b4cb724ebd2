import { globSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SHORT } from '../../test/given/cases.ts'
import { digestOfProcedure, digestWith } from './digest.ts'
import { type Form, forms } from './forms.ts'
import { printedForm } from './printed.ts'
import type { Procedure } from './procedure.ts'
import { keyOf, procedureAt, procedureOf, procedures, variantOf } from './procedures.ts'

it.each(procedures)('finds $name@$version by name and version, and by what a batch froze of it', (procedure) => {
  expect(procedureAt(keyOf(procedure))).toBe(procedure)
  expect(procedureOf(variantOf(procedure))).toBe(procedure)
})

it('refuses a version that is not listed, and another digest under one that is', () => {
  expect(procedureAt('constructor')).toBeUndefined()
  expect(() => procedureOf({ ...variantOf(SHORT), version: 9 })).toThrow('no procedure creation-short@9 is listed')
  expect(() => procedureOf({ ...variantOf(SHORT), digest: '0'.repeat(64) })).toThrow('is not the one that was frozen')
})

it('freezes what decides and lets wording be mended', () => {
  const mended = structuredClone(SHORT) as Procedure & { steps: Record<string, { title: string }> }
  for (const step of Object.values(mended.steps)) step.title = '另一名称'
  expect(digestOfProcedure({ ...mended, title: '另一程序', source: '另一文件' })).toBe(digestOfProcedure(SHORT))
  const { review, ...rest } = SHORT.steps
  if (review?.kind !== 'judgement') throw new Error('a review is a judgement')
  const other = [
    { ...SHORT, start: 'review' },
    { ...SHORT, steps: rest },
    { ...SHORT, steps: { ...SHORT.steps, review: { ...review, decides: ['officeHead' as const] } } },
    { ...SHORT, steps: { ...SHORT.steps, review: { ...review, points: {} } } },
    { ...SHORT, exits: {} },
  ]
  expect(new Set([SHORT, ...other].map(digestOfProcedure)).size).toBe(other.length + 1)
})

it('freezes the questions of the forms that it names, and lets their wording be mended', () => {
  const form = forms['creation-application']
  const [first, ...rest] = form?.fields ?? []
  if (!form || !first) throw new Error('the application asks for something')
  const digest = digestOfProcedure(SHORT)
  const changed = (to: Partial<Form>): string => digestWith(SHORT, { ...forms, [form.name]: { ...form, ...to } })
  expect(changed({ title: '另一名称', fields: [{ ...first, label: '另一栏目' }, ...rest] })).toBe(digest)
  expect(changed({ printed: { ...printedForm(form), unit: '申报单位名称', beside: [] } })).toBe(digest)
  expect(changed({ signOffs: form.signOffs.map(({ printed: _words, ...box }) => box) })).toBe(digest)
  expect(changed({ fields: [{ ...first, name: 'another' }, ...rest] })).not.toBe(digest)
  expect(changed({ signOffs: form.signOffs.slice(1) })).not.toBe(digest)
  expect(digestWith(SHORT, { [form.name]: form })).toBe(digest)
})

it('has every file of its folder listed, named by what is in it', () => {
  const found = globSync('*.json', { cwd: `${import.meta.dirname}/variants` }).sort()
  expect(procedures.map(({ name, version }) => `${name}.${version}.json`).sort()).toEqual(found)
})
