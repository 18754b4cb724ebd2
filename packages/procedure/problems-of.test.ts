/** What is wrong with a procedure whatever its steps, and what a short one may have wrong. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { problems } from '../../test/given/broken-procedures.ts'
import { SHORT } from '../../test/given/cases.ts'
import { anyProcedure } from '../../test/given/procedures.ts'
import { problemsOf } from './problems-of.ts'
import { procedures } from './procedures.ts'

it.each(procedures)('finds none in $name@$version', (procedure) => expect(problemsOf(procedure)).toEqual([]))

it('finds none in a procedure that is sound', () => {
  fc.assert(
    fc.property(anyProcedure, (procedure) => {
      expect(problemsOf(procedure)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

const END = { title: '办理', end: 'refused' }
const short: [string, string, unknown, string][] = [
  ['a step nobody reaches', 'steps.review.outcomes.accepted', END, 'notice cannot be reached from application'],
  ['an ending nobody reaches', 'endings.lost', { title: '遗失' }, 'lost cannot be reached from application'],
  [
    'a step from which nothing ends but by an exit',
    'steps.executiveMeeting.outcomes',
    { deferred: { title: '暂缓审议', on: 'executiveMeeting' } },
    'from executiveMeeting no ending can be reached',
  ],
  ['a start that is no step', 'start', 'begin', 'the start begin is no entry'],
  ['a start that is no entry', 'start', 'review', 'the start review is no entry'],
  ['an entry that never lapses', 'steps.application.lapses', undefined, 'application waits for a unit without an end'],
  [
    'a lapse to what the step does not know',
    'steps.application.lapses',
    'late',
    'application lapses to late, which is no outcome of it',
  ],
  [
    'a submission that the step does not know',
    'steps.application.submits',
    'sent',
    'application submits sent, which is no outcome of it',
  ],
  [
    'a way back to what is no entry',
    'steps.review.outcomes.returned',
    { title: '退回', back: 'notice' },
    'review.returned goes back to notice, which is no entry',
  ],
  [
    'a way back from a list',
    'steps.executiveMeeting.outcomes.deferred',
    { title: '退回', back: 'application' },
    'executiveMeeting.deferred goes back, which only a judgement does',
  ],
  [
    'a way back by an exit',
    'exits.withdrawn',
    { title: '退出', back: 'application', by: 'withdrawal' },
    'exit withdrawn goes back, which only a judgement does',
  ],
  [
    'two effects of one outcome',
    'steps.review.outcomes.accepted',
    { title: '通过', on: 'notice', end: 'refused' },
    'review.accepted has not exactly one of on, back and end',
  ],
  [
    'no effect of an outcome',
    'steps.review.outcomes.refused',
    { title: '不予通过' },
    'review.refused has not exactly one of on, back and end',
  ],
  [
    'an outcome to a step that is none',
    'steps.review.outcomes.accepted',
    { title: '通过', on: 'hearing' },
    'review.accepted leads to hearing, which is no step',
  ],
  [
    'an outcome on to an ending',
    'steps.review.outcomes.accepted',
    { title: '通过', on: 'named' },
    'review.accepted leads to named, which is no step',
  ],
  [
    'an outcome that ends at a step',
    'steps.review.outcomes.refused',
    { title: '通过', end: 'notice' },
    'review.refused leads to notice, which is no ending',
  ],
  [
    'an exit to an ending that is none',
    'exits.vetoed.end',
    'banned',
    'exit vetoed leads to banned, which is no ending',
  ],
  [
    'a form that is none',
    'steps.application.form',
    'creation-petition',
    'application names the form creation-petition, which is none',
  ],
  [
    'a judgement on a form that no entry fills in',
    'steps.review.form',
    'creation-declaration',
    'review names the form creation-declaration, which no entry fills in',
  ],
  [
    'a box that the form has not',
    'steps.review.signOff',
    'mayor',
    'review fills mayor, which is no box of creation-application',
  ],
  [
    'a box that is the unit’s own',
    'steps.review.signOff',
    'unitHead',
    'review fills unitHead, which is no box of creation-application',
  ],
  ['no exit by veto', 'exits.vetoed', undefined, 'the exits need one by veto'],
  ['no exit by withdrawal', 'exits.withdrawn', undefined, 'the exits need one by withdrawal'],
  [
    'two exits by veto',
    'exits.banned',
    { title: '取消资格', end: 'vetoed', by: 'veto' },
    'there are two exits by veto',
  ],
  [
    'an outcome that is called as an exit is',
    'steps.review.outcomes.vetoed',
    END,
    'review.vetoed is the name of an exit too',
  ],
  [
    'a notice that is clear by what it does not know',
    'steps.notice.clear',
    'silent',
    'notice is clear by silent, which is no outcome of it',
  ],
  [
    'a notice that upholds by what it does not know',
    'steps.notice.upheld',
    'right',
    'notice upholds by right, which is no outcome of it',
  ],
  [
    'a notice without an exit for later',
    'steps.notice.later.upheld',
    'vetoed',
    'notice needs an exit by objection named vetoed',
  ],
  [
    'an entry that nobody of the unit fills in',
    'steps.application.fills',
    'officeOfficer',
    'application is of the unit, and officeOfficer is held in none',
  ],
  [
    'a judgement that is drafted inside a unit',
    'steps.review.drafts',
    'unitLegalOfficer',
    'review is not of a unit, and unitLegalOfficer is held in one',
  ],
  [
    'a judgement that a unit’s head decides beside another',
    'steps.review.decides',
    ['officeHead', 'unitHead'],
    'review is not of a unit, and unitHead is held in one',
  ],
  [
    'a notice that a unit prepares',
    'steps.notice.prepares',
    'unitClerk',
    'notice is not of a unit, and unitClerk is held in one',
  ],
  [
    'a notice that a unit approves',
    'steps.notice.approves',
    'unitHead',
    'notice is not of a unit, and unitHead is held in one',
  ],
  [
    'a submission that is the lapse',
    'steps.application.submits',
    'lapsed',
    'application submits and lapses by one outcome',
  ],
  [
    'a notice that is clear by what upholds',
    'steps.notice.clear',
    'upheld',
    'notice has one outcome for two answers to an objection',
  ],
  [
    'a limit on what one person decides',
    'steps.review.outcomes.accepted.limited',
    true,
    'review.accepted is limited, which only an outcome of a resolution is',
  ],
  [
    'a limit on an exit',
    'exits.vetoed.limited',
    true,
    'exit vetoed is limited, which only an outcome of a resolution is',
  ],
  [
    'two limits of one resolution',
    'steps.executiveMeeting.outcomes.refused.limited',
    true,
    'executiveMeeting has two limited outcomes',
  ],
  [
    'a ranking by which nothing goes',
    'steps.executiveMeeting',
    {
      ...{ kind: 'resolution', title: '常务会议', records: 'meetingSecretary', body: 'executiveMeeting' },
      ...{
        record: 'minutes',
        votes: false,
        ranked: true,
        outcomes: { named: { title: '命名', end: 'named' }, refused: END },
      },
    },
    'executiveMeeting is ranked, and none of its outcomes is limited',
  ],
  [
    'a judgement on a form that lapsed',
    'steps.application.outcomes.lapsed',
    { title: '逾期', on: 'review' },
    'review can be reached before application hands in creation-application',
  ],
  [
    'a way on to an entry that the case comes from',
    'steps.executiveMeeting.outcomes.deferred',
    { title: '重新申报', on: 'application' },
    'executiveMeeting.deferred leads on to application, whose date has passed',
  ],
  [
    'an entry that leads to itself',
    'steps.application.outcomes.lapsed',
    { title: '逾期', on: 'application' },
    'application.lapsed leads on to application, whose date has passed',
  ],
  ['a veto that confers', 'exits.vetoed.end', 'named', 'exit vetoed by veto ends at named, which confers'],
  [
    'a veto that leads on',
    'exits.vetoed',
    { title: '一票否决', on: 'executiveMeeting', by: 'veto' },
    'exit vetoed by veto leads on to executiveMeeting, and whoever leaves is out',
  ],
  [
    'a withdrawal that leads on',
    'exits.withdrawn',
    { title: '退出', on: 'executiveMeeting', by: 'withdrawal' },
    'exit withdrawn by withdrawal leads on to executiveMeeting, and whoever leaves is out',
  ],
  [
    'a cancellation that leads on',
    'exits.cancelled',
    { title: '批次取消', on: 'notice', by: 'cancellation' },
    'exit cancelled by cancellation leads on to notice, and whoever leaves is out',
  ],
  [
    'an objection upheld later that leads on',
    'exits.objectionUpheld',
    { title: '异议成立', on: 'executiveMeeting', by: 'objection' },
    'exit objectionUpheld by objection leads on to executiveMeeting, and whoever leaves is out',
  ],
  [
    'a title by lapse',
    'steps.application.outcomes.lapsed.end',
    'named',
    'application.lapsed ends at named, which confers, by time alone',
  ],
  [
    'a title against an objection',
    'steps.notice.outcomes.upheld.end',
    'named',
    'notice.upheld ends at named, which confers, though an objection is upheld',
  ],
  [
    'an entry that lapses into a list',
    'steps.application.outcomes.lapsed',
    { title: '逾期未报', on: 'executiveMeeting' },
    'application.lapsed leads on to executiveMeeting, though nothing was handed in',
  ],
  [
    'an upheld objection that goes on',
    'steps.notice.outcomes.upheld',
    { title: '异议成立', on: 'executiveMeeting' },
    'notice.upheld leads on to executiveMeeting, though an objection is upheld',
  ],
  [
    'an entry and a judgement from which only returns and time lead',
    'steps.review.outcomes',
    { returned: { title: '退回补正', back: 'application' } },
    'from review only time leads to an ending',
  ],
  [
    'a judgement of whoever keeps the system',
    'steps.review.decides',
    ['officeHead', 'administrator'],
    'review is a step of a case, and administrator acts on none',
  ],
  [
    'a box that no step fills',
    'steps.review.signOff',
    undefined,
    'the box countyOffice of creation-application is filled by no step',
  ],
  ['two endings with one title', 'endings.refused.title', '已命名', '已命名 is the title of two places'],
  ['one name for two places', 'endings.review', { title: '初审' }, 'review is the name of two places'],
  ['a place named as the machine names its own', 'endings.nowhere', { title: '无' }, 'nowhere cannot name a place'],
]
it.each(short)('names %s', (_what, path, to, sentence) => {
  expect(problems(SHORT, path, to)).toContain(sentence)
})
