import { describe, expect, it } from 'vitest'
import { after } from '#calendar/instant.ts'
import type { Saved } from '#case/case-events.ts'
import type { Catalogue } from '#catalogue/catalogue.ts'
import { countsOf, type Manifest } from '#dossier/manifest.ts'
import { canonicalJson, digestOf } from '#ledger/chain.ts'
import { variantOf } from '#procedure/procedures.ts'
import { digestOfForm, type StoredForm } from '#steps/entry/form-content.ts'
import { procedureNamed, sha } from '../../../../test/given/cases.ts'
import { lookElsewhere } from '../elsewhere.ts'
import { Book } from '../fixtures/book.ts'
import {
  BATCH,
  CALL,
  called,
  caseOf,
  clerkOf,
  decided,
  founding,
  HEAD_OF_OFFICE,
  keepFile,
  OFFICER,
  on,
  opened,
  saved,
  seenLast,
  terms,
} from '../fixtures/county.ts'
import { keptForm } from '../fixtures/kept-form.ts'
import { wrongForms } from './wrong-forms.ts'

const CASE = caseOf('dunji')
const PERSONAL = { id: 'x-1', digest: sha('9') }
const STORED: StoredForm = {
  values: {
    reason: '近两年没有引起诉讼。',
    project: '行政执法公示',
    creationPlan: [`${sha('5')} 创建方案.pdf`],
    workPlan: [sha('7')],
    creationReport: [sha('7')],
  },
}
const KEPT = keptForm(STORED, PERSONAL)
const [OTHER, LETTER] = [{ values: { reason: '另一个理由。' } }, { object: '来信' }]

const by = (day: string) => ({ by: clerkOf('dunji'), at: on(day) })

/** Somebody's save, and what the texts are that it names. */
async function found(book: Book, ...texts: object[]): Promise<string[]> {
  const kept = new Map(texts.map((text) => [digestOf(text), canonicalJson(text)]))
  const elsewhere = lookElsewhere(book.streams, () => false, book.catalogues)
  const text = async (sha256: string) => kept.get(sha256)
  const findings = await wrongForms(CASE, book.commits(CASE), elsewhere, { text })
  return findings.map(({ commit, field, sentence }) => `#${commit} ${field} ${sentence}`)
}

const saving = (more: Partial<Saved>) => {
  const book = new Book()
  book.write(CASE, by('2018-04-16'), opened('dunji'))
  book.write(CASE, by('2018-04-17'), { ...saved, ...KEPT, ...more })
  return book
}

it('finds nothing in what follows from the text, nor where the text is not at hand', async () => {
  expect(await found(saving({}), STORED)).toEqual([])
  expect(await found(saving({ missing: ['project'] }))).toEqual([])
})

it('asks nothing of what is personal but whether it is there', async () => {
  const { phone: _none, ...answers }: Saved['answers'] = KEPT.answers
  expect(await found(saving({ answers }), STORED)).toEqual([expect.stringContaining('#2 events[0].says 记录流')])
})

it.each<[string, Partial<Saved>, object, string]>([
  ['marks of personal data that no event keeps', { personal: undefined }, STORED, 'personal'],
  ['an answer that is another’s', { answers: { ...KEPT.answers, project: sha('0') } }, STORED, 'answers.project'],
  [
    'an answer that the text does not have',
    { answers: { ...KEPT.answers, honours: sha('0') } },
    STORED,
    'answers.honours',
  ],
  ['a file that the text does not cite', { attachments: [...KEPT.attachments, sha('8')] }, STORED, 'attachments[2]'],
  ['a file left out', { attachments: [] }, STORED, 'attachments[0]'],
  ['a whole form that says it lacks something', { missing: ['project'] }, STORED, 'missing[0]'],
  ['another digest of what it says', { says: sha('0') }, STORED, 'says'],
  ['none at all', { says: undefined }, STORED, 'says'],
  ['answers of before, with another text', { content: digestOf(OTHER) }, OTHER, 'answers.creationPlan'],
  ['a text that is no form', { content: digestOf(LETTER) }, LETTER, 'content'],
])('finds %s', async (_what, more, text, field) => {
  const [first = '', ...others] = await found(saving(more), text)
  expect(first).toContain(`#2 events[0].${field} `)
  expect(first).toContain('不是本系统所写；请停止写入并与备份核对。')
  expect(others).toEqual([])
})

it.each<[string, StoredForm, string]>([
  ['words beside the answers', Object.assign({ note: '密' }, STORED), '不是这份表格的'],
  ['old names of files beside them', { ...STORED, files: { [sha('7')]: '别的.pdf' } }, '不是这份表格的'],
  ['blanks at both ends', { values: { ...STORED.values, project: '  行政执法公示 ' } }, '“project”一栏不是'],
  ['more than the field takes', { values: { ...STORED.values, reason: '长'.repeat(9000) } }, '不是'],
  ['a program for a file', { values: { ...STORED.values, workPlan: [`${sha('7')} 报告.exe`] } }, '“workPlan”一栏不是'],
])('finds a text that no save takes in: %s', async (_what, text, sentence) => {
  expect(await found(saving(keptForm(text, PERSONAL)), text)).toEqual([expect.stringContaining(sentence)])
})

describe('what a text says its files are', () => {
  const values = { workPlan: [`${sha('7')} 方案.docx`], creationReport: [`${sha('7')} 报告.pdf`] }
  const rest = ['reason', 'project', 'creationPlan']
  it.each<[string, StoredForm['types'], readonly unknown[]]>([
    ['is what their own record says', { [sha('7')]: 'application/pdf' }, []],
    [
      'is said of each whose name says otherwise',
      undefined,
      [expect.stringContaining('所写的文件类型与文件的记录不符')],
    ],
    ['is nothing else', { [sha('7')]: 'application/zip' }, [expect.stringContaining('所写的文件类型')]],
    [
      'is said of no other file',
      { [sha('7')]: 'application/pdf', [sha('8')]: 'application/pdf' },
      [expect.stringContaining('所写的文件类型')],
    ],
  ])('%s', async (_what, types, findings) => {
    const stored = { values, ...(types && { types }) }
    const book = saving({ ...keptForm(stored, PERSONAL), missing: rest })
    keepFile(book, sha('7'), '2018-04-16', 'dunji', clerkOf('dunji'))
    expect(await found(book, stored)).toEqual(findings)
  })
})

it('finds an incomplete form that says that it lacks nothing', async () => {
  const partial = { values: { reason: '近两年没有引起诉讼。' } }
  const incomplete = keptForm(partial, PERSONAL)
  expect(await found(saving(incomplete), partial)).toEqual([expect.stringContaining('#2 events[0].missing[0] ')])
  expect(
    await found(saving({ ...incomplete, missing: ['project', 'creationPlan', 'workPlan', 'creationReport'] }), partial),
  ).toEqual([])
})

const item = (id: string, kind: 'mechanism' | 'veto' = 'mechanism') => ({
  id,
  title: `指标${id}`,
  kind,
  evidence: '文件',
})
const STANDARD: Catalogue = {
  ...{ id: 'standard', title: '示范单位标准', place: '泗县', document: { title: '示范单位标准' } },
  ...{ numbering: 'part', organs: [] },
  parts: [{ id: 'p-1', number: '一', title: '领导', items: [item('s-1'), item('s-2'), item('s-9', 'veto')] }],
}
const CHOSEN = { catalogue: 'standard', version: 1, digest: digestOf(STANDARD) }
const answered = { type: 'answered', result: 'reached', text: '已经建立健全。', files: [`${sha('5')} 方案.pdf`] }

/** A unit that has answered both indicators, the second one twice. */
function assessed(more: object = {}): { book: Book; made: Manifest } {
  const book = new Book()
  founding(book, on('2018-04-01'))
  book.catalogues.set(CHOSEN.digest, STANDARD)
  const published = { type: 'published', number: 1, title: STANDARD.title, digest: CHOSEN.digest }
  book.write('catalogue/standard', { by: HEAD_OF_OFFICE, at: on('2018-04-02') }, published)
  const chosen = { ...CHOSEN, title: STANDARD.title }
  book.write(CALL, { by: OFFICER, at: on('2018-04-10') }, { ...called, terms: { ...terms, ...more, standard: chosen } })
  book.write(CALL, { by: HEAD_OF_OFFICE, at: on('2018-04-11') }, { type: 'callOpened', prepared: seenLast(book, CALL) })
  book.write(CASE, by('2018-04-16'), { ...opened('dunji'), ...more })
  const first = book.write(`dossier/${BATCH}/dunji/s-1`, by('2018-04-16'), answered)
  book.write(`dossier/${BATCH}/dunji/s-2`, by('2018-04-16'), { ...answered, result: 'notReached' })
  const second = book.write(`dossier/${BATCH}/dunji/s-2`, by('2018-04-17'), { ...answered, files: [] })
  const pins: Manifest['pins'] = [
    { item: 's-1', number: 1, hash: first.hash, result: 'reached', files: [sha('5')] },
    { item: 's-2', number: 2, hash: second.hash, result: 'reached', files: [] },
  ]
  return { book, made: { kind: 'selfAssessment', batch: BATCH, unit: 'dunji', standard: chosen, pins } }
}
const COUNTS = { reached: 2, notReached: 0, notApplicable: 0 }
/** The self-assessment of a save is looked at by itself: the text of the form is not at hand. */
async function foundOf(change: (made: Manifest, book: Book) => Manifest, counts: Partial<typeof COUNTS> = {}) {
  const { book, made } = assessed()
  const changed = change(made, book)
  const selfAssessment = { manifest: digestOf(changed), ...COUNTS, ...counts }
  book.write(CASE, by('2018-04-18'), { ...saved, ...KEPT, selfAssessment })
  return found(book, changed)
}
const withPin = (at: number, more: object) => (made: Manifest) => ({
  ...made,
  pins: made.pins.map((pin, i) => (i === at ? { ...pin, ...more } : pin)),
})

const pinOf = (book: Book, indicator: string, number: number) => ({
  number,
  hash: book.commits(`dossier/${BATCH}/dunji/${indicator}`)[number - 1]?.hash,
})

it('finds nothing in a self-assessment of what was written', async () => {
  expect(await foundOf((made) => made)).toEqual([])
})

it.each<[string, (made: Manifest, book: Book) => Manifest, object, string]>([
  ['other figures than the list has', (made) => made, { reached: 50 }, '等项数与自评定稿不符'],
  ['a list of another unit', (made) => ({ ...made, unit: 'caogou' }), {}, '不是本件的'],
  ['a list by another standard', (made) => ({ ...made, standard: { ...CHOSEN, digest: sha('7') } }), {}, '不是本件的'],
  ['a standard of another number', (made) => ({ ...made, standard: { ...CHOSEN, version: 7 } }), {}, '不是本件的'],
  [
    'a standard under another name',
    (made) => ({ ...made, standard: { ...CHOSEN, catalogue: 'sixian' } }),
    {},
    '不是本件的',
  ],
  [
    'versions that never stood together',
    (made, book) => {
      // By the time that the first one is written again, the second one says what is left out here.
      const again = book.write(`dossier/${BATCH}/dunji/s-1`, by('2018-04-18'), { ...answered, files: [] })
      const old = withPin(1, { ...pinOf(book, 's-2', 1), result: 'notReached', files: [sha('5')] })(made)
      return withPin(0, { number: 2, hash: again.hash, files: [] })(old)
    },
    { reached: 1, notReached: 1 },
    '在其他各项写成以前单位已经改写',
  ],
  ['an indicator left out', (made) => ({ ...made, pins: made.pins.slice(0, 1) }), { reached: 1 }, '没有逐项列出'],
  ['a version that nobody wrote', withPin(1, { hash: sha('0') }), {}, '没有这样写过'],
  [
    'a version of days to come',
    (made, book) => {
      const later = book.write(`dossier/${BATCH}/dunji/s-2`, by('2018-05-18'), { ...answered, text: '改过。' })
      return withPin(1, { number: 3, hash: later.hash, files: [sha('5')] })(made)
    },
    {},
    '没有这样写过',
  ],
  [
    'another result than was written',
    withPin(1, { result: 'notApplicable' }),
    { reached: 1, notApplicable: 1 },
    '与单位所写的不同',
  ],
  ['other files than were cited', withPin(0, { files: [] }), {}, '与单位所写的不同'],
])('finds %s', async (_what, change, counts, sentence) => {
  expect(await foundOf(change, counts)).toEqual([expect.stringContaining(sentence)])
})

it('finds a later save without the self-assessment that the form has, for no save takes it away', () => {
  const procedure = variantOf(procedureNamed('creation-direct@1'))
  const { book, made } = assessed({ procedure })
  const steps = ['application', 'review', 'implementation', 'declaration']
  for (const [i, to] of steps.slice(1).entries())
    book.write(CASE, by('2018-04-17'), decided(steps[i] ?? '', i + 1, 'accepted', to))
  const declared = (more: Partial<Saved>) => {
    const form = { ...saved, ...KEPT, form: 'creation-declaration', ...more }
    return book.write(CASE, by('2018-04-18'), { ...form, digest: digestOfForm({ ...KEPT, ...more }) }).number
  }
  const selfAssessment = { manifest: digestOf(made), ...COUNTS }
  declared({ selfAssessment, answers: { ...KEPT.answers, selfAssessment: selfAssessment.manifest } })
  const without = declared({ missing: ['selfAssessment'] })
  expect(book.wrong()).toContainEqual([`${CASE}#${without} events[0].type`, expect.stringContaining('已有的自评定稿')])
})

describe('rightful lists of versions of several days', () => {
  const again = (book: Book, day: string, text: string) =>
    book.write(`dossier/${BATCH}/dunji/s-1`, by(day), { ...answered, text, files: [] })
  const save = (book: Book, day: string, made: Manifest) =>
    book.write(CASE, by(day), { ...saved, ...KEPT, selfAssessment: { manifest: digestOf(made), ...COUNTS } })

  it('are what the form had before, whatever was written since', async () => {
    const { book, made } = assessed()
    save(book, '2018-04-18', made)
    again(book, '2018-04-19', '改过一次。')
    save(book, '2018-04-20', made)
    expect(await found(book, made)).toEqual([])
  })

  it('are those that a return leaves as they were, beside what it names', async () => {
    const { book, made } = assessed()
    save(book, '2018-04-18', made)
    const back = { reopens: ['selfAssessment'], indicators: ['s-2'], reason: '请补正。' }
    book.write(CASE, by('2018-04-19'), decided('application', 1, 'submitted', 'review'))
    book.write(CASE, by('2018-04-20'), decided('review', 2, 'returned', 'application', back))
    again(book, '2018-04-21', '改过一次。')
    const second = book.write(`dossier/${BATCH}/dunji/s-2`, by('2018-04-22'), { ...answered, text: '补正。' })
    const mended = withPin(1, { number: 3, hash: second.hash, files: [sha('5')] })(made)
    save(book, '2018-04-23', mended)
    expect(await found(book, made, mended)).toEqual([])
    const mixed = withPin(0, pinOf(book, 's-1', 2))(mended)
    save(book, '2018-04-24', mixed)
    expect(await found(book, made, mended, mixed)).toHaveLength(1)
  })

  it('say how many of what a return names stand as before, and no other number', async () => {
    const { book, made } = assessed()
    save(book, '2018-04-18', made)
    const back = { reopens: ['selfAssessment'], indicators: ['s-1', 's-2'], reason: '请补正。' }
    book.write(CASE, by('2018-04-19'), decided('application', 1, 'submitted', 'review'))
    book.write(CASE, by('2018-04-20'), decided('review', 2, 'returned', 'application', back))
    const second = book.write(`dossier/${BATCH}/dunji/s-2`, by('2018-04-22'), { ...answered, text: '补正。' })
    const mended = withPin(1, { number: 3, hash: second.hash, files: [sha('5')] })(made)
    const saying = (day: string, asBefore?: number) => {
      const selfAssessment = { manifest: digestOf(mended), ...COUNTS, ...(asBefore && { asBefore }) }
      return book.write(CASE, by(day), { ...saved, ...KEPT, selfAssessment }).number
    }
    saying('2018-04-23', 1)
    saying('2018-04-24', 1)
    expect(await found(book, made, mended)).toEqual([])
    saying('2018-04-25', 2)
    expect(await found(book, made, mended)).toEqual([expect.stringContaining('没有改的项数与自评定稿不符')])
    const { book: other } = assessed()
    other.write(CASE, by('2018-04-18'), {
      ...{ ...saved, ...KEPT },
      selfAssessment: { manifest: digestOf(made), ...COUNTS, asBefore: 1 },
    })
    expect(await found(other, made)).toEqual([expect.stringContaining('没有改的项数与自评定稿不符')])
  })

  it('are of what came back where it was written and taken back again, and not where it says something else', async () => {
    for (const [text, wrong] of [
      [answered.text, 0],
      ['改为别的内容。', 1],
    ] as const) {
      const { book, made } = assessed()
      save(book, '2018-04-18', made)
      const back = { reopens: ['selfAssessment'], indicators: ['s-1', 's-2'], reason: '请补正。' }
      book.write(CASE, by('2018-04-19'), decided('application', 1, 'submitted', 'review'))
      book.write(CASE, by('2018-04-20'), decided('review', 2, 'returned', 'application', back))
      const one = (day: string, said: string) =>
        book.write(`dossier/${BATCH}/dunji/s-1`, by(day), { ...answered, text: said })
      one('2018-04-21', '改过一次。')
      one('2018-04-22', text)
      const second = book.write(`dossier/${BATCH}/dunji/s-2`, by('2018-04-23'), { ...answered, text: '补正。' })
      const mended = withPin(1, { number: 3, hash: second.hash, files: [sha('5')] })(made)
      const selfAssessment = { manifest: digestOf(mended), ...COUNTS, asBefore: 1 }
      book.write(CASE, by('2018-04-24'), { ...saved, ...KEPT, selfAssessment })
      expect(await found(book, made, mended)).toHaveLength(wrong)
    }
  })

  it('are new versions that say what came back, where the return named nothing', async () => {
    const { book, made } = assessed()
    save(book, '2018-04-18', made)
    book.write(CASE, by('2018-04-19'), decided('application', 1, 'submitted', 'review'))
    book.write(CASE, by('2018-04-20'), decided('review', 2, 'returned', 'application', { reason: '请补正。' }))
    again(book, '2018-04-21', '改过一次。')
    const changed = withPin(0, { ...pinOf(book, 's-1', 2), files: [] })(made)
    save(book, '2018-04-22', changed)
    book.write(`dossier/${BATCH}/dunji/s-1`, by('2018-04-23'), answered)
    const back = withPin(0, pinOf(book, 's-1', 3))(made)
    save(book, '2018-04-24', back)
    expect(await found(book, made, changed, back)).toEqual([])
  })

  it('count no indicator as mended that says what it said when it came back', async () => {
    for (const [pins, wrong] of [
      [1, 0],
      [3, 1],
    ] as const) {
      const { book, made } = assessed()
      save(book, '2018-04-18', made)
      const back = { reopens: ['selfAssessment'], indicators: ['s-1', 's-2'], reason: '请补正。' }
      book.write(CASE, by('2018-04-19'), decided('application', 1, 'submitted', 'review'))
      book.write(CASE, by('2018-04-20'), decided('review', 2, 'returned', 'application', back))
      for (const [day, text] of [
        ['2018-04-21', '改过一次。'],
        ['2018-04-22', answered.text],
      ] as const)
        book.write(`dossier/${BATCH}/dunji/s-1`, by(day), { ...answered, text })
      const second = book.write(`dossier/${BATCH}/dunji/s-2`, by('2018-04-23'), { ...answered, text: '补正。' })
      const other = withPin(1, { number: 3, hash: second.hash, files: [sha('5')] })(made)
      const mended = withPin(0, pinOf(book, 's-1', pins))(other)
      book.write(CASE, by('2018-04-24'), {
        ...{ ...saved, ...KEPT },
        selfAssessment: { manifest: digestOf(mended), ...COUNTS, ...(pins === 1 && { asBefore: 1 }) },
      })
      expect(await found(book, made, mended)).toHaveLength(wrong)
    }
  })

  it('are those that were finished while a return named less than the next one does', async () => {
    const { book, made } = assessed()
    save(book, '2018-04-18', made)
    again(book, '2018-04-19', '改过一次。')
    const goes = (day: string, visit: number) =>
      book.write(CASE, by(day), decided('application', visit, 'submitted', 'review'))
    const comesBack = (day: string, visit: number, more: object) =>
      book.write(CASE, by(day), decided('review', visit, 'returned', 'application', { reason: '请补正。', ...more }))
    goes('2018-04-20', 1)
    comesBack('2018-04-21', 2, { reopens: ['selfAssessment'], indicators: ['s-2'] })
    const second = book.write(`dossier/${BATCH}/dunji/s-2`, by('2018-04-22'), { ...answered, text: '补正。' })
    const mended = withPin(1, { number: 3, hash: second.hash, files: [sha('5')] })(made)
    goes('2018-04-23', 3)
    comesBack('2018-04-24', 4, { reopens: ['selfAssessment'] })
    save(book, '2018-04-25', mended)
    save(book, '2018-04-26', made)
    expect(await found(book, made, mended)).toEqual([])
  })
})

describe('a list', () => {
  const NAMES = ['s-1', 's-2'] as const
  const writes = (book: Book, indicator: (typeof NAMES)[number], day: string, text: string, more: object = {}) =>
    book.write(`dossier/${BATCH}/dunji/${indicator}`, by(day), { ...answered, text, ...more })
  const writesLater = (book: Book, ms: number) =>
    book.write(
      `dossier/${BATCH}/dunji/s-1`,
      { by: clerkOf('dunji'), at: after(on('2018-04-18'), ms) },
      { ...answered, text: '改过一次。' },
    )
  /** Of these versions of the two indicators, as the book has them. */
  const listOf = (book: Book, made: Manifest, ...numbers: readonly [number, number]): Manifest => ({
    ...made,
    pins: NAMES.map((indicator, i) => {
      const {
        number = 0,
        hash = '',
        events = [],
      } = book.commits(`dossier/${BATCH}/dunji/${indicator}`)[(numbers[i] ?? 0) - 1] ?? {}
      const { result, files } = events[0] as { result: 'reached'; files: string[] }
      return { item: indicator, number, hash, result, files: files.map((used) => used.slice(0, 64)) }
    }),
  })
  function save(book: Book, day: string, made: Manifest, asBefore?: number) {
    const selfAssessment = { manifest: digestOf(made), ...countsOf(made), ...(asBefore && { asBefore }) }
    book.write(CASE, by(day), { ...saved, ...KEPT, selfAssessment })
    return made
  }
  const handsIn = (book: Book, day: string, visit: number) =>
    book.write(CASE, by(day), decided('application', visit, 'submitted', 'review'))
  const comesBack = (book: Book, day: string, visit: number, indicators?: readonly string[]) => {
    const back = { reason: '请补正。', ...(indicators && { reopens: ['selfAssessment'], indicators }) }
    return book.write(CASE, by(day), decided('review', visit, 'returned', 'application', back))
  }
  type Lists = readonly Manifest[]

  it.each<[string, (book: Book, made: Manifest) => Lists, string]>([
    [
      'of a named indicator as it never stood beside the others',
      (book, made) => {
        writes(book, 's-1', '2018-04-17', '改过一次。')
        writes(book, 's-2', '2018-04-18', '也改过。')
        const first = save(book, '2018-04-19', listOf(book, made, 2, 3))
        handsIn(book, '2018-04-20', 1)
        comesBack(book, '2018-04-21', 2, ['s-1'])
        writes(book, 's-1', '2018-04-22', '补正。')
        return [first, save(book, '2018-04-23', listOf(book, made, 1, 3))]
      },
      '或者当时应当列出另一次填写',
    ],
    [
      'of an indicator as it came back, which said something else before it was handed in',
      (book, made) => {
        const first = save(book, '2018-04-18', made)
        writes(book, 's-1', '2018-04-19', '改过一次。', { result: 'notReached' })
        handsIn(book, '2018-04-20', 1)
        comesBack(book, '2018-04-21', 2, ['s-1', 's-2'])
        writes(book, 's-2', '2018-04-22', '补正。')
        return [first, save(book, '2018-04-23', listOf(book, made, 1, 3), 1)]
      },
      '或者当时应当列出另一次填写',
    ],
    [
      'of what stood together while the form could not be filled in',
      (book, made) => {
        save(book, '2018-04-17', made)
        handsIn(book, '2018-04-18', 1)
        for (const [day, text] of [
          ['2018-04-19', '改过一次。'],
          ['2018-04-20', '改过两次。'],
        ] as const)
          for (const indicator of NAMES) writes(book, indicator, day, text)
        comesBack(book, '2018-04-21', 2)
        return [made, save(book, '2018-04-22', listOf(book, made, 2, 3))]
      },
      '或者当时应当列出另一次填写',
    ],
    [
      'of what an indicator said again only after the save',
      (book, made) => {
        writes(book, 's-1', '2018-04-18', '改过一次。')
        writes(book, 's-2', '2018-04-19', '也改过。')
        const forged = save(book, '2018-04-20', listOf(book, made, 1, 3))
        writes(book, 's-1', '2018-04-21', answered.text)
        return [forged]
      },
      '在其他各项写成以前单位已经改写',
    ],
    [
      'of what was written a quarter of an hour after it',
      (book, made) => {
        writesLater(book, 14 * 60_000)
        return [save(book, '2018-04-18', listOf(book, made, 2, 2))]
      },
      '单位当时没有这样写过',
    ],
    [
      'of the same words under the version of another day',
      (book, made) => {
        writes(book, 's-1', '2018-04-18', '改过一次。')
        writes(book, 's-1', '2018-04-19', answered.text)
        writes(book, 's-2', '2018-04-20', '也改过。')
        return [save(book, '2018-04-21', listOf(book, made, 1, 3))]
      },
      '或者当时应当列出另一次填写',
    ],
    [
      'of a new version where the one that the form has says the same',
      (book, made) => {
        const first = save(book, '2018-04-18', made)
        writes(book, 's-1', '2018-04-19', '改过一次。')
        writes(book, 's-1', '2018-04-20', answered.text)
        writes(book, 's-2', '2018-04-21', '也改过。')
        return [first, save(book, '2018-04-22', listOf(book, made, 3, 3))]
      },
      '或者当时应当列出另一次填写',
    ],
    [
      'with words beside the standard',
      (book, made) => [save(book, '2018-04-18', { ...made, standard: Object.assign({ note: '密' }, made.standard) })],
      '不是本件的',
    ],
  ])('is forged %s', async (_what, write, sentence) => {
    const { book, made } = assessed()
    expect(await found(book, ...write(book, made))).toEqual([expect.stringContaining(sentence)])
  })

  it.each<[string, (book: Book, made: Manifest) => Lists]>([
    [
      'made under a narrow return and taken in under a wider one, whatever is written afterwards',
      (book, made) => {
        const first = save(book, '2018-04-17', made)
        writes(book, 's-1', '2018-04-18', '改过一次。')
        handsIn(book, '2018-04-19', 1)
        comesBack(book, '2018-04-20', 2, ['s-2'])
        writes(book, 's-2', '2018-04-21', '补正。')
        const mended = listOf(book, made, 1, 3)
        handsIn(book, '2018-04-22', 3)
        comesBack(book, '2018-04-23', 4, ['s-1', 's-2'])
        save(book, '2018-04-24', mended, 1)
        writes(book, 's-1', '2018-04-25', '补正。')
        return [first, mended]
      },
    ],
    [
      'made before the form had any, and taken in after a return',
      (book, made) => {
        writes(book, 's-1', '2018-04-18', '改过一次。')
        writes(book, 's-1', '2018-04-19', answered.text)
        const later = listOf(book, made, 3, 2)
        save(book, '2018-04-20', made)
        handsIn(book, '2018-04-21', 1)
        comesBack(book, '2018-04-22', 2, ['s-1', 's-2'])
        return [made, save(book, '2018-04-23', later, 1)]
      },
    ],
    [
      'of what was written within the minute by which clocks may differ',
      (book, made) => {
        writesLater(book, 50_000)
        return [save(book, '2018-04-18', listOf(book, made, 2, 2))]
      },
    ],
  ])('is rightful %s', async (_what, write) => {
    const { book, made } = assessed()
    expect(await found(book, ...write(book, made))).toEqual([])
  })

  it('is not judged where another that it goes on from is not at hand', async () => {
    const { book, made } = assessed()
    save(book, '2018-04-18', made)
    writes(book, 's-1', '2018-04-19', '改过一次。')
    writes(book, 's-2', '2018-04-20', '也改过。')
    const forged = save(book, '2018-04-21', listOf(book, made, 1, 3))
    expect([await found(book, forged), await found(book, made, forged)]).toEqual([[], [expect.anything()]])
  })
})
