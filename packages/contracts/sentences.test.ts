/** An explanation is a sentence wherever one is asked for, and a signed opinion has words. */
import { describe, expect, it } from 'vitest'
import type { z } from 'zod/mini'
import { forms } from '#procedure/forms.ts'
import { procedures } from '#procedure/procedures.ts'
import { returnPreparationBody } from './announcement.ts'
import * as ofCase from './case-forms.ts'
import { amendmentBody, cancellingBody } from './change.ts'
import { type FormSchema, fieldErrors, fieldsOf, schemaOfShown, wrongFields } from './forms.ts'
import { resolutionBody } from './meeting.ts'
import { enteredObjection, returnBody } from './notice.ts'
import { declineForm, findingForm } from './objections.ts'
import { remindBody } from './reminders.ts'

const NOTHING = ['。', '。。。。', '----', 'aaaa', '13955571234', '一\u200b\u200b\u200b二', '无无无无']
const saidAt = (body: z.ZodMiniType, path: string, value: string): string | undefined => {
  const sent = path
    .split('.')
    .reverse()
    .reduce<unknown>((inner, name) => ({ [name]: inner }), value)
  const { error } = body.safeParse(sent)
  const said = error ? fieldErrors(error.issues)[path] : undefined
  return said
}

const SENTENCES: readonly [string, z.ZodMiniType, string?][] = [
  ['correction', ofCase.correctionBody],
  ['return of a draft', ofCase.returnDraftBody],
  ['unchanged form', ofCase.submitBody, 'explanation'],
  ['return by the signer', ofCase.declineBody],
  ['withdrawal', ofCase.withdrawForm],
  ['withdrawal on paper', ofCase.withdrawOnPaperForm],
  ['veto', ofCase.vetoBody, 'source'],
  ['dismissal of a veto', ofCase.dismissVetoBody],
  ['extension', ofCase.extendForm],
  ['progress', ofCase.progressBody, 'text'],
  ['guidance', ofCase.guideForm, 'text'],
  ['method of an inquiry', ofCase.methodForm, 'findings'],
  ['result of an inquiry', ofCase.settleBody],
  ['amendment', amendmentBody],
  ['end of a batch', cancellingBody],
  ['return of a decision', returnPreparationBody],
  ['return of a notice', returnBody],
  ['objection that is not admitted', declineForm],
  ['finding', findingForm],
  ['answer', findingForm, 'reply'],
  ['reminder', remindBody, 'text'],
]
describe.each(SENTENCES)('the reason of a %s', (_, body, path = 'reason') => {
  it.each(NOTHING)('is not %j, which is said at its field with what was received', (typed) => {
    // A telephone number of what everybody reads is refused for being one.
    expect(saidAt(body, path, typed)).toMatch(/^“.*”没有写明.+；请用文字写明，不少于四个字$|^请去掉手机号码/)
  })
  it('is a sentence', () => expect(saidAt(body, path, '所附材料与填写内容不符')).toBeUndefined())
})

const WORDS: readonly [string, z.ZodMiniType, string][] = [
  ['signature', ofCase.signForm, 'opinion'],
  ['judgement', ofCase.judgingBody, 'reason'],
  ['withdrawal that is not agreed to', ofCase.cancelWithdrawalBody, 'reason'],
  ['draft that is taken back', ofCase.returnCorrectionBody, 'reason'],
  ['objection that was entered', enteredObjection, 'summary'],
]
describe.each(WORDS)('the opinion of a %s', (_, body, path) => {
  it.each(['。', '。。。', '--', '1', 'aaaa', '同'.repeat(3)])('is not %j', (typed) =>
    expect(saidAt(body, path, typed)).toMatch(/^“.*”没有写明.+；请用文字写明$/),
  )
  it.each(['同意', '阅。', '同意上报', 'OK'])('is %j', (typed) => expect(saidAt(body, path, typed)).toBeUndefined())
})

describe('a judgement', () => {
  const [value] = procedures.flatMap(({ steps }) =>
    Object.values(steps).flatMap((step) => (step.kind === 'judgement' ? [step] : [])),
  )
  if (!value) throw new Error('no procedure judges')
  const form = forms[value.form]
  if (!form) throw new Error('no form')
  const schema = ofCase.judgingForm(value, form, [])
  const outcomes = Object.entries(value.outcomes)
  const accept = outcomes.find(([, { on }]) => on)?.[0]
  const others = outcomes.filter(([, { on }]) => !on).map(([name]) => name)
  const wrong = (of: FormSchema, outcome: string | undefined, reason: string) => wrongFields(of, { outcome, reason })
  // As the console has it: made of what the API sends.
  it.each([
    ['at the server', schema],
    ['on screen', schemaOfShown(fieldsOf(schema))],
  ])('that leads on has words, any other one is explained: %s', (_, of) => {
    expect(wrong(of, accept, '同意')).toEqual({})
    expect(Object.keys(wrong(of, accept, '。'))).toEqual(['reason'])
    expect(others.length).toBeGreaterThan(1)
    for (const outcome of others) {
      expect(wrong(of, outcome, '材料不齐，请补齐后提交')).toEqual({})
      expect(wrong(of, outcome, '不行')).toEqual({
        reason: '“不行”没有写明意见和理由；请用文字写明，不少于四个字',
      })
      expect(Object.keys(wrong(of, outcome, '。'))).toEqual(['reason'])
    }
  })
  it('tells it together with what else is wrong', () =>
    expect(
      Object.keys(wrongFields(schema, { outcome: others[0], reason: '不行', reopens: ['no-such-question'] })),
    ).toEqual(expect.arrayContaining(['reason', 'reopens.0'])))
  it('is not told of twice where nothing was typed', () =>
    expect(wrong(schema, others[0], ' ')).toEqual({ reason: '请填写意见和理由' }))
})

describe('a meeting', () => {
  it('explains what it decides otherwise for one unit', () => {
    const { error } = resolutionBody.safeParse({ exceptions: [{ case: 'a', outcome: 'no', reason: '。' }] })
    expect(fieldErrors(error?.issues ?? [])['exceptions.0.reason']).toMatch(/没有写明例外理由/)
  })
  it.each([
    ['。', true],
    ['多数人认为应当缓议', false],
    ['', false],
  ])('says what most of it thought, where its head decided otherwise: %j', (majorityDiffered, isWrong) => {
    const { error } = resolutionBody.safeParse({ how: { kind: 'discussion', majorityDiffered } })
    expect('how.majorityDiffered' in fieldErrors(error?.issues ?? [])).toBe(isWrong)
  })
})
