/** Whoever assesses opens what a self-assessment cites that was handed in, and nothing before it was theirs to assess. */
import { expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import { variantOf } from '#procedure/procedures.ts'
import { sha } from '../../../test/given/cases.ts'
import { WHOLE } from '../../../test/given/cases-2018.ts'
import { appointed, clerkOf, countyBook, decided, HEAD_OF_OFFICE, keepFile, on, opened } from './fixtures/county.ts'

const [BATCH, UNIT, SCORER] = ['2018-3', 'dunji', 'p-scorer']
const [CASE, FILE, OTHER] = [`case/${BATCH}/${UNIT}`, sha('8'), sha('7')]
const OPENED = `opened/2018-06-09/${SCORER}`
const by = (person: string, day = '2018-06-01') => ({ by: person, at: on(day) })
const dates = { application: firstLateInstant('2018-05-15') }

/** A unit whose self-assessment was handed in and cites one of its files; the other lies beside. */
function bookOf(assessed: boolean) {
  const book = countyBook()
  for (const file of [FILE, OTHER]) keepFile(book, file, '2018-05-20', UNIT, clerkOf(UNIT))
  const registered = { type: 'registered', personal: { id: `staff/${SCORER}`, digest: sha('d') } }
  book.write(`person/${SCORER}`, by('first-administrator', '2018-04-01'), registered, appointed('scorer'))
  const answer = { type: 'answered', result: 'reached', text: '已经落实。', files: [`${FILE} 台账.pdf`] }
  book.write(`dossier/${BATCH}/${UNIT}/s-1`, by(clerkOf(UNIT), '2018-05-21'), answer)
  book.write(
    CASE,
    by(clerkOf(UNIT)),
    { ...opened(UNIT), batch: BATCH, procedure: variantOf(WHOLE), dates },
    decided('application', 1, 'submitted', 'review'),
    decided('review', 2, 'accepted', 'selection'),
    decided('selection', 3, 'cultivated', 'implementation'),
    decided('implementation', 4, 'ended', 'declaration'),
    decided('declaration', 5, 'declared', 'acceptance', { covers: sha('2'), manifest: sha('1') }),
  )
  if (assessed) book.write(CASE, by(HEAD_OF_OFFICE, '2018-06-02'), decided('acceptance', 6, 'accepted', 'assessment'))
  return book
}
const wrongOf = (assessed: boolean, sha256: string) => {
  const book = bookOf(assessed)
  book.write(OPENED, by(SCORER, '2018-06-09'), { type: 'opened', owner: UNIT, sha256 })
  return book.wrong().filter(([place]) => place.startsWith(OPENED))
}
const FORBIDDEN = [[`${OPENED}#1 events[0].type`, expect.stringContaining('不能查看这份案卷材料')]]

it('takes what they were given to assess', () => expect(wrongOf(true, FILE)).toEqual([]))
it('finds what no indicator cites', () => expect(wrongOf(true, OTHER)).toEqual(FORBIDDEN))
it('finds what they opened before it was theirs', () => expect(wrongOf(false, FILE)).toEqual(FORBIDDEN))

const PICTURE = sha('6')
const OWNER = `office.case.${UNIT}`
/** What the leader of the team has opened of a picture that a scorer had noted. @param then what came between */
const wrongOfPicture = (...then: { readonly type: string }[]) => {
  const book = bookOf(true)
  const leader = 'p-leader'
  const registered = { type: 'registered', personal: { id: `staff/${leader}`, digest: sha('c') } }
  book.write(`person/${leader}`, by('first-administrator', '2018-04-01'), registered, appointed('assessmentLeader'))
  keepFile(book, PICTURE, '2018-06-03', OWNER, SCORER)
  const noted = { type: 'noted', item: 's-1', text: '已核对。', files: [`${PICTURE} 照片.pdf`] }
  book.write(`sheet/${BATCH}/${UNIT}/7/documents/${SCORER}`, by(SCORER, '2018-06-03'), noted)
  for (const event of then) book.write(`panel/${BATCH}/${UNIT}/7`, by(SCORER, '2018-06-05'), event)
  const opened = `opened/2018-06-09/${leader}`
  book.write(opened, by(leader, '2018-06-09'), { type: 'opened', owner: OWNER, sha256: PICTURE })
  return book.wrong().filter(([place]) => place.startsWith(opened))
}
it('takes a picture that was noted by a method that had ended, and finds one opened before', () => {
  const ended = (method: string) => ({ type: 'methodEnded', method })
  expect(wrongOfPicture(ended('documents'))).toEqual([])
  for (const then of [[], [ended('interviews')]])
    expect(wrongOfPicture(...then)).toEqual([[expect.any(String), expect.stringContaining('不能查看这份案卷材料')]])
})
