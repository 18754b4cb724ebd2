/** What may be wrong with the kinds of steps that only a whole procedure has. */
import { expect, it } from 'vitest'
import { problems } from '../../test/given/broken-procedures.ts'
import { WHOLE } from '../../test/given/cases-2018.ts'

const whole: [string, string, unknown, string][] = [
  [
    'work of the office',
    'steps.implementation.does',
    'scorer',
    'implementation is of the unit, and scorer is held in none',
  ],
  ...(
    [
      ['implementation', 'guides'],
      ['selection', 'prepares'],
      ['selection', 'records'],
      ['assessment', 'records'],
      ['assessment', 'settles'],
      ['naming', 'prepares'],
      ['naming', 'approves'],
    ] as const
  ).map(([step, actor]): [string, string, unknown, string] => [
    `what a unit’s head ${actor} at ${step}`,
    `steps.${step}.${actor}`,
    'unitHead',
    `${step} is not of a unit, and unitHead is held in one`,
  ]),
  [
    'a judgement before its form is filled in',
    'steps.review.form',
    'creation-declaration',
    'review can be reached before declaration hands in creation-declaration',
  ],
  [
    'a way around the entry whose form is judged',
    'steps.selection.outcomes.cultivated.on',
    'acceptance',
    'acceptance can be reached before declaration hands in creation-declaration',
  ],
  [
    'a body that signs a form before it is filled in',
    'steps.selection.signs',
    { form: 'creation-declaration', signOff: 'leadingGroup' },
    'selection can be reached before declaration hands in creation-declaration',
  ],
  [
    'two steps that fill one box',
    'steps.selection.signs',
    { form: 'creation-application', signOff: 'countyOffice' },
    'the box countyOffice of creation-application is filled by two steps',
  ],
  [
    'a title for work whose time is over',
    'steps.implementation.outcomes.ended',
    { title: '实施期满', end: 'named' },
    'implementation.ended ends at named, which confers, by time alone',
  ],
  [
    'guidance by whoever keeps the system',
    'steps.implementation.guides',
    'administrator',
    'implementation is a step of a case, and administrator acts on none',
  ],
  [
    'a box that no body fills',
    'steps.proposal.signs',
    undefined,
    'the box leadingGroup of creation-declaration is filled by no step',
  ],
  [
    'a reassessment behind the notice',
    'steps.notice.outcomes.reassess.on',
    'executiveMeeting',
    'notice reassesses at executiveMeeting, from which no case comes back to notice',
  ],
  [
    'a later reassessment behind the notice',
    'exits.reassessed.on',
    'executiveMeeting',
    'notice reassesses at executiveMeeting, from which no case comes back to notice',
  ],
  [
    'an announcement with a choice',
    'steps.naming.outcomes.refused',
    { title: '不予命名', end: 'refused' },
    'naming announces not exactly one outcome',
  ],
  [
    'a notice that reassesses by what upholds',
    'steps.notice.reassess',
    'upheld',
    'notice has one outcome for two answers to an objection',
  ],
  [
    'a notice that reassesses by what is clear',
    'steps.notice.reassess',
    'clear',
    'notice has one outcome for two answers to an objection',
  ],
  [
    'a way on to work that is over',
    'steps.assessment.outcomes.notRecommended',
    { title: '继续培育', on: 'implementation' },
    'assessment.notRecommended leads on to implementation, whose date has passed',
  ],
  [
    'a return over work whose date has passed',
    'steps.acceptance.outcomes.returned.back',
    'application',
    'implementation.ended leads on to declaration, whose date has passed',
  ],
  [
    'an exit to a step with a date',
    'exits.reassessed.on',
    'declaration',
    'exit reassessed leads on to declaration, whose date has passed',
  ],
  [
    'another assessment at a step with a date',
    'steps.notice.outcomes.reassess.on',
    'implementation',
    'notice reassesses at a step whose date has passed',
  ],
  ['an inquiry without methods', 'steps.assessment.methods', {}, 'assessment has no methods'],
  [
    'work that lapses to what it does not know',
    'steps.implementation.lapses',
    'late',
    'implementation lapses to late, which is no outcome of it',
  ],
  [
    'a box that a body fills on another form',
    'steps.proposal.signs.form',
    'creation-application',
    'proposal fills leadingGroup, which is no box of creation-application',
  ],
  [
    'a return that reopens another form',
    'steps.acceptance.outcomes.returned.back',
    'application',
    'acceptance.returned reopens another form than acceptance judges',
  ],
  [
    'one form at two entries',
    'steps.declaration.form',
    'creation-application',
    'the form creation-application is filled in at two entries',
  ],
  [
    'a notice that reassesses, and not later',
    'steps.notice.later.reassess',
    undefined,
    'notice reassesses, and not after the case has gone on',
  ],
  [
    'a notice that reassesses by what it does not know',
    'steps.notice.reassess',
    'again',
    'notice reassesses by again, which is no outcome of it',
  ],
]
it.each(whole)('names %s', (_what, path, to, sentence) => {
  expect(problems(WHOLE, path, to)).toContain(sentence)
})
