import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SHORT } from '../../test/given/cases.ts'
import { WHOLE } from '../../test/given/cases-2018.ts'
import { anyProcedure } from '../../test/given/procedures.ts'
import { APPOINTMENTS } from './appointments.ts'
import { type Form, forms } from './forms.ts'
import { problemsOf } from './problems-of.ts'
import type { Procedure } from './procedure.ts'
import { procedures, readProcedure } from './procedures.ts'
import { WrongFile } from './wrong-file.ts'

/** A value with one place in it set to another; `undefined` takes it away. */
function changed(of: Procedure, path: string, to: unknown): unknown {
  const value = structuredClone(of)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const at = keys.reduce<Record<string, unknown>>((one, key) => one[key] as Record<string, unknown>, value)
  if (to === undefined) delete at[last]
  else at[last] = to
  return value
}
const problems = (of: Procedure, path: string, to: unknown) => problemsOf(changed(of, path, to) as Procedure)

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
    { title: '批次终止', on: 'notice', by: 'cancellation' },
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

describe('a form of the variant', () => {
  const known = forms as Record<string, Form>
  const application = forms['creation-application'] as Form
  const within = (signOffs: Form['signOffs'], check: (of: Procedure) => void) => {
    known.petition = { ...application, name: 'petition', signOffs }
    try {
      check(JSON.parse(JSON.stringify(SHORT).replaceAll('creation-application', 'petition')))
    } finally {
      delete known.petition
    }
  }

  it('is sound when people of the unit sign it', () => {
    within(application.signOffs, (of) => expect(problemsOf(of)).toEqual([]))
  })
  it('is refused when somebody outside the unit would have to sign for it', () => {
    for (const signer of ['officeHead', 'administrator'] as const)
      within(
        [
          { name: 'mayor', title: '县长意见', signer },
          { name: 'countyOffice', title: '县法制机构意见' },
        ],
        (of) =>
          expect(problemsOf(of)).toEqual([
            `application names the form petition, whose mayor is of the unit, and ${signer} is held in none`,
          ]),
      )
  })
  it('is refused when nobody of the unit signs it', () => {
    within([{ name: 'countyOffice', title: '县法制机构意见' }], (of) =>
      expect(problemsOf(of)).toEqual(['application names the form petition, which nobody of the unit signs']),
    )
  })
})

it('is what keeps a value from being read, every problem on a line of its own', () => {
  const decides = changed(SHORT, 'steps.review.decides', ['administrator'])
  const wrong = changed(decides as Procedure, 'steps.application.lapses', undefined)
  expect(() => readProcedure(wrong, 'variants/some.json')).toThrow(
    [
      'variants/some.json不能运行（creation-short@1）：application waits for a unit without an end.',
      'variants/some.json不能运行（creation-short@1）：review is a step of a case, and administrator acts on none.',
    ].join('\n'),
  )
  expect(readProcedure(structuredClone(SHORT))).toEqual(SHORT)
})

const APPOINTED = Object.keys(APPOINTMENTS).join('、')
it.each([
  ['an actor that is no appointment', 'steps.review.decides', ['mayor'], `decides.0收到“mayor”，只能是${APPOINTED}；`],
  ['nobody who decides', 'steps.review.decides', [], 'decides收到[]，不能少于1项；'],
  [
    'who drafts being no appointment',
    'steps.review.drafts',
    'constructor',
    `的steps.review.drafts收到“constructor”，只能是${APPOINTED}；`,
  ],
  ['who fills in being no appointment', 'steps.application.fills', 'clerk', `fills收到“clerk”，只能是${APPOINTED}；`],
  [
    'a kind that is none',
    'steps.review.kind',
    'hearing',
    'kind收到“hearing”，只能是entry、judgement、resolution、notice、work、inquiry、announcement；',
  ],
  ['a step named in Chinese', 'steps.初审', SHORT.steps.review, '名称应符合/^[A-Za-z][A-Za-z0-9]{0,39}$/；'],
  ['a field that its kind has not', 'steps.review.quota', 3, 'steps.review有不认识的字段“quota”；'],
  ['a version below one', 'version', 0, 'version收到0，不能少于1；'],
  ['an outcome without a title', 'steps.review.outcomes.accepted.title', '', 'title收到“”，不能少于1个字；'],
  ['no exits', 'exits', undefined, '缺少exits，应为对象；'],
])('is read with a schema that refuses %s, and says so of the file', (_what, path, to, sentence) => {
  const read = () => readProcedure(changed(SHORT, path, to), 'variants/some.json')
  expect(read).toThrow(WrongFile)
  expect(read).toThrow(/^variants\/some\.json/)
  expect(read).toThrow(sentence)
})
