import { expect, it } from 'vitest'
import {
  CLERK,
  day,
  HEAD,
  headSigned,
  IN_REVIEW,
  LATE,
  LEGAL,
  legalSigned,
  opened,
  saved,
  sha,
} from '../../test/given/cases.ts'
import { given } from '../../test/given/given.ts'
import { caseKind } from './case.ts'
import { type SignOff, signApplication } from './sign-application.ts'

const online = { legalOffice: 'online', unitHead: 'online' } as const
const paper = { legalOffice: 'online', unitHead: 'paper' } as const
const sign = (signOff: 'legalOffice' | 'unitHead', change: Partial<SignOff> = {}): SignOff => ({
  signOff,
  on: '2018-04-12',
  opinion: '同意申报。',
  covers: sha('d'),
  ...change,
})
const asked = (by: string, received = day(2)) => ({ by, received })

it('is given online, first by the legal officer, then by the head', () => {
  const form = given(caseKind, opened, saved())
  expect(form.when(signApplication(sign('legalOffice'), online, asked(LEGAL)))).toEqual([legalSigned])
  const next = given(caseKind, opened, saved(), legalSigned)
  expect(next.when(signApplication(sign('unitHead'), online, asked(HEAD)))).toEqual([headSigned])
})

it('is entered from paper, with who signed and the stamped scan', () => {
  const signer = { id: 'x-赵镇长', digest: sha('8') }
  const given_ = given(caseKind, opened, saved(), legalSigned)
  const entered = given_.when(signApplication(sign('unitHead', { signer, scan: sha('7') }), paper, asked(CLERK)))
  expect(entered).toEqual([{ ...headSigned, by: CLERK, mode: 'paper', signer, scan: sha('7') }])
  expect(given_.refused(signApplication(sign('unitHead'), paper, asked(CLERK)))).toEqual([
    'incomplete',
    '“本单位主要负责人意见”本批次为纸质签署。',
    { scan: '请上传签字盖章页的扫描件', signer: '请填写签署人姓名' },
  ])
})

it('lets one person be clerk and legal officer', () => {
  expect(
    given(caseKind, opened, saved()).when(signApplication(sign('legalOffice'), online, asked(CLERK))),
  ).toHaveLength(1)
})

it('is never the head’s by somebody who edited the form, be it not the last', () => {
  const history = [opened, saved({ digest: sha('e') }, HEAD), saved(), legalSigned]
  expect(given(caseKind, ...history).refused(signApplication(sign('unitHead'), online, asked(HEAD)))).toEqual([
    'forbidden',
    '填表人不能代主要负责人在线签署；请由主要负责人本人登录签署。',
    {},
  ])
})

it('is refused out of order, without a form, or on a form that has changed meanwhile', () => {
  const early = given(caseKind, opened, saved()).refused(signApplication(sign('unitHead'), online, asked(HEAD)))
  expect(early).toEqual(['conflict', '“本单位法制机构意见”还没有签署；请先由本单位法制机构签署。', {}])
  const none = given(caseKind, opened).refused(signApplication(sign('legalOffice'), online, asked(LEGAL)))
  expect(none).toEqual(['elsewhere', '申请表还没有保存，不能签署。', {}])
  const changed = given(caseKind, opened, saved({ digest: sha('e') }))
  expect(changed.refused(signApplication(sign('legalOffice'), online, asked(LEGAL)))).toEqual([
    'elsewhere',
    '您看到的申请表之后又被修改过；请刷新，核对后再签署。',
    {},
  ])
})

it('is refused late and on another step', () => {
  const { refused } = given(caseKind, opened, saved())
  expect(refused(signApplication(sign('legalOffice'), online, asked(LEGAL, LATE)))[0]).toBe('late')
  expect(given(caseKind, ...IN_REVIEW).refused(signApplication(sign('legalOffice'), online, asked(LEGAL)))[0]).toBe(
    'elsewhere',
  )
})

it('has nothing to do when it was given', () => {
  const { when } = given(caseKind, opened, saved(), legalSigned)
  expect(when(signApplication(sign('legalOffice'), online, asked(LEGAL)))).toEqual([])
})
