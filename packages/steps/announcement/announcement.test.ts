import { describe, expect, it } from 'vitest'
import { setLineAside } from '#case/list-act.ts'
import { seenAs } from '#ledger/seen.ts'
import { given } from '../../../test/given/given.ts'
import {
  type AnnouncementEvent,
  announcementKind,
  approveAnnouncement,
  prepareAnnouncement,
  returnAnnouncement,
} from './announcement.ts'

const STREAM = 'decision/2018-2/1'
const AT = '2018-12-27T01:00:00.000Z'
const APPROVED = '2018-12-28T01:00:00.000Z'
const officer = { by: 'p-陈科员', received: AT }
const head = { by: 'p-吴主任', received: APPROVED }
const document = {
  batch: '2018-2',
  step: 'naming',
  trial: false,
  title: '关于命名泗县第二批依法行政示范单位的决定',
  number: '泗政秘〔2018〕60号',
  date: '2018-12-28',
  lines: [
    { case: 'dazhuang', outcome: 'named' },
    { case: 'xiaoliang', outcome: 'named' },
  ],
}
const prepared: AnnouncementEvent = { type: 'prepared', v: 1, at: AT, by: 'p-陈科员', ...document }
const SEEN = seenAs(prepared, STREAM)
/** Another one, of the same instant. */
const other: AnnouncementEvent = { type: 'prepared', v: 1, at: AT, by: 'p-陈科员', ...document, title: '决定' }
const returned: AnnouncementEvent = {
  type: 'preparationReturned',
  v: 1,
  at: APPROVED,
  by: 'p-吴主任',
  reason: '文号有误。',
}
const published: AnnouncementEvent = {
  type: 'published',
  v: 1,
  at: APPROVED,
  by: 'p-吴主任',
  preparedBy: 'p-陈科员',
  ...document,
}
const none = ['elsewhere', '没有待签发的决定；请刷新后再办。', {}]
const changed = ['elsewhere', '您看到的决定稿之后又修改过；请刷新，核对后再办。', {}]

describe('preparing a decision', () => {
  it('says what is to be published, and decides nothing', () => {
    expect(given(announcementKind).when(prepareAnnouncement(STREAM, document, officer))).toEqual([prepared])
    expect(given(announcementKind, prepared).state.lines).toEqual([])
  })
  it('names nobody’s number in what everybody reads; an office’s telephone is nobody’s', () => {
    const personal = '请去掉手机号码、身份证号'
    const wrong = { title: '决定13955571234', number: '13955571234号', text: '身份证34222119800101123X。' }
    expect(given(announcementKind).refused(prepareAnnouncement(STREAM, { ...document, ...wrong }, officer))).toEqual([
      'incomplete',
      '决定向社会公开，其中有手机号码或身份证号；请改写，需要时留办公电话。',
      { title: personal, number: personal, text: personal },
    ])
    const text = '联系电话0557-7021234。'
    expect(given(announcementKind).when(prepareAnnouncement(STREAM, { ...document, text }, officer))).toHaveLength(1)
  })
  it('takes the place of an older preparation, and of one that came back', () => {
    const other = { ...document, number: '泗政秘〔2018〕61号' }
    expect(given(announcementKind, prepared).when(prepareAnnouncement(STREAM, other, officer))).toHaveLength(1)
    const again = given(announcementKind, prepared, returned).when(prepareAnnouncement(STREAM, document, officer))
    expect(given(announcementKind, prepared, returned, ...again).state.returned).toBeUndefined()
  })
  it('is refused with a unit listed twice, and once it is published', () => {
    const doubled = { ...document, lines: [...document.lines, ...document.lines] }
    expect(given(announcementKind).refused(prepareAnnouncement(STREAM, doubled, officer))).toEqual([
      'incomplete',
      '同一单位在名单中出现了两次。',
      { cases: '请去掉重复的单位' },
    ])
    expect(
      given(announcementKind, prepared, published).refused(prepareAnnouncement(STREAM, document, officer)),
    ).toEqual(['conflict', '这份决定已经签发（泗政秘〔2018〕60号），不能再改；请刷新后查看。', {}])
  })
  it('has nothing to do with the same content from the same person', () => {
    expect(given(announcementKind, prepared).when(prepareAnnouncement(STREAM, document, officer))).toEqual([])
  })
})

it('gives way to what another person prepares only where they saw it', () => {
  const { when, refused } = given(announcementKind, prepared)
  expect(refused(prepareAnnouncement(STREAM, document, head))[0]).toBe('conflict')
  expect(refused(prepareAnnouncement(STREAM, { ...document, replaces: seenAs(other, STREAM) }, head))).toEqual([
    'conflict',
    '其他人员于2018年12月27日9时00分拟制了决定，您打开页面时还没有；本次没有送签，您填写的内容仍在。请打开那一稿核对，仍要以您的为准的，再次送签。',
    {},
  ])
  const mine = { ...prepared, at: APPROVED, by: head.by }
  expect(when(prepareAnnouncement(STREAM, { ...document, replaces: SEEN }, head))).toEqual([mine])
})

describe('sending a decision back', () => {
  const back = (seen = SEEN) => returnAnnouncement(STREAM, { prepared: seen, reason: '文号有误。' }, head)
  it('says why, and keeps what went back', () => {
    expect(given(announcementKind, prepared).when(back())).toEqual([returned])
    expect(given(announcementKind, prepared, returned).state).toMatchObject({
      returned: { reason: '文号有误。', document: { number: document.number } },
    })
  })
  it('is refused to whoever prepared it, without one, on another one than was seen, and once published', () => {
    const own = returnAnnouncement(STREAM, { prepared: SEEN, reason: '文号有误。' }, officer)
    expect(given(announcementKind, prepared).refused(own)).toEqual([
      'forbidden',
      '决定是您拟制的，不需要退回；要修改，请直接重新拟制。',
      {},
    ])
    expect(given(announcementKind).refused(back())).toEqual(none)
    expect(given(announcementKind, prepared, other).refused(back())).toEqual(changed)
    expect(given(announcementKind, prepared, published).refused(back())).toEqual(none)
  })
  it('has nothing to do when it went back so', () => {
    expect(given(announcementKind, prepared, returned).when(back())).toEqual([])
  })
})

describe('approving a decision', () => {
  const approve = (asked = head, secrecyChecked = true, seen = SEEN) =>
    approveAnnouncement(STREAM, { prepared: seen, secrecyChecked }, asked)
  it('publishes it: its cases take their lines', () => {
    expect(given(announcementKind, prepared).when(approve())).toEqual([published])
    expect(given(announcementKind, prepared, published).state.lines).toEqual(document.lines)
  })
  it('is refused to whoever prepared it, without the secrecy check, and on another one than was seen', () => {
    expect(given(announcementKind, prepared).refused(approve(officer))).toEqual([
      'forbidden',
      '决定是您拟制的，不能由您自己签发；请由其他有权人员签发。',
      {},
    ])
    expect(given(announcementKind, prepared).refused(approve(head, false))[2]).toEqual({
      secrecyChecked: '请确认已进行保密审查',
    })
    expect(given(announcementKind, prepared, other).refused(approve())).toEqual(changed)
    expect(given(announcementKind).refused(approve())).toEqual(none)
  })
  it('is refused until the document’s day has come', () => {
    const early = { ...head, received: '2018-12-27T15:59:59.999Z' }
    expect(given(announcementKind, prepared).refused(approve(early))).toEqual([
      'incomplete',
      '决定的日期（2018年12月28日）晚于今天（2018年12月27日），还不能签发。',
      { date: '日期不能晚于今天（2018年12月27日）；请到当日签发，或退回经办人修改日期' },
    ])
    const onTheDay = { ...head, received: '2018-12-27T16:00:00.000Z' }
    expect(given(announcementKind, prepared).when(approve(onTheDay))).toHaveLength(1)
  })
  it('has nothing to do on a second click, and is refused to somebody else’s', () => {
    expect(given(announcementKind, prepared, published).when(approve())).toEqual([])
    expect(given(announcementKind, prepared, published).refused(approve({ ...head, by: 'p-另一人' }))).toEqual(none)
  })
})

it('keeps a line that a case could not take', () => {
  const line = { case: 'dazhuang', number: 2, reason: '有一票否决待确认。', waits: true }
  const { when } = given(announcementKind, prepared, published)
  const [aside] = when(setLineAside(line, APPROVED))
  expect(aside).toMatchObject(line)
  expect(given(announcementKind, prepared, published, aside as AnnouncementEvent).state.setAside).toHaveLength(1)
  expect(
    given(announcementKind, prepared, published, aside as AnnouncementEvent).when(setLineAside(line, APPROVED)),
  ).toEqual([])
})
