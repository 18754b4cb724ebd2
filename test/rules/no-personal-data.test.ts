import { describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { eventKinds, fieldsOf } from './event-kinds.ts'

/**
 * Every name that a field of an event may have. Whoever adds one says by adding it here that it holds nothing about a
 * person: no name, number, address or who objected; that lies in `persons`, and `{ id, digest }` stands for it.
 */
const ALLOWED = new Set([
  // Of every event. `by` is an opaque id, and so are who drafted and who prepared.
  ...['type', 'v', 'at', 'by', 'byOffice', 'draftedBy', 'preparedBy', 'read'],
  // What stands for personal data, and whose; `login` is the name of a stream, made of a digest.
  ...['id', 'digest', 'personal', 'login', 'signer', 'objector', 'person', 'attendance'],
  // Streams and their parts.
  ...['batch', 'unit', 'case', 'notice', 'objection', 'objections', 'stream', 'number', 'act', 'parent'],
  // Dates and instants.
  ...['on', 'date', 'from', 'to', 'lateFrom', 'firstDay', 'lastDay', 'answerBy', 'days', 'when', 'dates'],
  'preparedAt',
  // The call's terms; `reference` is the approval's.
  ...['document', 'organ', 'allows', 'scope', 'papers', 'designated'],
  ...['terms', 'prepared', 'title', 'approval', 'reference', 'trial', 'procedure', 'convention'],
  ...['returnDays', 'replyDays', 'quota', 'signOffs', 'standard', 'catalogue', 'version'],
  // Lists that the call froze, with their items.
  ...['conditions', 'vetoes', 'items'],
  // How it assesses: numbers, words of ours, and indicators of the standard.
  ...['scoring', 'way', 'weights', 'combined', 'atLeast', 'tie', 'gates', 'takenOff'],
  // A form, by its name and digests; a sign-off. Opinions and reasons are official texts.
  ...['form', 'content', 'answers', 'attachments', 'missing', 'says', 'signOff', 'mode', 'opinion', 'scan', 'covers'],
  // A self-assessment: the digest of what it pins, how many indicators were judged how, and which were sent back.
  ...['selfAssessment', 'manifest', 'reached', 'notReached', 'notApplicable', 'asBefore', 'indicators'],
  // A decision.
  ...['step', 'visit', 'visits', 'corrects', 'outcome', 'reason', 'checklist', 'reopens', 'item', 'source', 'evidence'],
  // List acts; `text` stands on a public page, or reminds units, where a telephone number is refused.
  ...['lines', 'cases', 'units', 'publication', 'text', 'place', 'proof', 'period', 'meeting', 'minutes'],
  // What a record says of a unit is an official text, which is refused where it names somebody; `drafted` is a digest.
  ...['inMinutes', 'drafted'],
  ...['how', 'kind', 'majorityDiffered', 'inFavour', 'against', 'abstained', 'checked', 'waits', 'paper', 'commends'],
  // What is recorded beside a case: findings of a method and reports are official texts, files are digests.
  // Who was there are ids of people of the roster; a sheet is named by its newest commit.
  // Which organs were asked, and of which units one knows something; what it knows lies in `content`.
  ...['organs', 'found'],
  // What an organ has found of a unit, in words and numbers of ours.
  // A note cites one by year, number and version.
  ...['grade', 'score', 'results'],
  // What a method measures as a whole: marks and counts of people without names, and questions that were asked.
  ...['of', 'mark', 'marks', 'invited', 'passMark', 'question', 'answered', 'well'],
  // A unit's place in a list, a number.
  'rank',
  ...['method', 'findings', 'files', 'n', 'late', 'visitors', 'people', 'sheet', 'hash'],
  // Objections: the receipt line; `code` and `alike` are digests.
  ...['about', 'channel', 'anonymous', 'code', 'alike', 'result', 'reply'],
  // Holidays of a year: days, and the notice that says so.
  ...['year', 'off', 'work', 'holidays'],
  // What is done about a title: official texts, as the unit and the public read them; days, and a number on a paper.
  ...['measure', 'certificate', 'ground', 'situation', 'happened', 'discovered', 'heard', 'said', 'revokes'],
  // Whether the unit takes back what is published or what is in hand.
  'what',
  // A catalogue's version; `map` is a digest.
  'map',
  // Evidence and units. `name` only where ALLOWED_NAMES says so.
  ...['size', 'contentType', 'note', 'inScope', 'held', 'appointment'],
  // What the malware scanner says; it calls viruses, not files.
  ...['clean', 'finding'],
  // Where a file lies that came with the public form: two digests.
  'object',
  // Who opened what: whose files and what for, and a digest.
  ...['owner', 'sha256'],
  // What waits for approval: its number, as whose part it was entered, by whom; ids of persons, and what stands for a login.
  ...['proposal', 'as', 'proposedBy', 'alone', 'named', 'loginFrom'],
  // How many logins somebody had been given; whether the name changed, and whether the county was founded by it.
  ...['after', 'renamed', 'founding'],
  // What is due to be erased: opaque ids, days and counts; `because` is a word of ours.
  ...['because', 'due', 'total', 'coming', 'blocked', 'ids', 'left'],
])
/** Where a field may be called `name`, since it names a file, a unit or a procedure. */
const ALLOWED_NAMES = new Set([
  'evidence promised.name',
  'unit registered.name',
  'case opened.procedure.name',
  'batch callPrepared.terms.procedure.name',
  'batch callPrepared.terms.designated[].name',
])

/** Where the office is reached, which is nobody's own: as the county's file has it, or as its call says. */
const OF_THE_OFFICE = new Set(
  ['', '.phone', '.address', '.email'].map((field) => `batch callPrepared.terms.contact${field}`),
)

/** Words that no field of an event carries, whatever the list above says. */
const PERSONAL = /phone|mobile|mail|address|birth|gender|idCard|idNumber|contact|representative|fullName|surname/i

describe.each(Object.entries(eventKinds))('the events of %s', (kind, { schema }) => {
  it('hold no personal data', () => {
    const wrong = fieldsOf(schema)
      .map(({ path }) => path)
      .filter((path) => {
        if (OF_THE_OFFICE.has(`${kind} ${path}`)) return false
        const name = String(path.split('.').at(-1)).replace('[]', '')
        return PERSONAL.test(path) || !(name === 'name' ? ALLOWED_NAMES.has(`${kind} ${path}`) : ALLOWED.has(name))
      })
    expect(wrong).toEqual([])
  })
})

it('allows no name that no event uses', () => {
  const used = new Set(
    Object.values(eventKinds).flatMap(({ schema }) => fieldsOf(schema).map(({ path }) => path.split('.').at(-1))),
  )
  expect([...ALLOWED].filter((name) => !used.has(name))).toEqual([])
})

it('finds a field wherever it hides', () => {
  const phone = z.string()
  const hidden = z.discriminatedUnion('type', [
    z.object({ type: z.literal('a'), list: z.array(z.object({ inner: z.optional(z.object({ phone })) })) }),
    z.object({ type: z.literal('b'), either: z.union([z.string(), z.object({ email: z.string() })]) }),
    z.object({ type: z.literal('c'), map: z.record(z.string(), z.object({ address: z.string() })) }),
  ])
  const paths = fieldsOf(hidden).map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['a.list[].inner.phone', 'b.either.email', 'c.map.*.address']))
  expect(() => fieldsOf(z.object({ type: z.literal('d'), any: z.any() }))).toThrow('d.any. is a any')
})
