import { describe, expect, it } from 'vitest'
import { given } from '../../../test/given/given.ts'
import { admit, decline, find, objectionKind, openObjection } from './objection.ts'

const AT = '2018-06-15T01:00:00.000Z'
const asked = { by: 'p-陈科员', received: AT }
const line = { notice: 'notice/2018-2/1', about: 'dazhuang', answerBy: '2018-06-30', by: 'public' }
const received = { type: 'received', v: 1, at: AT, ...line } as const
const admitted = { type: 'admitted', v: 1, at: AT, by: 'p-陈科员' } as const
const declined = { type: 'declined', v: 1, at: AT, by: 'p-陈科员', reason: '与公示内容无关。' } as const
const finding = { result: 'upheld' as const, reason: '所反映的处罚案件属实。', reply: '经核查，您反映的情况属实。' }
const found = { type: 'found', v: 1, at: AT, by: 'p-陈科员', ...finding } as const

describe('an objection', () => {
  it('is opened by its receipt, once', () => {
    expect(given(objectionKind).when(openObjection(line, AT))).toEqual([received])
    for (const history of [[received], [received, declined]])
      expect(given(objectionKind, ...history).when(openObjection(line, AT))).toEqual([])
  })

  it('is admitted', () => {
    expect(given(objectionKind, received).when(admit(asked, 'public'))).toEqual([admitted])
    expect(given(objectionKind, received, admitted).when(admit(asked, 'public'))).toEqual([])
  })
  it('is decided by one person: another who comes to the same is told so, and not that it is done', () => {
    const other = { ...asked, by: 'p-other' }
    for (const [history, decide] of [
      [[received, admitted], admit(other, 'public')],
      [[received, declined], decline('与公示内容无关。', other, 'public')],
      [[received, admitted, found], find(finding, other)],
    ] as const)
      expect(given(objectionKind, ...history).refused(decide)[0]).toBe('elsewhere')
  })
  it('is not admitted after it was declined or found, or when nobody received it', () => {
    expect(given(objectionKind, received, declined).refused(admit(asked, 'public'))).toEqual([
      'elsewhere',
      '这件异议已由其他人员于2018年6月15日9时00分办理，结果是“不予受理”，本次没有办理；请刷新后再办。',
      {},
    ])
    expect(given(objectionKind, received, admitted, found).refused(admit(asked, 'public'))[0]).toBe('elsewhere')
    expect(given(objectionKind).refused(admit(asked, 'public'))).toEqual(['unknown', '没有这件异议；请核对编号。', {}])
  })

  it('is neither admitted nor declined by who entered it; what is done already is answered to them too', () => {
    const own = { ...received, by: asked.by }
    for (const decide of [admit(asked, asked.by), decline('与公示内容无关。', asked, asked.by)])
      expect(given(objectionKind, own).refused(decide)).toEqual([
        'forbidden',
        '这件异议由您录入，是否受理由其他有权人员决定；请由其他经办人或者负责人办理。',
        {},
      ])
    expect(given(objectionKind, own).when(admit({ ...asked, by: 'p-other' }, asked.by))).toEqual([
      { ...admitted, by: 'p-other' },
    ])
    expect(given(objectionKind, own, admitted).when(admit(asked, asked.by))).toEqual([])
    expect(given(objectionKind, own).state.enteredBy).toBe(asked.by)
    const { by: _unsaid, ...older } = received
    expect(given(objectionKind, older).state).not.toHaveProperty('enteredBy')
  })

  it('is declined with a reason, which is the reply', () => {
    expect(given(objectionKind, received).when(decline('与公示内容无关。', asked, 'public'))).toEqual([declined])
    expect(given(objectionKind, received, declined).state.reply).toBe('与公示内容无关。')
    expect(given(objectionKind, received, declined).when(decline('与公示内容无关。', asked, 'public'))).toEqual([])
  })
  it('is not declined for another reason afterwards, nor once admitted', () => {
    expect(given(objectionKind, received, declined).refused(decline('匿名。', asked, 'public'))[0]).toBe('elsewhere')
    expect(given(objectionKind, received, admitted).refused(decline('匿名。', asked, 'public'))[0]).toBe('elsewhere')
  })

  it('is found upheld, not upheld or to be assessed again, with reason and reply', () => {
    const open = given(objectionKind, received, admitted)
    expect(open.when(find(finding, asked))).toEqual([found])
    expect(given(objectionKind, received, admitted, found).state.status).toBe('upheld')
    for (const result of ['notUpheld', 'reassess'] as const) {
      expect(open.when(find({ ...finding, result }, asked))).toEqual([{ ...found, result }])
      expect(given(objectionKind, received, admitted, { ...found, result }).state.status).toBe(result)
    }
  })
  it('is not found before it is admitted, nor otherwise or in other words afterwards', () => {
    expect(given(objectionKind, received).refused(find(finding, asked))[0]).toBe('elsewhere')
    const { refused, when } = given(objectionKind, received, admitted, found)
    expect(refused(find({ ...finding, result: 'notUpheld' }, asked))[0]).toBe('elsewhere')
    expect(refused(find({ ...finding, reply: '另一答复。' }, asked))[0]).toBe('elsewhere')
    expect(when(find(finding, asked))).toEqual([])
  })

  it.each(['来电号码13800138000，已回访。', '身份证号 34132419800101 001X 的人。'])(
    'is settled in words that name nobody: %s',
    (text) => {
      const open = given(objectionKind, received, admitted)
      const personal = '请去掉手机号码、身份证号'
      expect(open.refused(find({ ...finding, reason: text }, asked))).toEqual([
        'incomplete',
        '认定理由和答复要给当事人看，其中有手机号码或身份证号；请改写，需要时留办公电话。',
        { reason: personal },
      ])
      expect(open.refused(find({ ...finding, reason: text, reply: text }, asked))[2]).toEqual({
        reason: personal,
        reply: personal,
      })
      expect(given(objectionKind, received).refused(decline(text, asked, 'public'))).toEqual([
        'incomplete',
        '不予受理的理由要给当事人看，其中有手机号码或身份证号；请改写，需要时留办公电话。',
        { reason: personal },
      ])
    },
  )
})
