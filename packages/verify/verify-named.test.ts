import { expect, it } from 'vitest'
import { canonicalJson, digestOf } from '#ledger/chain.ts'
import { Head } from '#ledger/ledger.ts'
import { wrongTexts } from './verify-named.ts'

const STREAM = 'notice/2018-2/1'
const [OLD, NEW] = ['a'.repeat(64), 'b'.repeat(64)]
const objection = {
  summary: '办案超期',
  files: [
    // As files were named before their form was a part of the name.
    { from: 'attachments', sha256: OLD, name: '照片.jpg', contentType: 'image/jpeg' },
    { from: 'attachments', sha256: NEW, object: `form/${NEW}`, name: '凭证.pdf', contentType: 'application/pdf' },
    { from: 'evidence', owner: 'office.objection', sha256: OLD, name: '来信.pdf', contentType: 'application/pdf' },
  ],
}
const content = digestOf(objection)
const commits = [
  new Head(STREAM, []).next([{ type: 'objectionReceived', v: 1, content }], 'click-1', 'officer', new Date(0)),
]
const looked = (kept: Readonly<Record<string, string>>) =>
  wrongTexts(STREAM, commits, {
    text: async () => canonicalJson(objection),
    attachment: async (object) => (kept[object] ? { sha256: kept[object], size: 1 } : undefined),
  })

it('finds each file of an objection by the name that it has in the store', async () => {
  expect(await looked({ [OLD]: OLD, [`form/${NEW}`]: NEW })).toEqual([])
})

it.each([
  ['gone', { [OLD]: OLD }, NEW],
  ['other bytes', { [OLD]: NEW, [`form/${NEW}`]: NEW }, OLD],
])('says of one that is %s which it is', async (_, kept, sha256) => {
  expect(await looked(kept)).toMatchObject([
    { kind: 'content', stream: STREAM, commit: 1, sentence: expect.stringContaining(sha256.slice(0, 12)) },
  ])
})

it.each(['resolution/2018-2/executiveMeeting', 'title/dazhuang/2018-2'])(
  'looks whether the attendance that %s names is there and unchanged',
  async (stream) => {
    const there = { present: ['许建国'], absent: [], recusals: [] }
    const event = { type: 'meetingRecorded', v: 1, attendance: digestOf(there) }
    const met = [new Head(stream, []).next([event], 'click-1', 'secretary', new Date(0))]
    const found = (text: string | undefined) =>
      wrongTexts(stream, met, { text: async () => text, attachment: async () => undefined })
    expect(await found(canonicalJson(there))).toEqual([])
    for (const other of [undefined, canonicalJson({ ...there, present: ['宋志远'] })])
      expect(await found(other)).toMatchObject([{ kind: 'content', stream, commit: 1 }])
  },
)
