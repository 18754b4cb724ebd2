/** A cross that closes something says so to whoever does not see it. */
import { expect, it } from 'vitest'
import { isTest, sources } from './source.ts'

it('gives the button that closes a sentence a name', () => {
  const alerts = sources
    .filter(({ path }) => path.startsWith('services/console/') && !isTest(path))
    .flatMap(({ path, text }) => [...text.matchAll(/<Alert\b[\s\S]*?\/>/g)].map(([alert]) => ({ path, alert })))
    .filter(({ alert }) => /\bclosable\b/.test(alert))
  expect(alerts.length).toBeGreaterThan(2)
  expect(alerts.filter(({ alert }) => !/closable=\{\{[^}]*'aria-label':/.test(alert)).map(({ path }) => path)).toEqual(
    [],
  )
})
