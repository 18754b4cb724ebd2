/** What people read is set as Chinese is set: half-width marks beside a Chinese character are slips. */

import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isTest, sources } from './source.ts'

/** Not sentences of ours, and why. */
const MEANT: readonly { readonly file: string; readonly text: string; readonly why: string }[] = [
  { file: 'packages/catalogue/check/ordinal-of.ts', text: '十(', why: 'a group of a regular expression' },
  { file: 'packages/procedure/printed.ts', text: '^(创建)', why: 'a group of a regular expression' },
  { file: 'packages/typed/says/no-names.ts', text: '^((主要|单位)?', why: 'groups of a regular expression' },
  { file: 'packages/roster-file/decode-text.ts', text: '(逗号分隔)', why: "a choice of Excel's, as Excel sets it" },
]
const SLIP = /[\p{Script=Han}”》〕）][,;:!?(](?![ /])|[,;:!?](?=[\p{Script=Han}“《])|\([^()]*\p{Script=Han}\)/u
/** A roster's columns have Chinese names, and the code calls them by these. */
const COLUMNS_AS_NAMES = ['check-line', 'line-fields', 'read-header', 'read-roster'].map(
  (file) => `packages/roster-file/${file}.ts`,
)
/** Regular expressions of Chinese words; a line of them with a semicolon is a sentence. */
const PATTERNS = [
  ...['no-persons', 'no-units', 'sure-names', 'plain-names', 'person'],
  'personal-numbers',
  ...[
    'says/says',
    'says/what-is-unsaid',
    'says/empty-talk',
    'says/unfilled',
    'says/no-organs',
    'says/found-nothing',
    'says/headings',
    'says/serial',
    'says/recorded',
  ],
  ...[
    'unit/words',
    'unit/places',
    'unit/unit-shape',
    'unit/same-unit',
    'attendance/brackets',
    'attendance/head-counts',
    'attendance/forms',
    'attendance/list-numbers',
    'attendance/none',
    'attendance/notes',
    'attendance/labels',
    'attendance/heard',
    'contact/reach',
    'contact/objectors',
  ],
]
  .map((file) => `packages/typed/${file}.ts`)
  .concat(
    'packages/roster/unit.ts',
    'packages/roster-file/unit-kind.ts',
    'packages/steps/entry/no-reason.ts',
    'packages/steps/judgement/said-conclusion.ts',
    'packages/steps/resolution/record-at-odds.ts',
    'services/console/notice/finding-at-odds.ts',
  )
const COMMENT = /^\s*(\/\/|\/?\*|\{\/\*)/

it('no half-width mark stands beside a Chinese character', () => {
  const slips = sources
    .filter(({ path }) => !isTest(path) && !COLUMNS_AS_NAMES.includes(path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => SLIP.test(line) && !COMMENT.test(line))
        .filter((line) => !PATTERNS.includes(path) || line.includes('；'))
        .filter((line) => !MEANT.some((one) => one.file === path && line.includes(one.text)))
        .map((line) => `${path}: ${line.trim()}`),
    )
  expect(slips).toEqual([])
})

it('nor in the papers, where code stands for a character', () => {
  const slips = globSync(['*.zh-CN.md', 'docs/runbook.md', 'docs/line-by-line-*.md', 'packages/cli/*.mjs']).flatMap(
    (path) => {
      const isPaper = path.endsWith('.md')
      return readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => !(isPaper ? /^ {4}/ : COMMENT).test(line) && !MEANT.some(({ text }) => line.includes(text)))
        .map((line) => (isPaper ? line.replace(/`[^`]*`/g, '码').replace(/\]\([^)]*\)/g, ']') : line))
        .filter((line) => SLIP.test(line))
        .map((line) => `${path}: ${line.trim()}`)
    },
  )
  expect(slips).toEqual([])
})
