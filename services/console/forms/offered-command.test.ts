import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { OfferedCommand } from '#contracts/case-page.ts'
import { draftName } from './offered-command.ts'

const command = (more: object): OfferedCommand =>
  ({
    ...{ name: 'decide', path: '/api/cases/2018-2/dunji/steps/review/decide', title: '办理' },
    ...{ danger: false, fields: [], values: {}, ...more },
  }) as unknown as OfferedCommand

it('keeps what was typed for a command under the same name at every stay of the case', () => {
  const at = (visit: number) => draftName(command({ values: { visit, replaces: `${visit}-1` } }))
  expect(at(1)).toBe('api/cases/2018-2/dunji/steps/review/decide')
  expect(at(3)).toBe(at(1))
})

it('tells steps, cases and sign-offs apart', () => {
  const names = [
    command({}),
    command({ path: '/api/cases/2018-2/dunji/steps/approval/decide' }),
    command({ path: '/api/cases/2018-2/dazhuang/steps/review/decide' }),
    command({ signOff: 'head' }),
    command({ signOff: 'legal' }),
  ].map(draftName)
  expect(new Set(names).size).toBe(names.length)
})

it('is so for every draft: no name of one holds a stay or what somebody else has prepared', () => {
  const root = new URL('../', import.meta.url)
  const found = globSync('**/*.{ts,tsx}', { cwd: root }).flatMap((path) =>
    readFileSync(new URL(path, root), 'utf8')
      .split('\n')
      .filter((line) => /\bname(=\{| = |: )`|(localDraft|useDraft|keptValues)\(`/.test(line))
      .map((line) => ({ path, line })),
  )
  expect(found.length).toBeGreaterThan(12)
  expect(
    found.filter(({ line }) => /\b(visit|seen|digest|prepared|drafted|length|objections)\b|\(values\)/.test(line)),
  ).toEqual([])
})
