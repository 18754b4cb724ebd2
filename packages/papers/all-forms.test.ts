import { describe, expect, it } from 'vitest'
import { PAPER_FORMS } from './all-forms.ts'
import { templateOf } from './as-template.ts'
import { fieldsOf, MARK } from './paper-form.ts'
import { PAPER_NAMES } from './paper-values.ts'

it('are all there are, each under its own name', () => {
  expect(Object.values(PAPER_FORMS).map(({ name }) => name)).toEqual([...PAPER_NAMES])
  expect(new Set(Object.values(PAPER_FORMS).map(({ title }) => title)).size).toBe(PAPER_NAMES.length)
})

describe.each(Object.values(PAPER_FORMS))('$title', (form) => {
  const text = JSON.stringify(templateOf(form))
  const written = new Set([...text.matchAll(/\{\{([^{}]+)\}\}/g)].map(([, name = '']) => name))
  const fields = fieldsOf(form)
  const known = Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'list' ? [`#${name}`, `/${name}`, ...Object.keys(field.of)] : [name],
  )
  it('has no words of its own for a field that it does not have', () => {
    expect([...written].filter((name) => !known.includes(name))).toEqual([])
  })
  it('has itself whatever a county’s own form must have', () => {
    const must = Object.entries(fields).flatMap(([name, field]) => [
      ...(field.must ? [field.kind === 'list' ? `#${name}` : name] : []),
      ...(field.kind === 'list' ? Object.keys(field.of).filter((column) => field.of[column]?.must) : []),
    ])
    expect(must).toContain(MARK)
    expect(must.filter((name) => !written.has(name))).toEqual([])
  })
  it('calls no column as a field around its list is called, which would hide it', () => {
    const columns = Object.values(fields).flatMap((field) => (field.kind === 'list' ? Object.keys(field.of) : []))
    expect(columns.filter((name) => fields[name])).toEqual([])
  })
})
