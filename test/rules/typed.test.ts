/** What people type is understood by one rule each: nothing in the console cuts it, drops it or compares it otherwise. */
import { expect, it } from 'vitest'
import { bare, isTest, sources } from './source.ts'

const own = sources.filter(({ path }) => !isTest(path))
const console_ = own.filter(({ path }) => path.startsWith('services/console/'))

/** Where names are read by people. */
const named = own.filter(({ path }) => !path.startsWith('packages/local-cloud/s3/'))

const found = (pattern: RegExp, files = own): string[] =>
  files.flatMap(({ path, text }) =>
    bare(text)
      .split('\n')
      .flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  )

it('no field cuts what is typed or pasted', () => {
  expect(console_.length).toBeGreaterThan(100)
  expect(found(/\bmaxLength\s*=|\bmaxlength\s*=/, console_)).toEqual([])
})

it('days and numbers are read by their fields, which show as what', () => {
  expect(found(/\b(DatePicker|TimePicker|InputNumber)\b|type="(date|number)"/, console_)).toEqual([])
})

it('text of a form has one field; the others only look something up', () => {
  const may = /^services\/console\/(forms\/(typed-text|date-field|number-field)|upload\/evidence-picker)\.tsx$/
  expect(
    found(
      /<Input(\.TextArea)?(\s|$)/,
      console_.filter(({ path }) => !may.test(path)),
    ),
  ).toEqual([])
})

it('names are looked for and put in order by the rule for names', () => {
  expect(
    found(/optionFilterProp|\.includes\([^)]*\.trim\(\)|localeCompare\([^)]*['"]zh|mode="tags"|tokenSeparators/, named),
  ).toEqual([])
})
