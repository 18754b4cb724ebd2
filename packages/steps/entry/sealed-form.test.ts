/** A sign-off given by a file with an electronic seal, entered by whoever fills the form in. */
import { describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import {
  CLERK,
  day,
  FORM,
  HEAD,
  headSigned,
  LEGAL,
  legalSigned,
  OFFICER,
  opened,
  saved,
  sha,
} from '../../../test/given/cases.ts'
import { given } from '../../../test/given/given.ts'
import { declineSigning, modeFor, modeOf, type SignOff, signForm } from './sign-form.ts'

const sealed = { legalOffice: 'online', unitHead: 'sealed' } as const
const signer = { id: 'x-赵镇长', digest: sha('8') }
const PDF = 'application/pdf'
const seal = (change: Partial<SignOff> = {}, at = day(2), by = CLERK) =>
  signForm(
    {
      ...{ form: FORM, signOff: 'unitHead', on: '2018-04-12', opinion: '同意申报。', covers: sha('d') },
      ...{ signer, scan: sha('7'), contentType: PDF },
      ...change,
    },
    sealed,
    { by, received: at },
  )
const signed = { ...headSigned, by: CLERK, mode: 'sealed', signer, scan: sha('7') } as const
const ready = [opened, saved(), legalSigned]

it('is entered with who sealed it, the day and the file, be it PDF or OFD', () => {
  expect(given(caseKind, ...ready).when(seal())).toEqual([signed])
  expect(given(caseKind, ...ready).when(seal({ contentType: 'application/ofd' }))).toEqual([signed])
})

describe('is refused', () => {
  const refused = (...args: Parameters<typeof seal>) => given(caseKind, ...ready).refused(seal(...args))
  it('without the file or a name', () => {
    expect(
      given(caseKind, ...ready).refused(
        signForm({ form: FORM, signOff: 'unitHead', on: '2018-04-12', opinion: '同意。', covers: sha('d') }, sealed, {
          by: CLERK,
          received: day(2),
        }),
      ),
    ).toEqual([
      'incomplete',
      '“单位主要负责人意见”本批次为电子印章签署。',
      { scan: '请上传加盖电子印章的PDF或OFD文件', signer: '请填写签署人姓名' },
    ])
  })
  it.each([
    ['image/jpeg', 'JPG'],
    ['application/zip', 'ZIP'],
    [undefined, '其他类型'],
  ])('with a file whose bytes are %s', (contentType, title) => {
    expect(refused({ contentType })[2]).toEqual({
      scan: `加盖电子印章的文件应为PDF或OFD，这份文件的内容是${title}；请上传加盖电子印章的PDF或OFD文件，纸质盖章的扫描件不是电子印章文件`,
    })
  })
  it('with an attachment, or a file that was there before the day of the seal', () => {
    const withPlan = given(caseKind, opened, saved({ attachments: [sha('7')] }), legalSigned)
    expect(withPlan.refused(seal())[2]).toEqual({
      scan: '这份文件是“创建申请表”的附件，不是加盖电子印章的本表；请上传加盖电子印章的本表',
    })
    expect(refused({ kept: '2018-04-11T15:59:59.999Z' })[2]).toEqual({
      scan: '这份文件2018年4月11日就已上传，早于签署日期（2018年4月12日）；请改正签署日期，或者上传这一天加盖电子印章的文件',
    })
  })
  it('on a form that has changed since', () => {
    expect(refused({ covers: sha('e') })[0]).toBe('elsewhere')
  })
})

it('has nothing to do the second time, and is not exchanged in silence', () => {
  const { when, refused } = given(caseKind, ...ready, signed)
  expect(when(seal({}, day(3)))).toEqual([])
  expect(refused(seal({ scan: sha('9') }, day(3)))[0]).toBe('conflict')
})

it('is void once the form says something else', () => {
  const after = (change: Parameters<typeof saved>[0]) =>
    given(caseKind, ...ready, signed, { ...saved(change), at: day(3) } as CaseEvent).state.papers[FORM]?.signOffs
  expect(after({})).toMatchObject({ unitHead: { mode: 'sealed' } })
  expect(after({ digest: sha('e') })).toEqual({})
})

it('is not sent back on screen', () => {
  const decline = declineSigning(
    { form: FORM, signOff: 'unitHead', reason: '请写明理由。', covers: sha('d') },
    sealed,
    {
      by: HEAD,
      received: day(2),
    },
  )
  expect(given(caseKind, ...ready).refused(decline)[1]).toBe(
    '“单位主要负责人意见”为电子印章签署，不在线退回；请直接告知经办人。',
  )
})

it('stays so for a head who edited the form, and is paper where the office enters one', () => {
  const box = { name: 'unitHead', apartFromEditors: true } as const
  expect(modeFor(box, sealed, { by: HEAD }, [HEAD])).toBe('sealed')
  expect(modeFor({ ...box, name: 'legalOffice' }, sealed, { by: LEGAL }, [LEGAL])).toBe('paper')
  expect(modeOf('unitHead', sealed, true)).toBe('paper')
  expect(modeFor(box, sealed, { by: OFFICER, byOffice: true }, [])).toBe('paper')
})
