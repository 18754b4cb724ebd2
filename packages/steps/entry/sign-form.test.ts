import { describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import {
  CLERK,
  day,
  FORM,
  HEAD,
  headSigned,
  IN_REVIEW,
  LATE,
  LEGAL,
  legalSigned,
  MEND,
  opened,
  returned,
  saved,
  sha,
  signed,
  submitted,
} from '../../../test/given/cases.ts'
import { DECLARING, SECOND_FORM } from '../../../test/given/cases-2018.ts'
import { given } from '../../../test/given/given.ts'
import { declineSigning, type SignOff, signForm } from './sign-form.ts'

const online = { legalOffice: 'online', unitHead: 'online' } as const
const paper = { legalOffice: 'online', unitHead: 'paper' } as const
const sign = (signOff: string, change: Partial<SignOff> = {}): SignOff => ({
  form: FORM,
  signOff,
  on: '2018-04-12',
  opinion: '同意申报。',
  covers: sha('d'),
  ...change,
})
const asked = (by: string, received = day(2)) => ({ by, received })

it('is given online, first by the legal officer, then by the head', () => {
  const form = given(caseKind, opened, saved())
  expect(form.when(signForm(sign('legalOffice'), online, asked(LEGAL)))).toEqual([legalSigned])
  const next = given(caseKind, opened, saved(), legalSigned)
  expect(next.when(signForm(sign('unitHead'), online, asked(HEAD)))).toEqual([headSigned])
})

it('is entered from paper, with who signed and the stamped scan', () => {
  const signer = { id: 'x-赵镇长', digest: sha('8') }
  const given_ = given(caseKind, opened, saved(), legalSigned)
  const entered = given_.when(signForm(sign('unitHead', { signer, scan: sha('7') }), paper, asked(CLERK)))
  expect(entered).toEqual([{ ...headSigned, by: CLERK, mode: 'paper', signer, scan: sha('7') }])
  expect(given_.refused(signForm(sign('unitHead'), paper, asked(CLERK)))).toEqual([
    'incomplete',
    '“单位主要负责人意见”本批次为纸质签署。',
    { scan: '请上传签字盖章页的扫描件', signer: '请填写签署人姓名' },
  ])
})

describe('from paper', () => {
  const signer = { id: 'x-赵镇长', digest: sha('8') }
  const later = { ...saved({ digest: sha('e') }), at: day(4) }
  const legal = { ...legalSigned, at: day(5), covers: sha('e') }
  const scanned = (on: string) =>
    signForm(sign('unitHead', { signer, scan: sha('7'), on, covers: sha('e') }), paper, asked(CLERK, day(8)))

  it('is of the day on which what it signs was saved, or a later one', () => {
    expect(given(caseKind, opened, later, legal).when(scanned('2018-04-14'))).toHaveLength(1)
  })
  it('is refused of an earlier day, with both days', () => {
    expect(given(caseKind, opened, later, legal).refused(scanned('2018-04-13'))).toEqual([
      'incomplete',
      '“单位主要负责人意见”还不能录入。',
      {
        on: '签署日期（2018年4月13日）早于本表最后保存之日（2018年4月14日）；签署的是当日保存的内容，请核对签署日期；在此以前签署的，请在现在的表格上重新签署',
      },
    ])
  })
  it('may be of an earlier day where the office enters what was signed first', () => {
    const byOffice = given(caseKind, opened, { ...later, byOffice: true as const }, legal)
    expect(byOffice.when(scanned('2018-04-02'))).toHaveLength(1)
  })
})

describe('from paper after a return', () => {
  const signer = { id: 'x-赵镇长', digest: sha('8') }
  const onPaper = signed('unitHead', CLERK, { mode: 'paper', signer, scan: sha('7') })
  // Returned on the 15th of April 2018, and changed on the 20th.
  const back = [opened, saved(), legalSigned, onPaper, submitted, returned]
  const changed = { ...saved({ digest: sha('e') }), at: day(10) }
  const legal = { ...legalSigned, at: day(11), covers: sha('e') }
  const scanned = (on: string, scan: string, covers = sha('e')) =>
    signForm(sign('unitHead', { signer, scan, on, covers }), paper, asked(CLERK, day(12)))

  it('is taken of the day on which the form was changed, or a later one', () => {
    expect(given(caseKind, ...back, changed, legal).when(scanned('2018-04-20', sha('6')))).toMatchObject([
      { type: 'signed', on: '2018-04-20', scan: sha('6') },
    ])
  })
  it('is refused of an earlier day, with both days', () => {
    const { refused } = given(caseKind, ...back, changed, legal)
    expect(refused(scanned('2018-04-12', sha('6')))).toEqual([
      'incomplete',
      '“单位主要负责人意见”须在退回后重新签署。',
      {
        on: '签署日期（2018年4月12日）早于退回后修改并保存本表之日（2018年4月20日）；退回前的签署已经失效，请签署人在现在的表格上重新签署，并填写重新签署的日期',
      },
    ])
    expect(refused(scanned('2018-04-19', sha('6')))[0]).toBe('incomplete')
  })
  it('is refused of a day before the return where nothing was changed, and where the office enters what was signed first', () => {
    const same = given(caseKind, ...back, { ...legal, covers: sha('d') })
    expect(same.refused(scanned('2018-04-14', sha('6'), sha('d')))[2].on).toContain('早于本表退回之日（2018年4月15日）')
    expect(same.when(scanned('2018-04-15', sha('6'), sha('d')))).toHaveLength(1)
    const byOffice = given(caseKind, ...back, { ...changed, byOffice: true as const }, legal)
    expect(byOffice.refused(scanned('2018-04-14', sha('6')))[2].on).toContain('早于本表退回之日')
    expect(byOffice.when(scanned('2018-04-18', sha('6')))).toHaveLength(1)
  })
  it('is not the scan that was given before any return, under whatever name', () => {
    const again = [...back, changed, legal]
    for (const scan of [sha('7'), `${sha('7')} 重新签署.pdf`])
      expect(given(caseKind, ...again).refused(scanned('2018-04-20', scan))[2]).toEqual({
        scan: '这份扫描件是退回前（2018年4月12日）用过的，不是重新签署的；请上传重新签字盖章的扫描件',
      })
    const anew = { ...onPaper, at: day(11), on: '2018-04-21', scan: sha('6'), covers: sha('e') }
    const handedIn = { ...submitted, at: day(12), visit: 3, covers: sha('e') }
    const twice = { ...returned, at: day(13), visit: 4, covers: sha('e'), lateFrom: MEND }
    const { refused } = given(caseKind, ...again, anew, handedIn, twice, { ...legal, at: day(14) })
    for (const scan of [sha('7'), sha('6')]) {
      const late = signForm(
        sign('unitHead', { signer, scan, on: '2018-04-24', covers: sha('e') }),
        paper,
        asked(CLERK, day(15)),
      )
      expect(refused(late)[2].scan).toContain('是退回前')
    }
  })
  it('is no page whose bytes were there before the return, used or not', () => {
    const { refused, when } = given(caseKind, ...back, changed, legal)
    const kept = (at: string) =>
      signForm(
        sign('unitHead', { signer, scan: sha('6'), on: '2018-04-20', covers: sha('e'), kept: at }),
        paper,
        asked(CLERK, day(12)),
      )
    const before = new Date(Date.parse(returned.at) - 1).toISOString()
    expect(refused(kept(before))).toEqual([
      'incomplete',
      '“单位主要负责人意见”须在退回后重新签署。',
      { scan: '这份扫描件在退回以前（2018年4月15日）就已上传，不是重新签署的；请上传重新签字盖章的扫描件' },
    ])
    expect(when(kept(day(10)))).toHaveLength(1)
  })
  it('given since the return may be given again', () => {
    const first = { ...onPaper, at: day(11), on: '2018-04-21', scan: sha('6'), covers: sha('e') }
    const other = { ...saved({ digest: sha('f') }), at: day(11) }
    const { when } = given(caseKind, ...back, changed, legal, first, other, { ...legal, covers: sha('f') })
    expect(when(scanned('2018-04-21', sha('6'), sha('f')))).toHaveLength(1)
  })
})

describe('the page of a paper sign-off', () => {
  const signer = { id: 'x-赵镇长', digest: sha('8') }
  const page = (change: Partial<SignOff>) => signForm(sign('unitHead', { signer, ...change }), paper, asked(CLERK))
  it('is no attachment of the form', () => {
    expect(given(caseKind, opened, saved(), legalSigned).refused(page({ scan: sha('5') }))).toEqual([
      'incomplete',
      '“单位主要负责人意见”还不能录入。',
      { scan: '这份文件是“创建申请表”的附件，不是本表的签字盖章页；请上传本表的签字盖章页的扫描件' },
    ])
  })
  it('was not there before the day on which it was signed', () => {
    const { refused, when } = given(caseKind, opened, saved(), legalSigned)
    expect(refused(page({ scan: sha('7'), kept: '2018-04-11T15:59:59.999Z' }))[2]).toEqual({
      scan: '这份扫描件2018年4月11日就已上传，早于签署日期（2018年4月12日）；请改正签署日期，或者上传这一天签字盖章的扫描件',
    })
    expect(when(page({ scan: sha('7'), kept: '2018-04-11T16:00:00.000Z' }))).toHaveLength(1)
  })
  it('is not the page of another form; of one form, boxes may share it', () => {
    const other = { ...headSigned, by: CLERK, mode: 'paper' as const, signer, scan: sha('7') }
    const mine = saved({ digest: sha('e') }, CLERK, SECOND_FORM)
    const declaring = given(
      caseKind,
      ...DECLARING.map((one) => (one.type === 'signed' && one.signOff === 'unitHead' ? other : one)),
      mine,
    )
    const modes = { unitHead: 'paper' } as const
    const declare = (scan: string) =>
      signForm(
        sign('unitHead', { form: SECOND_FORM, covers: sha('e'), on: '2018-11-03', signer, scan }),
        modes,
        asked(CLERK, '2018-11-03T01:00:00.000Z'),
      )
    expect(declaring.refused(declare(sha('7')))[2]).toEqual({
      scan: '这份扫描件是“创建申请表”的签字盖章页，不能再用作本表的签字盖章页；请上传本表的签字盖章页的扫描件',
    })
    expect(declaring.when(declare(sha('6')))).toHaveLength(1)
    const legal = { ...legalSigned, by: CLERK, mode: 'paper' as const, signer, scan: sha('7') }
    expect(given(caseKind, opened, saved(), legal).when(page({ scan: sha('7') }))).toHaveLength(1)
  })
})

it('that stands is not exchanged in silence, and the same again is nothing to do', () => {
  const { refused, when } = given(caseKind, opened, saved(), legalSigned)
  expect(when(signForm(sign('legalOffice'), online, asked(LEGAL, day(4))))).toEqual([])
  const other = signForm(sign('legalOffice', { opinion: '不同意申报。' }), online, asked(LEGAL, day(4)))
  expect(refused(other)).toEqual([
    'conflict',
    expect.stringMatching(/^该栏已于2018年\d+月\d+日.*签署，本次没有改动；需要更换签署的，请先修改并保存表格/),
    {},
  ])
  expect(refused(signForm(sign('legalOffice'), online, asked(HEAD, day(4))))[0]).toBe('conflict')
  const scanned = { ...headSigned, by: CLERK, mode: 'paper' as const, scan: sha('7') }
  const onPaper = given(caseKind, opened, saved(), legalSigned, scanned)
  const signer = { id: 'x-赵镇长', digest: sha('8') }
  const again = (scan: string) => signForm(sign('unitHead', { signer, scan }), paper, asked(CLERK, day(4)))
  expect(onPaper.when(again(sha('7')))).toEqual([])
  expect(onPaper.refused(again(sha('9')))[0]).toBe('conflict')
})

it('lets one person be clerk and legal officer', () => {
  expect(given(caseKind, opened, saved()).when(signForm(sign('legalOffice'), online, asked(CLERK)))).toHaveLength(1)
})

describe('the head’s of somebody who edited the form, be it not the last', () => {
  const edited = [opened, saved({ digest: sha('e') }, HEAD), saved(), legalSigned]
  const signer = { id: 'x-赵镇长', digest: sha('8') }
  const scanned = sign('unitHead', { signer, scan: sha('7') })

  it('is entered from the stamped paper though the batch says online', () => {
    expect(given(caseKind, ...edited).when(signForm(scanned, online, asked(HEAD)))).toEqual([
      { ...headSigned, mode: 'paper', signer, scan: sha('7') },
    ])
  })
  it('is refused online, and the refusal names both ways out', () => {
    for (const change of [{}, { signer }, { scan: sha('7') }])
      expect(given(caseKind, ...edited).refused(signForm(sign('unitHead', change), online, asked(HEAD)))).toEqual([
        'incomplete',
        '您填写过本表，不能在线签署“单位主要负责人意见”；请由没有填写过本表的负责人在线签署，或由您录入签字盖章的纸质签署。',
        {
          ...(!('scan' in change) && { scan: '请上传签字盖章页的扫描件' }),
          ...(!('signer' in change) && { signer: '请填写签署人姓名' }),
        },
      ])
  })
  it('has nothing to do a second time', () => {
    const signed = { ...headSigned, mode: 'paper' as const, signer, scan: sha('7') }
    expect(given(caseKind, ...edited, signed).when(signForm(scanned, online, asked(HEAD, day(3))))).toEqual([])
  })
  it('stays online for a head who did not edit, and for boxes that editors may sign', () => {
    const [signed] = given(caseKind, opened, saved(), legalSigned).when(signForm(scanned, online, asked(HEAD)))
    expect(signed).toEqual(headSigned)
    const byLegal = given(caseKind, opened, saved({}, LEGAL)).when(signForm(sign('legalOffice'), online, asked(LEGAL)))
    expect(byLegal).toMatchObject([{ mode: 'online' }])
  })
})

it('is refused out of order, without a form, or on a form that has changed meanwhile', () => {
  const early = given(caseKind, opened, saved()).refused(signForm(sign('unitHead'), online, asked(HEAD)))
  expect(early).toEqual(['conflict', '“本单位法制机构意见”还没有签署；请先签署该栏，再签署“单位主要负责人意见”。', {}])
  const none = given(caseKind, opened).refused(signForm(sign('legalOffice'), online, asked(LEGAL)))
  expect(none).toEqual(['elsewhere', '表格还没有保存，不能签署。', {}])
  const changed = given(caseKind, opened, saved({ digest: sha('e') }))
  expect(changed.refused(signForm(sign('legalOffice'), online, asked(LEGAL)))).toEqual([
    'elsewhere',
    '您看到的表格之后又被修改过；请刷新，核对后再签署。',
    {},
  ])
})

it('is refused late and on another step', () => {
  const { refused } = given(caseKind, opened, saved())
  expect(refused(signForm(sign('legalOffice'), online, asked(LEGAL, LATE)))[0]).toBe('late')
  expect(given(caseKind, ...IN_REVIEW).refused(signForm(sign('legalOffice'), online, asked(LEGAL)))[0]).toBe(
    'elsewhere',
  )
})

it('has nothing to do when it was given', () => {
  const { when } = given(caseKind, opened, saved(), legalSigned)
  expect(when(signForm(sign('legalOffice'), online, asked(LEGAL)))).toEqual([])
})

it('covers the form that it is on and no other', () => {
  const mine = saved({ digest: sha('e') }, CLERK, SECOND_FORM)
  const declaring = given(caseKind, ...DECLARING, mine)
  const head = (covers: string) => sign('unitHead', { form: SECOND_FORM, covers })
  const november = '2018-11-03T01:00:00.000Z'
  expect(declaring.refused(signForm(head(sha('d')), online, asked(HEAD, november)))[1]).toContain('之后又被修改过')
  expect(declaring.when(signForm(head(sha('e')), online, asked(HEAD, november)))).toMatchObject([
    { form: SECOND_FORM, covers: sha('e') },
  ])
  const other = sign('legalOffice', { form: SECOND_FORM, covers: sha('e') })
  expect(declaring.refused(signForm(other, online, asked(LEGAL, november)))).toEqual([
    'unknown',
    '表格没有名为“legalOffice”的签署栏；请刷新后再签署。',
    {},
  ])
})

it('is no box that a step of the procedure fills', () => {
  const { refused } = given(caseKind, opened, saved(), legalSigned, headSigned)
  expect(refused(signForm(sign('countyOffice'), online, asked(HEAD)))[0]).toBe('unknown')
})

describe('sending a form back to whoever fills it in', () => {
  const declined = {
    type: 'signingDeclined',
    v: 1,
    at: day(2),
    by: LEGAL,
    form: FORM,
    signOff: 'legalOffice',
    reason: '请补充责任分工。',
  } as const
  const decline = (change: Partial<Record<'signOff' | 'reason' | 'covers', string>> = {}, by = LEGAL) => {
    const { form, signOff, reason, covers } = { ...declined, covers: sha('d'), ...change }
    return declineSigning({ form, signOff, reason, covers }, online, asked(by))
  }

  it('says why, until it is saved anew or signed after all', () => {
    expect(given(caseKind, opened, saved()).when(decline())).toEqual([declined])
    const { state } = given(caseKind, opened, saved(), declined)
    expect(state.papers[FORM]?.declined?.reason).toBe('请补充责任分工。')
    expect(state.papers[FORM]?.makers).not.toContain(LEGAL)
    for (const next of [saved({ digest: sha('e') }), legalSigned])
      expect(given(caseKind, opened, saved(), declined, next).state.papers[FORM]?.declined).toBeUndefined()
  })
  it('is refused out of order, once signed, on a form that has changed, late and elsewhere', () => {
    const { refused } = given(caseKind, opened, saved())
    expect(refused(decline({ signOff: 'unitHead' }))[0]).toBe('conflict')
    expect(refused(decline({ covers: sha('e') }))[0]).toBe('elsewhere')
    expect(given(caseKind, opened, saved(), legalSigned).refused(decline())).toEqual([
      'elsewhere',
      '该栏已经签署，不能再退回；如需修改，请经办人修改后重新签署。',
      {},
    ])
    const late = declineSigning({ ...declined, covers: sha('d') }, online, asked(LEGAL, LATE))
    expect(refused(late)[0]).toBe('late')
    expect(given(caseKind, ...IN_REVIEW).refused(decline())[0]).toBe('elsewhere')
    const onPaper = declineSigning({ ...declined, covers: sha('d') }, { legalOffice: 'paper' }, asked(LEGAL))
    expect(refused(onPaper)[1]).toBe('“本单位法制机构意见”为纸质签署，不在线退回；请直接告知经办人。')
    const edited = given(caseKind, opened, saved({}, HEAD), legalSigned)
    expect(edited.refused(decline({ signOff: 'unitHead' }, HEAD))[0]).toBe('forbidden')
  })
  it('has nothing to do when it says the same', () => {
    expect(given(caseKind, opened, saved(), declined).when(decline())).toEqual([])
    expect(given(caseKind, opened, saved(), declined).when(decline({ reason: '另缺附件。' }))).toHaveLength(1)
  })
})
