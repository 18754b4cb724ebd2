/** A procedure's file: the forms that it names, and how it is said that it cannot be read. */
import { describe, expect, it } from 'vitest'
import { changed } from '../../test/given/broken-procedures.ts'
import { SHORT } from '../../test/given/cases.ts'
import { APPOINTMENTS } from './appointments.ts'
import { type Form, forms } from './forms.ts'
import { problemsOf } from './problems-of.ts'
import type { Procedure } from './procedure.ts'
import { readProcedure } from './procedures.ts'
import { WrongFile } from './wrong-file.ts'

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
  ['a field that its kind has not', 'steps.review.quota', 3, 'steps.review有不能识别的项“quota”；'],
  ['a version below one', 'version', 0, 'version收到0，不能少于1；'],
  ['an outcome without a title', 'steps.review.outcomes.accepted.title', '', 'title收到“”，不能少于1个字；'],
  ['no exits', 'exits', undefined, '缺少exits，应为对象；'],
])('is read with a schema that refuses %s, and says so of the file', (_what, path, to, sentence) => {
  const read = () => readProcedure(changed(SHORT, path, to), 'variants/some.json')
  expect(read).toThrow(WrongFile)
  expect(read).toThrow(/^variants\/some\.json/)
  expect(read).toThrow(sentence)
})
