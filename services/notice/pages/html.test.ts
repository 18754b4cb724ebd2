import fc from 'fast-check'
import { expect, it } from 'vitest'
import { html } from './html.ts'

it('escapes what it is given, in text and in attributes', () => {
  expect(html`<p title="${'"><script>'}">${"a<b & 'c'"}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">a&lt;b &amp; &#39;c&#39;</p>',
  )
})

it('leaves what it made itself, alone and in lists; undefined is nothing', () => {
  expect(html`<ul>${['一', '<'].map((one) => html`<li>${one}</li>`)}</ul>${undefined}${html`<hr>`}${3}`.text).toBe(
    '<ul><li>一</li><li>&lt;</li></ul><hr>3',
  )
})

it('lets no value open a tag or leave its quotes', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const { text } = html`<a href="${value}">${value}</a>`
      expect(text.match(/[<>]/g)).toHaveLength(4)
      expect(text.match(/"/g)).toHaveLength(2)
    }),
  )
})
