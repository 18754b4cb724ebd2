/**
 * Who formats an instant or reads a date by the machine's zone shows another day than the county's wherever the PC is not
 * set to UTC+8. `packages/calendar` does both, by Asia/Shanghai; nobody else does.
 */
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bare, isTest, sources } from './source.ts'

const CALENDAR = 'packages/calendar/'
/** The machine's zone, or another way to make a day of an instant. */
const BY_ZONE: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a format of the zone',
    /\.toLocale(Date|Time)?String\(|\bIntl\.(DateTimeFormat|RelativeTimeFormat|DurationFormat)\b/,
  ],
  ['a format of Date', /\.to(Date|Time|GMT)String\(|\bString\(new Date\b/],
  ['a part of Date', /\.[gs]et(UTC)?(Date|Day|Month|FullYear|Year|Hours|Minutes)\(|\.getTimezoneOffset\(/],
  ['Temporal', /\bTemporal\./],
  ['a part of an instant’s text', /toISOString\(\)\s*\.(slice|substr|substring|split|replace)\(/],
]
/** Reading and writing of instants that has no zone, but is a step before one. */
const BY_HAND: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a Date of its own', /\bnew Date\(|\bDate\(\)/],
  ['Date’s reading', /\bDate\.(parse|UTC)\b/],
  ['the PC’s clock', /\bDate\.now\b/],
]
const LIBRARIES = /^(dayjs|moment|luxon|date-fns|@date-fns|@formatjs|chinese-days|lunar-|antd\/.*(picker|calendar))/

/** Who may, and why. */
const MAY: readonly (readonly [path: string, why: string])[] = [
  ['packages/local-cloud/', 'what AWS writes itself: logs, signatures, headers, cron'],
  ['packages/papers/template/name-file.ts', 'an entry of a zip has a Date, here always the same'],
  ['packages/cli/', 'the command line has the machine’s clock; by the zone it formats nothing either'],
]
const MAY_FORMAT: readonly (readonly [path: string, why: string])[] = [
  ['packages/local-cloud/events/schedule.ts', 'EventBridge’s cron counts in UTC'],
  ['packages/local-cloud/events/event-bus.ts', 'EventBridge’s instants have no milliseconds'],
]
const MAY_TAKE: readonly (readonly [path: string, library: string, why: string])[] = [
  ['packages/calendar/period.ts', 'chinese-days', 'the holidays; it reads a day by the zone, so it is given a noon'],
]
/** What in the calendar itself would read a day by the machine’s zone, or give one to a library that does. */
const BY_ZONE_IN_CALENDAR: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a part of Date', /\.[gs]et(Date|Day|Month|FullYear|Year|Hours|Minutes)\(|\.getTimezoneOffset\(/],
  ['a format of Date', /\.to(Locale)?(Date|Time)String\(|\.toLocaleString\(/],
  ['a day for the library', /\bchineseDays\.\w+\((?!noonOf\()/],
]
const CLOCK_OF_PC: readonly (readonly [path: string, why: string])[] = [
  ['services/console/shell/server-now.ts', 'counts on from the server’s instant'],
]

const calendar = sources.filter(({ path }) => path.startsWith(CALENDAR) && !isTest(path))
const files = [
  ...sources.filter(({ path }) => /^(packages|services|infra)\//.test(path) && !isTest(path)),
  // Scripts of pages, which no compiler sees.
  ...globSync('{packages,services,infra}/**/*.{js,mjs,html}', { exclude: (name) => name.includes('node_modules') }).map(
    (path) => ({ path, text: readFileSync(path, 'utf8'), imports: [] }),
  ),
].filter(({ path }) => !path.startsWith(CALENDAR))

const found = (
  patterns: readonly (readonly [string, RegExp])[],
  may: readonly (readonly [string, string])[],
  among: readonly { path: string; text: string }[] = files,
): string[] =>
  among
    .filter(({ path }) => !may.some(([one]) => path.startsWith(one)))
    .flatMap(({ path, text }) =>
      // What stands in a template is code.
      `${bare(text)}\n${[...text.matchAll(/\$\{([^}]*)\}/g)].map(([, code]) => code).join('\n')}`
        .split('\n')
        .flatMap((line) =>
          patterns.flatMap(([what, pattern]) => (pattern.test(line) ? [`${path}: ${what}: ${line.trim()}`] : [])),
        ),
    )

it('nobody makes a day of an instant but the calendar', () => {
  expect(files.length).toBeGreaterThan(300)
  expect(found(BY_ZONE, MAY_FORMAT)).toEqual([])
})

it('nor does the calendar by the machine’s zone', () => {
  expect(calendar.length).toBeGreaterThan(5)
  expect(found(BY_ZONE_IN_CALENDAR, [], calendar)).toEqual([])
})

it.each(['return chineseDays.isWorkday(day)', 'return at.getDay()', 'return at.toLocaleDateString()'])(
  'sees %s in the calendar',
  (text) => {
    expect(found(BY_ZONE_IN_CALENDAR, [], [{ path: `${CALENDAR}x.ts`, text }])).not.toEqual([])
  },
)

it('nobody reads or writes an instant by hand but the calendar', () => {
  expect(found(BY_HAND, [...MAY, ...CLOCK_OF_PC])).toEqual([])
})

it('the console asks the server what day it is', () => {
  const isOurs = ({ path }: { path: string }) => path.startsWith('services/console/')
  expect(found(BY_HAND, CLOCK_OF_PC, files.filter(isOurs))).toEqual([])
})

it('nobody takes a library for days, which would begin with the machine’s zone', () => {
  expect(
    sources.flatMap(({ path, imports }) => imports.filter((to) => LIBRARIES.test(to)).map((to) => `${path} → ${to}`)),
  ).toEqual(MAY_TAKE.map(([path, library]) => `${path} → ${library}`))
  const antd = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/import \{([^}]*)\} from 'antd'/g)]
      .filter(([, names = '']) => /\b(DatePicker|TimePicker|Calendar)\b/.test(names))
      .map(() => path),
  )
  expect(antd).toEqual([])
})

it('nobody writes the county’s offset', () => {
  const may = ['packages/cli/', 'packages/local-cloud/']
  expect(
    files
      .filter(({ path, text }) => !may.some((one) => path.startsWith(one)) && /\+08:?00/.test(text))
      .map(({ path }) => path),
  ).toEqual([])
})

it('has no allowance that nobody needs', () => {
  const unused = [
    ...MAY.filter(
      ([path]) =>
        found(
          BY_HAND,
          [],
          files.filter((one) => one.path.startsWith(path)),
        ).length === 0,
    ),
    ...CLOCK_OF_PC.filter(
      ([path]) =>
        found(
          BY_HAND,
          [],
          files.filter((one) => one.path === path),
        ).length === 0,
    ),
    ...MAY_FORMAT.filter(
      ([path]) =>
        found(
          BY_ZONE,
          [],
          files.filter((one) => one.path === path),
        ).length === 0,
    ),
  ]
  expect(unused.map(([path]) => path)).toEqual([])
})

it.each([
  "const day = at.toLocaleDateString('zh-CN')",
  'const day = now.getDate()',
  `const text = \`\${now.getHours()}时\``,
  'const day = now().toISOString().slice(0, 10)',
  "const f = new Intl.DateTimeFormat('zh-CN')",
  'const left = Date.parse(due) - now',
  'const at = new Date(page.at)',
])('sees %s', (text) => {
  expect(found([...BY_ZONE, ...BY_HAND], [], [{ path: 'services/console/x.tsx', text }])).not.toEqual([])
})
