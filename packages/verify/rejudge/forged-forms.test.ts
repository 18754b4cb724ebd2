import { expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
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
  OFFICER,
  on,
  opened,
  resaved,
  SECOND,
  saved,
  signed,
  submitted,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'

const LATE = on('2018-06-09')
const by = (person: string, at = LATE) => ({ by: person, at })
const [_NAMED, _AT_MEETING, AT_NOTICE, IN_REVIEW, FILLING] = [
  'dazhuang',
  'changgou',
  'xiaoliang',
  'caogou',
  'dunji',
].map(caseOf) as [string, string, string, string, string]
const early = on('2018-04-21')
const CHECKED = { scope: true, externalResults: true }

it.each<Damage>([
  [
    'a case ended by time before its end',
    (book) => book.write(FILLING, by('time', early), decided('application', 1, 'lapsed', 'notSubmitted')),
    `${FILLING}#3 events[0].type`,
    '没有可办的',
  ],
  [
    'a form handed in after its end',
    (book) => {
      book.write(FILLING, by('p-dunji-legal', early), signed('legalOffice', '2018-04-21'))
      book.write(FILLING, by(headOf('dunji'), early), signed('unitHead', '2018-04-21'))
      book.write(FILLING, by(clerkOf('dunji')), submitted)
    },
    `${FILLING}#5 events[0].type`,
    '截止',
  ],
  [
    'a form handed in without a sign-off',
    (book) => book.write(FILLING, by(clerkOf('dunji'), early), submitted),
    `${FILLING}#3 events[0].type`,
    '还不能提交',
  ],
  [
    'a box signed by whoever has no such post',
    (book) => book.write(FILLING, by(clerkOf('dunji'), early), signed('legalOffice', '2018-04-21')),
    `${FILLING}#3 events[0].type`,
    '当时没有签署这一栏的岗位',
  ],
  [
    'a box signed before another one',
    (book) => book.write(FILLING, by(headOf('dunji'), early), signed('unitHead', '2018-04-21')),
    `${FILLING}#3 events[0].type`,
    '还没有签署',
  ],
  [
    'a box signed on another day',
    (book) => book.write(FILLING, by('p-dunji-legal', early), signed('legalOffice', '2018-04-11')),
    `${FILLING}#3 events[0].type`,
    '签署日期不是当日',
  ],
  [
    'a form saved by a clerk of another unit',
    (book) => book.write(FILLING, by(clerkOf('caogou'), early), resaved()),
    `${FILLING}#3 events[0].type`,
    '当时没有“填写表格”的岗位',
  ],
  [
    'a form saved by the office that says nothing of the paper',
    (book) => book.write(FILLING, by(OFFICER, early), resaved()),
    `${FILLING}#3 events[0].type`,
    '没有写明代录',
  ],
  [
    'a form saved by the unit’s own clerk as from paper',
    (book) => book.write(FILLING, by(clerkOf('dunji'), early), resaved({ byOffice: true })),
    `${FILLING}#3 events[0].type`,
    '不能这样办理',
  ],
  [
    'a file that anybody promised where a unit has its own',
    (book) => {
      const file = { name: '附件', size: 9, contentType: 'application/pdf', object: 'a/b' }
      book.write(`evidence/dunji/${sha('7')}`, by('public', early), { type: 'promised', ...file })
    },
    `evidence/dunji/${sha('7')}#1 events[0].type`,
    '网页异议的附件不在这里',
  ],
  [
    'a form saved with a file that nobody has kept',
    (book) => book.write(FILLING, by(clerkOf('dunji'), early), resaved({ attachments: [sha('8')] })),
    `${FILLING}#3 events[0].attachments[0]`,
    '所用的文件当时没有按这一用途保存',
  ],
  [
    'a form saved where the case has left its step',
    (book) => book.write(IN_REVIEW, by(clerkOf('caogou'), early), resaved()),
    `${IN_REVIEW}#6 events[0].type`,
    '现处“初审”',
  ],
  [
    'a form taken back after its end',
    (book) =>
      book.write(IN_REVIEW, by(clerkOf('caogou')), { type: 'recalled', step: 'application', visit: 2, from: 'review' }),
    `${IN_REVIEW}#6 events[0].type`,
    '不能撤回',
  ],
  [
    'a case of a unit that the roster does not have',
    (book) => book.write(caseOf('ghost'), by(clerkOf('dunji'), early), opened('ghost')),
    `${caseOf('ghost')}#1 events[0].type`,
    '不能这样办理',
  ],
  [
    'a case of a batch that nobody called',
    (book) => book.write('case/2018-3/dunji', by(clerkOf('dunji'), early), { ...opened('dunji'), batch: '2018-3' }),
    'case/2018-3/dunji#1 events[0].type',
    '当时没有批次“2018-3”的创建通知',
  ],
  [
    'a case that says other dates than its call',
    (book) => {
      const [, ...rest] = book.commits(FILLING)
      book.streams.set(FILLING, [])
      const dates = { application: firstLateInstant('2018-08-15') }
      book.write(FILLING, by(clerkOf('dunji'), on('2018-04-16')), { ...opened('dunji'), dates })
      for (const { at } of rest) book.write(FILLING, by(clerkOf('dunji'), at), saved)
    },
    `${FILLING}#1 events[0].dates.application`,
    '与当时应写的不同',
  ],
  [
    'an extension by whoever may give none',
    (book) => book.write(FILLING, by(OFFICER, early), extended()),
    `${FILLING}#3 events[0].type`,
    '当时没有“延长期限”的岗位',
  ],
  [
    'an extension of a step that the case has left',
    (book) => book.write(IN_REVIEW, by(HEAD_OF_OFFICE, early), { ...extended(), unit: 'caogou' }),
    `${IN_REVIEW}#6 events[0].type`,
    '的期限不能再延长',
  ],
  [
    'an extension to years later',
    (book) =>
      book.write(FILLING, by(HEAD_OF_OFFICE, early), { ...extended(), lateFrom: firstLateInstant('2021-01-01') }),
    `${FILLING}#3 events[0].type`,
    '晚一年',
  ],
  [
    'an extension to noon',
    (book) => book.write(FILLING, by(HEAD_OF_OFFICE, early), { ...extended(), lateFrom: '2018-05-20T04:00:00.000Z' }),
    `${FILLING}#3 events[0].type`,
    '不是一日终了',
  ],
  [
    'an extension to another time zone’s midnight',
    (book) => book.write(FILLING, by(HEAD_OF_OFFICE, early), { ...extended(), lateFrom: '2018-05-21T00:00:00.000Z' }),
    `${FILLING}#3 events[0].type`,
    '不是一日终了',
  ],
  [
    'a draft of a return to noon',
    (book) => book.write(IN_REVIEW, by(OFFICER, on('2018-04-26')), drafted({ lateFrom: '2018-05-20T04:00:00.000Z' })),
    `${IN_REVIEW}#6 events[0].type`,
    '不是一日终了',
  ],
  [
    'a draft of a return that cuts what is published',
    (book) =>
      book.write(IN_REVIEW, by(OFFICER, on('2018-04-26')), drafted({ lateFrom: firstLateInstant('2018-05-10') })),
    `${IN_REVIEW}#6 events[0].type`,
    '早于通知规定的日期',
  ],
  [
    'a return to noon',
    (book) =>
      book.write(IN_REVIEW, by(SECOND, on('2018-04-26')), {
        ...sentBack(['project']),
        lateFrom: '2018-05-20T04:00:00.000Z',
      }),
    `${IN_REVIEW}#6 events[0].lateFrom`,
    '与当时应写的不同',
  ],
  [
    'a return to a day ten years off',
    (book) =>
      book.write(IN_REVIEW, by(SECOND, on('2018-04-26')), {
        ...sentBack(['project']),
        lateFrom: firstLateInstant('2028-05-20'),
      }),
    `${IN_REVIEW}#6 events[0].lateFrom`,
    '与当时应写的不同',
  ],
  [
    'a correction that returns to noon',
    (book) => {
      const {
        type: _draft,
        visit: _none,
        ...returning
      } = drafted({ corrects: 2, lateFrom: '2018-06-20T04:00:00.000Z' })
      book.write(AT_NOTICE, by(OFFICER), { ...returning, type: 'correctionDrafted' })
    },
    `${AT_NOTICE}#7 events[0].type`,
    '不是一日终了',
  ],
  [
    'a self-assessment that the answers do not name',
    (book) => book.write(FILLING, by(clerkOf('dunji'), early), resaved({ answers: { selfAssessment: sha('3') } })),
    `${FILLING}#3 events[0].type`,
    '填写情况中的自评与所附的自评定稿不符',
  ],
  [
    'dates moved by an amendment that nobody published',
    (book) =>
      book.write(FILLING, by(HEAD_OF_OFFICE, early), {
        ...{ type: 'rescheduled', act: { stream: CALL, number: 2 } },
        dates: { application: firstLateInstant('2018-08-15') },
      }),
    `${FILLING}#3 events[0].type`,
    '不是哪一种办理写得出的',
  ],
  [
    'a return that reopens a question which the form does not have',
    (book) => book.write(IN_REVIEW, by(SECOND, on('2018-04-26')), sentBack(['project', 'ghost'])),
    `${IN_REVIEW}#6 events[0].type`,
    '退回的栏目不是本环节的',
  ],
  [
    'a return that reopens a self-assessment which nobody asked for',
    (book) => book.write(IN_REVIEW, by(SECOND, on('2018-04-26')), sentBack(['selfAssessment'])),
    `${IN_REVIEW}#6 events[0].type`,
    '退回的栏目不是本环节的',
  ],
  [
    'a judgement with points that its step does not have',
    (book) =>
      book.write(IN_REVIEW, by(SECOND, on('2018-04-26')), { ...accepted, checklist: { ...CHECKED, ghost: true } }),
    `${IN_REVIEW}#6 events[0].type`,
    '核对的项目或者退回的栏目不是本环节的',
  ],
  [
    'a judgement with a point left out',
    (book) => book.write(IN_REVIEW, by(SECOND, on('2018-04-26')), { ...accepted, checklist: { scope: true } }),
    `${IN_REVIEW}#6 events[0].type`,
    '还有未核对的项目',
  ],
])('finds %s', (...damage) => expectFound(damage))

it('finds nothing in a return of questions of the form, nor in a judgement with all its points', () => {
  const back = countyBook()
  back.write(IN_REVIEW, by(SECOND, on('2018-04-26')), sentBack(['project', 'reason']))
  expect(back.wrong()).toEqual([])
  const checked = countyBook()
  checked.write(IN_REVIEW, by(SECOND, on('2018-04-26')), { ...accepted, checklist: CHECKED })
  expect(checked.wrong()).toEqual([])
})

it('finds nothing in a draft of a correction, nor in an extension, to a whole day', () => {
  const book = countyBook()
  const {
    type: _draft,
    visit: _none,
    ...returning
  } = drafted({ corrects: 2, lateFrom: firstLateInstant('2018-06-20') })
  book.write(AT_NOTICE, by(OFFICER), { ...returning, type: 'correctionDrafted' })
  book.write(FILLING, by(HEAD_OF_OFFICE, early), extended())
  expect(book.wrong()).toEqual([])
})

const sentBack = (reopens: readonly string[]) =>
  decided('review', 2, 'returned', 'application', {
    ...{ reason: '请补正。', reopens, lateFrom: firstLateInstant('2018-05-15'), covers: DIGEST },
  })

const drafted = (more: object) => ({
  ...{ type: 'drafted', step: 'review', visit: 2, outcome: 'returned', reason: '请补正。', reopens: ['project'] },
  ...more,
})

function extended() {
  const lateFrom = firstLateInstant('2018-05-20')
  return { type: 'extended', batch: '2018-2', unit: 'dunji', step: 'application', lateFrom, reason: '汛期值守。' }
}
