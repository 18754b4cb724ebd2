import { expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { sha } from '../../../test/given/cases.ts'
import {
  accepted,
  CALL,
  caseOf,
  clerkOf,
  countyBook,
  DIGEST,
  decided,
  HEAD_OF_OFFICE,
  headOf,
  MEETING,
  NOTICE,
  OFFICER,
  on,
  opened,
  resaved,
  SECOND,
  SECRETARY,
  saved,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'

const LATE = on('2018-06-09')
const by = (person: string, at = LATE) => ({ by: person, at })
const [NAMED, AT_MEETING, AT_NOTICE, IN_REVIEW, FILLING] = ['dazhuang', 'changgou', 'xiaoliang', 'caogou', 'dunji'].map(
  caseOf,
) as [string, string, string, string, string]
const named = (more: object = {}) => decided('executiveMeeting', 4, 'named', 'named', more)
const early = on('2018-04-21')

it('finds nothing in what was decided', () => {
  expect(countyBook().wrong('2018-06-11T00:00:00.000Z')).toEqual([])
})

it.each<Damage>([
  [
    'a case named by a person, without an act',
    (book) => book.write(AT_MEETING, by(SECRETARY), named()),
    `${AT_MEETING}#9 events[0].type`,
    '在当时不能这样办理',
  ],
  [
    'a case named by an act that names another one',
    (book) => book.write(AT_MEETING, by(SECRETARY), named({ act: { stream: MEETING, number: 1 } })),
    `${AT_MEETING}#9 events[0].type`,
    '不是哪一种办理写得出的',
  ],
  [
    'a case named by an act that is not there',
    (book) => book.write(AT_MEETING, by(SECRETARY), named({ act: { stream: MEETING, number: 7 } })),
    `${AT_MEETING}#9 events[0].type`,
    '不是哪一种办理写得出的',
  ],
  [
    'a case named by an act of another batch',
    (book) => {
      book.write('resolution/2018-1/executiveMeeting', by(SECRETARY), { type: 'resolved' })
      book.write(AT_MEETING, by(SECRETARY), named({ act: { stream: 'resolution/2018-1/executiveMeeting', number: 1 } }))
    },
    `${AT_MEETING}#9 events[0].type`,
    '不是哪一种办理写得出的',
  ],
  [
    'a case that took its act’s line otherwise than that says',
    (book) => {
      const [first, ...rest] = book.commits(NAMED).toReversed()
      book.streams.set(NAMED, rest.toReversed())
      const { by: person, at, command } = first!
      const act = { stream: MEETING, number: 1 }
      book.write(NAMED, { by: person, at, command }, decided('executiveMeeting', 4, 'refused', 'refused', { act }))
    },
    `${NAMED}#9 events[0].outcome`,
    'events[0].outcome与当时应写的不同',
  ],
  [
    'a case that takes its act’s line once more',
    (book) => book.write(NAMED, by(SECRETARY, on('2018-06-01')), named({ act: { stream: MEETING, number: 1 } })),
    `${NAMED}#10 events[0].type`,
    '没有可办的',
  ],
  [
    'a case that skips a step',
    (book) =>
      book.write(
        IN_REVIEW,
        by(SECOND),
        decided('review', 2, 'accepted', 'executiveMeeting', { reason: '符合条件。', covers: DIGEST }),
      ),
    `${IN_REVIEW}#6 events[0].to`,
    '与当时应写的不同',
  ],
  [
    'a decision of a step at which the case does not stand',
    (book) => book.write(IN_REVIEW, by(SECRETARY), named()),
    `${IN_REVIEW}#6 events[0].type`,
    '不能这样办理',
  ],
  [
    'two outcomes of one step',
    (book) => {
      book.write(IN_REVIEW, by(SECOND), accepted)
      book.write(
        IN_REVIEW,
        by(SECOND),
        decided('review', 2, 'refused', 'refused', { reason: '不符合。', covers: DIGEST }),
      )
    },
    `${IN_REVIEW}#7 events[0].type`,
    '此操作属于“初审”环节',
  ],
  [
    'a review of another visit',
    (book) => book.write(IN_REVIEW, by(SECOND), { ...accepted, visit: 5 }),
    `${IN_REVIEW}#6 events[0].visit`,
    '与当时应写的不同',
  ],
  [
    'a review of another form than stands there',
    (book) => book.write(IN_REVIEW, by(SECOND), { ...accepted, covers: sha('a') }),
    `${IN_REVIEW}#6 events[0].covers`,
    '与当时应写的不同',
  ],
  [
    'a review by somebody who is nobody',
    (book) => book.write(IN_REVIEW, by('p-外人'), accepted),
    `${IN_REVIEW}#6 events[0].type`,
    'p-外人当时没有“办理”的岗位',
  ],
  [
    'a review by somebody of the unit',
    (book) => book.write(IN_REVIEW, by(headOf('caogou')), accepted),
    `${IN_REVIEW}#6 events[0].type`,
    '不能再审核',
  ],
  [
    'a review by the secretary of the meeting',
    (book) => book.write(IN_REVIEW, by(SECRETARY), accepted),
    `${IN_REVIEW}#6 events[0].type`,
    '当时没有“办理”的岗位',
  ],
  [
    'an event that says another person than its commit',
    (book) => book.write(IN_REVIEW, by(SECOND), { ...accepted, by: OFFICER }),
    `${IN_REVIEW}#6 events[0].by`,
    '的经办人与事件所写的不同',
  ],
  [
    'a commit of the future',
    (book) => book.write(IN_REVIEW, by(SECOND, on('2018-07-01')), accepted),
    `${IN_REVIEW}#6 at`,
    '写的时间还没有到',
  ],
  [
    'a case ended with a batch that goes on',
    (book) =>
      book.write(
        FILLING,
        by(HEAD_OF_OFFICE, early),
        decided('application', 1, 'cancelled', 'cancelled', { act: { stream: CALL, number: 2 } }),
      ),
    `${FILLING}#3 events[0].type`,
    '不是哪一种办理写得出的',
  ],
  [
    'a veto confirmed that nobody raised',
    (book) => book.write(AT_NOTICE, by(HEAD_OF_OFFICE), decided('notice', 3, 'vetoed', 'vetoed', { reason: '通报' })),
    `${AT_NOTICE}#7 events[0].type`,
    '没有待确认的一票否决',
  ],
  [
    'a veto raised by whoever confirms it',
    (book) => book.write(AT_NOTICE, by(HEAD_OF_OFFICE), veto),
    `${AT_NOTICE}#7 events[0].type`,
    '当时没有“提出一票否决”的岗位',
  ],
  [
    'a veto that the call does not have',
    (book) => book.write(AT_NOTICE, by(OFFICER), { ...veto, item: 'other' }),
    `${AT_NOTICE}#7 events[0].type`,
    '没有选定这一种一票否决情形',
  ],
  [
    'a withdrawal confirmed that nobody entered',
    (book) =>
      book.write(
        AT_NOTICE,
        by(headOf('xiaoliang')),
        decided('notice', 3, 'withdrawn', 'withdrawn', { reason: '来年再报。' }),
      ),
    `${AT_NOTICE}#7 events[0].type`,
    '没有待确认的退出申请',
  ],
  [
    'a withdrawal entered and confirmed by one person',
    (book) => {
      book.write(AT_NOTICE, by(clerkOf('xiaoliang')), { type: 'withdrawalEntered', reason: '来年再报。' })
      book.write(
        AT_NOTICE,
        by(clerkOf('xiaoliang')),
        decided('notice', 3, 'withdrawn', 'withdrawn', { reason: '来年再报。' }),
      )
    },
    `${AT_NOTICE}#8 events[0].type`,
    '不能确认自己录入的退出申请',
  ],
  [
    'a case listed by a notice that does not name it',
    (book) =>
      book.write(AT_NOTICE, by(HEAD_OF_OFFICE), {
        ...{ type: 'listed', act: { stream: NOTICE, number: 2 }, lateFrom: firstLateInstant('2018-05-08') },
      }),
    `${AT_NOTICE}#7 events[0].type`,
    '不是哪一种办理写得出的',
  ],
  [
    'a case held for an objection that nobody received',
    (book) =>
      book.write(AT_MEETING, by(OFFICER), { type: 'held', act: { stream: NOTICE, number: 6 }, objection: 'yi-9' }),
    `${AT_MEETING}#9 events[0].type`,
    '不是哪一种办理写得出的',
  ],
  [
    'a correction signed by whoever drafted it',
    (book) => {
      const correction = { step: 'review', corrects: 2, outcome: 'refused', reason: '不符合条件。' }
      book.write(AT_NOTICE, by(OFFICER), { type: 'correctionDrafted', ...correction })
      const signs = { type: 'corrected', ...correction, visit: 3, to: 'refused', draftedBy: OFFICER, covers: DIGEST }
      book.write(AT_NOTICE, by(OFFICER), signs)
    },
    `${AT_NOTICE}#8 events[0].type`,
    '不能由您自己签发',
  ],
  [
    'a title of a unit that was not named',
    (book) => {
      const title = { type: 'conferred', unit: 'changgou', batch: '2018-2', on: '2018-05-31' }
      book.write('title/changgou/2018-2', by(SECRETARY), { ...title, act: { stream: MEETING, number: 1 } })
    },
    'title/changgou/2018-2#1 events[0].type',
    '没有被授予称号',
  ],
  [
    'a field that no such event has',
    (book) => book.write(IN_REVIEW, by(SECOND), { ...accepted, secret: 1 }),
    `${IN_REVIEW}#6 events[0].secret`,
    '不是这种事件所有的',
  ],
  [
    'a kind of stream that nothing writes',
    (book) => book.write('verdict/2018-2', by(SECOND), { type: 'named' }),
    'verdict/2018-2#1 stream',
    '所在的记录流没有这样命名的',
  ],
  [
    'a second stream of a case',
    (book) => book.write(`${caseOf('dunji')}/2`, by(clerkOf('dunji'), early), opened('dunji')),
    `${caseOf('dunji')}/2#1 stream`,
    '所在的记录流没有这样命名的',
  ],
  [
    'a form that lacks a self-assessment where none is asked for',
    (book) => book.write(FILLING, by(clerkOf('dunji')), resaved({ missing: [ASSESSMENT.name] })),
    `${FILLING}#3 events[0].type`,
    '自评是否定稿与所写的不符',
  ],
  [
    'a form with a self-assessment where none is asked for',
    (book) => {
      const selfAssessment = { manifest: sha('0'), reached: 50, notReached: 0, notApplicable: 0 }
      book.write(FILLING, by(clerkOf('dunji')), resaved({ selfAssessment }))
    },
    `${FILLING}#3 events[0].type`,
    '自评是否定稿与所写的不符',
  ],
  [
    'a form whose signed digest is of another one',
    (book) => book.write(FILLING, by(clerkOf('dunji')), { ...saved, content: sha('0') }),
    `${FILLING}#3 events[0].type`,
    '表格的摘要与其内容不符',
  ],
])('finds %s', (...damage) => expectFound(damage))

const veto = { type: 'vetoRaised', item: 'yi-3', source: '泗纪通报〔2018〕7号' }
function extended() {
  const lateFrom = firstLateInstant('2018-05-20')
  return { type: 'extended', batch: '2018-2', unit: 'dunji', step: 'application', lateFrom, reason: '汛期值守。' }
}

it('takes what was so decided', () => {
  const book = countyBook()
  book.write(IN_REVIEW, by(SECOND), accepted)
  book.write(FILLING, by(HEAD_OF_OFFICE, early), extended())
  book.write(AT_NOTICE, by(OFFICER), veto)
  book.write(AT_MEETING, by(clerkOf('changgou')), { type: 'withdrawalEntered', reason: '来年再报。' })
  const left = decided('executiveMeeting', 4, 'withdrawn', 'withdrawn', { reason: '来年再报。' })
  book.write(AT_MEETING, by(headOf('changgou')), left)
  book.write(AT_NOTICE, by(HEAD_OF_OFFICE), decided('notice', 3, 'vetoed', 'vetoed', { reason: '泗纪通报〔2018〕7号' }))
  const time = by('time', on('2018-05-21'))
  book.write(FILLING, { ...time, command: 'lapse application 1' }, decided('application', 1, 'lapsed', 'notSubmitted'))
  expect(book.wrong()).toEqual([])
})
