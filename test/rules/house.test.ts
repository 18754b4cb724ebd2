/** The rules of the house that a machine can see. Each failure names the file and, where it helps, the line. */
import { describe, expect, it } from 'vitest'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import { forms } from '#procedure/forms.ts'
import { procedures } from '#procedure/procedures.ts'
import { RESERVED_IDS } from '#typed/reserved-ids.ts'
import { bare, isTest, type Source, sources } from './source.ts'

const own = sources.filter(({ path }) => !isTest(path))
const room = (path: string): string => path.split('/').slice(0, 2).join('/')

/** Imports that break a rule, as `from → to`. */
const breaking = (rule: (from: string, to: string) => boolean, files = own): string[] =>
  files.flatMap(({ path, imports }) => imports.filter((to) => rule(path, to)).map((to) => `${path} → ${to}`))

describe('imports point one way', () => {
  it('reads the tree at all', () => {
    expect(own.length).toBeGreaterThan(50)
    expect(own.flatMap(({ imports }) => imports).some((to) => to.startsWith('packages/'))).toBe(true)
  })

  it('services never import one another', () => {
    expect(
      breaking((from, to) => from.startsWith('services/') && to.startsWith('services/') && room(from) !== room(to)),
    ).toEqual([])
  })

  it('packages import neither services nor infra, save the command line and the laptop', () => {
    const may = ['packages/cli', 'packages/local-cloud']
    expect(
      breaking(
        (from, to) => from.startsWith('packages/') && !may.includes(room(from)) && /^(services|infra)\//.test(to),
      ),
    ).toEqual([])
  })

  it('nobody imports a Lambda entry', () => {
    expect(breaking((_from, to) => to.endsWith('.lambda.ts'))).toEqual([])
  })

  it('only packages/edge knows middy', () => {
    expect(breaking((from, to) => to.startsWith('@middy/') && room(from) !== 'packages/edge')).toEqual([])
  })

  it('deciders know neither AWS nor the clock', () => {
    const deciders = [
      'packages/case',
      'packages/steps',
      'packages/batch',
      'packages/title',
      'packages/procedure',
      'packages/catalogue',
    ]
    expect(
      breaking(
        (from, to) =>
          deciders.includes(room(from)) && (to.startsWith('@aws-sdk/') || to === 'packages/calendar/clock.ts'),
      ),
    ).toEqual([])
  })

  it.each([
    ['room by room', room],
    ['file by file, types included', (path: string) => path],
  ])('goes in no circles, %s', (_how, place) => {
    expect(circles(own, place)).toEqual([])
  })

  it('sees a circle', () => {
    const files = [
      { path: 'packages/a/x.ts', imports: ['packages/b/y.ts'] },
      { path: 'packages/b/y.ts', imports: ['packages/b/z.ts'] },
      { path: 'packages/b/z.ts', imports: ['packages/a/x.ts'] },
    ]
    expect(circles(files, room)).toContain('packages/a → packages/b → packages/a')
    expect(circles(files, (path) => path)).toHaveLength(3)
    expect(circles(files.slice(1), room)).toEqual([])
  })
})

/** Ways back to where they begin, each as one line, between files or the rooms they lie in. */
function circles(files: readonly Pick<Source, 'path' | 'imports'>[], place: (path: string) => string): string[] {
  const ways = new Map<string, Set<string>>()
  for (const { path, imports } of files)
    for (const to of imports)
      if (/^(packages|services|infra)\//.test(to) && place(to) !== place(path))
        ways.set(place(path), (ways.get(place(path)) ?? new Set()).add(place(to)))
  return [...ways.keys()].flatMap((start) => circle(ways, start, [start]))
}

/** The first way back from `start` to itself, as one line. */
function circle(
  rooms: ReadonlyMap<string, ReadonlySet<string>>,
  start: string,
  way: readonly string[],
  seen = new Set<string>(),
): string[] {
  for (const next of rooms.get(way.at(-1) ?? '') ?? []) {
    if (next === start) return [[...way, start].join(' → ')]
    if (seen.has(next)) continue
    seen.add(next)
    const found = circle(rooms, start, [...way, next], seen)
    if (found.length > 0) return found
  }
  return []
}

/** Lines of our own code, outside tests, that match, as `file:line`. */
const lines = (pattern: RegExp, files = own): string[] =>
  files.flatMap(({ path, text }) =>
    bare(text)
      .split('\n')
      .flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  )

describe('code says what it means', () => {
  it('asserts no types', () => {
    const assertions = lines(/\bas (?!const\b)[A-Z{(<\w]/).filter(
      (line) => !/\b(import|export)\b|\* as |\{[^}]*\bas\b[^}]*\} from/.test(line),
    )
    expect(assertions).toEqual([])
  })

  it('keeps in a browser only what one room keeps there', () => {
    const may = 'services/console/kept/'
    // A text with script in it counts as well, so the strings are looked at too.
    const touches = own.filter(
      ({ path, text }) =>
        !path.startsWith(may) &&
        /\b(localStorage|sessionStorage|indexedDB|document\.cookie|cookieStore|serviceWorker|caches\.open)\b/.test(
          text,
        ),
    )
    expect(touches.map(({ path }) => path)).toEqual([])
    expect(own.some(({ path, text }) => path.startsWith(may) && text.includes('localStorage'))).toBe(true)
  })

  it('silences no checker', () => {
    expect(
      own.filter(({ text }) => /@ts-(ignore|expect-error|nocheck)|biome-ignore/.test(text)).map(({ path }) => path),
    ).toEqual([])
  })

  it('asks one module for the time', () => {
    const may = ['packages/calendar/clock.ts', 'packages/local-cloud/', 'packages/cli/', 'services/console/', 'infra/']
    expect(
      lines(
        /\bDate\.now\(\)|new Date\(\)/,
        own.filter(({ path }) => !may.some((one) => path.startsWith(one))),
      ),
    ).toEqual([])
  })

  it('reads the environment only where a function, the command line or the build begins', () => {
    const may = /\.lambda\.ts$|^packages\/(cli|local-cloud)\/|^infra\//
    expect(
      lines(
        /\bprocess\.env\b/,
        own.filter(({ path }) => !may.test(path)),
      ),
    ).toEqual([])
  })

  it('reads by the one client whose callers compare digests themselves, save public pages, which have none', () => {
    const made = own.filter(({ path, text }) => path.startsWith('services/') && text.includes('new S3Client('))
    expect(made.map(({ path }) => path)).toEqual(['services/site/serve-site.lambda.ts'])
  })

  it('names what no person clicks by a command with a blank, which no click’s id has', () => {
    const conductor = own.filter(({ path }) => path.startsWith('services/conductor/'))
    const named = conductor.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line) => (/\bcommand(:| =) `/.test(line) ? [`${path}: ${line.trim()}`] : [])),
    )
    expect(named.length).toBeGreaterThan(4)
    expect(named.filter((line) => !/`[^`$]* /.test(line))).toEqual([])
  })

  it('has no room for odds and ends', () => {
    expect(
      sources
        .map(({ path }) => path)
        .filter((path) => /\/(utils?|shared|helpers?|types|common|misc)(\/|\.tsx?$)/.test(path)),
    ).toEqual([])
  })

  it('divides a room before it holds more than 25 files', () => {
    const rooms = Map.groupBy(own, ({ path }) => path.slice(0, path.lastIndexOf('/')))
    expect([...rooms].flatMap(([name, files]) => (files.length > 25 ? [`${name}: ${files.length}`] : []))).toEqual([])
  })

  it('keeps every file under 300 lines', () => {
    expect(own.filter(({ text }) => text.split('\n').length > 300).map(({ path }) => path)).toEqual([])
  })

  it('keeps Lambda entries under 40 lines', () => {
    expect(
      own
        .filter(({ path, text }) => path.endsWith('.lambda.ts') && text.split('\n').length > 40)
        .map(({ path }) => path),
    ).toEqual([])
  })
})

it('an id that means something by itself is named where it is reserved, nowhere else', () => {
  const named = own.flatMap(({ path, text }) =>
    path.startsWith('packages/cli/') || path === 'packages/typed/reserved-ids.ts'
      ? []
      : [...text.matchAll(/\b(?:by|owner)(?:: | = | === | !== )'([a-z-]+)'/g)].flatMap(([found, id = '']) =>
          // Whoever a function acts as is reserved, or somebody could be registered as it.
          RESERVED_IDS.includes(id) || (/^services\/(?!console\/)/.test(path) && found.startsWith('by: '))
            ? [`${path}: ${found}`]
            : [],
        ),
  )
  expect(named).toEqual([])
  expect(own.some(({ text }) => text.includes('by: ACTORS.'))).toBe(true)
})

it('an appointment is named where it is defined and where rights are written, nowhere else', () => {
  const names = new Set<string>(Object.keys(APPOINTMENTS))
  const named = own.flatMap(({ path, text }) =>
    /^packages\/(cli|procedure)\//.test(path)
      ? []
      : [...text.matchAll(/(['"])(\w+)\1/g)].flatMap(([, , word = '']) =>
          names.has(word) ? [`${path}: ${word}`] : [],
        ),
  )
  expect(named).toEqual([])
})

describe('a step is data', () => {
  /** What the listed variants and forms call their own: steps, outcomes, ways out, endings, forms, sign-offs. */
  const names = new Set([
    ...procedures.flatMap(({ name, steps, exits, endings }) => [
      name,
      ...Object.entries(steps).flatMap(([step, { outcomes }]) => [step, ...Object.keys(outcomes)]),
      ...Object.keys(exits),
      ...Object.keys(endings),
    ]),
    ...Object.values(forms).flatMap(({ name, signOffs }) => [name, ...signOffs.map((one) => one.name)]),
  ])
  /** The same letters, another word: what it is there, and below which paths. */
  const OTHER_WORDS: Readonly<Record<string, { readonly is: string; readonly below: readonly string[] }>> = {
    notice: { is: 'a kind of step, its rows and its stream', below: ['packages/', 'services/', 'infra/stacks/'] },
    executiveMeeting: { is: 'a body that meets', below: ['packages/procedure/kinds.ts', 'services/intake/'] },
    leadingGroup: { is: 'a body that meets', below: ['packages/procedure/kinds.ts', 'services/intake/'] },
    unitHead: { is: 'an appointment', below: ['packages/procedure/'] },
    upheld: {
      is: 'a finding on an objection, and a field of a notice’s value',
      below: [
        'packages/steps/notice/',
        'packages/rows/',
        'packages/contracts/objections.ts',
        'services/notice/',
        'services/conductor/',
      ],
    },
    reassess: {
      is: 'a finding on an objection, and a field of a notice’s value',
      below: [
        'packages/steps/notice/',
        'packages/rows/',
        'packages/contracts/objections.ts',
        'packages/verify/rejudge/kinds/inquiry.ts',
        'services/notice/',
        'services/conductor/',
        'packages/verify/rejudge/',
      ],
    },
    returned: {
      is: 'the state of a preparation or of a draft that was sent back',
      below: ['packages/rows/', 'packages/contracts/', 'services/notice/', 'services/views/', 'services/console/'],
    },
    proposed: {
      is: 'the state of a judging that waits for its signature',
      below: ['services/console/judgement/'],
    },
    named: { is: 'whether an objector gives a name', below: ['services/notice/'] },
    refused: {
      is: 'an upload that is not taken',
      below: ['packages/contracts/evidence.ts', 'services/evidence/', 'services/console/upload/'],
    },
  }
  const told = own.filter(
    // The variants themselves, and the stories that play one.
    ({ path }) => !/^packages\/(cli|procedure\/(variants|forms))\//.test(path),
  )
  const literals = told.flatMap(({ path, text }) =>
    [...text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, '').matchAll(/(['"])([\w-]+)\1/g)].flatMap(
      ([, , word = '']) => (names.has(word) ? [{ path, word }] : []),
    ),
  )
  const isOther = ({ path, word }: { path: string; word: string }) =>
    Object.hasOwn(OTHER_WORDS, word) && OTHER_WORDS[word]?.below.some((one) => path.startsWith(one))

  it('is named by a literal nowhere but in its variant', () => {
    expect(names.size).toBeGreaterThan(40)
    expect(literals.filter((one) => !isOther(one)).map(({ path, word }) => `${path}: ${word}`)).toEqual([])
  })

  it('shares with other words no more than it is said to', () => {
    const unused = Object.entries(OTHER_WORDS).flatMap(([word, { below }]) =>
      below
        .filter((one) => !literals.some((found) => found.word === word && found.path.startsWith(one)))
        .map((one) => `${word} below ${one}`),
    )
    expect(unused).toEqual([])
  })
})
