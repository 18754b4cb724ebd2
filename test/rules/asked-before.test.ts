/** What cannot be undone is sent by its button, and asked about by the one question that no key answers by itself. */
import { expect, it } from 'vitest'
import { isTest, sources } from './source.ts'

const console_ = sources.filter(({ path }) => path.startsWith('services/console/') && !isTest(path))
const where = (what: RegExp) => console_.flatMap(({ path, text }) => (what.test(text) ? [path] : []))

it('nothing in the console is sent by Enter in a field', () => {
  expect(console_.length).toBeGreaterThan(100)
  expect(where(/htmlType="submit"|onFinish=|onPressEnter=|<form\b/)).toEqual([])
  // A form of antd is one that Enter sends, unless it is told what it is.
  const forms = console_
    .filter(({ text }) => /import \{[^}]*\bForm\b[^}]*\} from 'antd'/.test(text))
    .flatMap(({ path, text }) => [...text.matchAll(/<Form\s[^>]*/g)].map(([tag]) => ({ path, tag })))
  expect(forms.length).toBeGreaterThan(4)
  expect(forms.filter(({ tag }) => !tag.includes('component="div"'))).toEqual([])
})
it('is asked by the one question, none of whose buttons has the focus', () => {
  expect(where(/\bmodal\.(confirm|info|warning)\b|Modal\.confirm/)).toEqual(['services/console/forms/ask.tsx'])
  // To stay logged in undoes nothing.
  expect(where(/<Button[^>]*\bautoFocus\b/)).toEqual(['services/console/session/idle-watch.tsx'])
})
