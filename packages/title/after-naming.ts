/** What one person records of a title: a meeting on its revocation, the yearly re-check, the plaque that came back. */
import { mustNameNobody } from '#batch/names-somebody.ts'
import { dateOf } from '#calendar/deadline.ts'
import { said, saidDay } from '#calendar/said.ts'
import { Overtaken, type Prepared } from '#ledger/by-two.ts'
import { canonicalJson } from '#ledger/chain.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import { whyBeforeLast } from './last-day.ts'
import { isOver } from './standing.ts'
import { heldSince, type Title } from './title.ts'
import type { TitleEvent, TitleEventOf } from './title-events.ts'

type Asked = { readonly by: string; readonly received: string }
type Deciding = Decision<TitleEvent, Title>
type Content<T extends TitleEvent['type']> = Omit<TitleEventOf<T>, 'type' | 'v' | 'at' | 'by'>

const saysTheSame = ({ at: _a, ...one }: TitleEvent, { at: _b, ...other }: TitleEvent): boolean =>
  canonicalJson(one) === canonicalJson(other)
/** Entered once more it is one entry: the same as what stands. What was corrected since does not stand any more. */
const isRepeated = (standing: TitleEvent | undefined, event: TitleEvent): boolean =>
  standing !== undefined && saysTheSame(standing, event)

/** Somebody else has recorded meanwhile what this was to correct. */
class RecordedMeanwhile extends Overtaken {
  readonly #at: string
  constructor(met: Prepared) {
    super('会议决定', met)
    this.#at = met.at
    this.message = recorded('其他人员', met.at)
  }
  override named(who: string): Refused {
    return new Refused('conflict', recorded(who, this.#at))
  }
}
const recorded = (who: string, at: string): string =>
  `${who}于${said(at)}登记了会议决定，您打开页面时还没有；本次没有登记，您填写的内容仍在。请核对“命名以后”中的登记，仍要以您的为准的，再次登记。`

type Seeing = { readonly by: string; readonly seen: string | undefined; readonly stream: string }
/** What another has recorded is corrected by whoever saw it, and nobody corrects what is not there. @throws RecordedMeanwhile, Refused */
function mustHaveSeen(met: Title['met'], { by, seen, stream }: Seeing): void {
  if (seen === (met && seenAs(met, stream))) return
  if (met && met.by !== by) throw new RecordedMeanwhile(met)
  if (seen !== undefined)
    throw new Refused('elsewhere', '您打开页面时看到的会议决定之后有变动；本次没有登记，请刷新，核对后再办。')
}

const late = (today: string): string => `不能晚于今天（${saidDay(today)}）`
/** @throws Refused naming every day that cannot be */
function mustBeRight(what: string, wrong: Readonly<Record<string, string>>): void {
  const { length } = Object.keys(wrong)
  if (length > 0) throw new Refused('incomplete', `${what}有${length}处需要修改。`, wrong)
}

/**
 * What the executive meeting decided on a proposal to revoke: it discusses and its head decides. Entered wrongly, it is
 * entered again while no decision rests on it; both stay. `replaces`: the entry that was seen, where there was one.
 */
export const recordTitleMeeting =
  (
    stream: string,
    { replaces, ...meeting }: Content<'meetingRecorded'> & { readonly replaces?: string | undefined },
    { by, received }: Asked,
  ): Deciding =>
  (title) => {
    const event = { type: 'meetingRecorded', v: 1, at: received, by, ...meeting } as const
    const { proposed, met, prepared, revoked } = title
    if (isRepeated(met, event)) return []
    if (revoked) throw new Refused('elsewhere', '取消决定已经公布，会议决定不能再改。')
    if (!proposed) throw new Refused('elsewhere', '没有提请取消这个称号，不能登记会议决定；请刷新后再办。')
    if (prepared?.measure.kind === 'revoke')
      throw new Refused('elsewhere', '取消决定正在送签，会议决定不能再改；要更正，请先由负责人退回取消决定。')
    mustHaveSeen(met, { by, seen: replaces, stream })
    const today = dateOf(received)
    const laid = dateOf(proposed.at)
    mustBeRight('会议决定', {
      ...(meeting.date < laid && { date: `会议日期不能早于提请之日（${saidDay(laid)}）` }),
      ...(meeting.date > today && { date: `会议日期${late(today)}` }),
      ...(!meeting.revokes && !meeting.reason && { reason: '不予取消的，请写明理由' }),
      ...(meeting.how.kind === 'vote' && { how: '该会议不实行表决，由集体讨论、行政首长决定' }),
    })
    mustNameNobody('会议决定向社会公开', { meeting: meeting.meeting, number: meeting.number, reason: meeting.reason })
    return [event]
  }

/** The yearly re-check: what it found, so that the title is kept for that year. */
export const recheck =
  (checked: Content<'rechecked'>, { by, received }: Asked): Deciding =>
  (title) => {
    const event = { type: 'rechecked', v: 1, at: received, by, ...checked } as const
    const since = heldSince(title)
    if (!since) throw new Refused('unknown', '没有这个称号；请从名录重新进入。')
    const again = title.happened.find((before) => before.type === 'rechecked' && before.year === checked.year)
    if (isRepeated(again, event)) return []
    if (title.standing && isOver(title.standing)) throw new Refused('elsewhere', '称号已经取消或者失效，不再复查。')
    if (again)
      throw new Refused('conflict', `${checked.year}年度的复查已经登记过；结果有变化的，请拟制警示或者提请取消。`)
    const today = dateOf(received)
    const early = whyBeforeLast(title, checked.on)
    const first = Number(since.on.slice(0, 4))
    mustBeRight('年度复查', {
      ...((checked.year < first || checked.year > Number(today.slice(0, 4))) && {
        year: `复查年度应为${first}年至${today.slice(0, 4)}年，收到${checked.year}`,
      }),
      ...(checked.year > Number(checked.on.slice(0, 4)) && {
        year: `${checked.year}年度还没有到复查的时候，请核对年度和日期`,
      }),
      ...(early && { on: early }),
      ...(checked.on < since.on && { on: `不能早于命名之日（${saidDay(since.on)}）` }),
      ...(checked.on > today && { on: late(today) }),
    })
    mustNameNobody('复查结果单位可以查看', { text: checked.text })
    return [event]
  }

/** The plaque and the certificate came back. */
export const recordPlaque =
  (returned: Content<'plaqueReturned'>, { by, received }: Asked): Deciding =>
  (title) => {
    const event = { type: 'plaqueReturned', v: 1, at: received, by, ...returned } as const
    if (isRepeated(title.plaque, event)) return []
    if (!title.revoked) throw new Refused('elsewhere', '称号没有取消，不收回牌匾；请刷新后再办。')
    if (title.plaque) throw new Refused('conflict', `牌匾已于${saidDay(title.plaque.on)}收回并登记过；请刷新后查看。`)
    const today = dateOf(received)
    const { on: revokedOn } = title.revoked.measure
    mustBeRight('收回牌匾', {
      ...(returned.on < revokedOn && { on: `不能早于取消决定之日（${saidDay(revokedOn)}）` }),
      ...(returned.on > today && { on: late(today) }),
    })
    mustNameNobody('收回情况', { text: returned.text })
    return [event]
  }
