import { describe, expect, it } from 'vitest'
import { FOR_TRAINING } from '#county/organs.ts'
import { organs } from '../fixtures/county-at-notice.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'

const page = (more: { training?: true }, trial = false) =>
  layout({ title: '公示', organs: { ...organs, ...more }, trial, body: html`<p>大庄镇</p>` })

describe('a public page', () => {
  it('of a county for training says so in its title and before everything else, and is found by no search', () => {
    for (const trial of [false, true]) {
      const shown = page({ training: true }, trial)
      expect(shown).toContain('<title>【培训】公示')
      expect(shown.indexOf(FOR_TRAINING)).toBeLessThan(shown.indexOf('<h1>'))
      expect(shown).toContain('noindex')
    }
  })
  it('of a trial batch says that it is one', () => {
    expect(page({}, true)).toContain('<title>【演练】公示')
    expect(page({}, true)).toContain('不是真实公示或决定')
  })
  it('of a real one says neither', () => expect(page({})).not.toMatch(/培训|演练|noindex/))
})
