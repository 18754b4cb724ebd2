/** Measures on a title: an officer prepares, the head approves; what each asks of the title, and of its own days. */

import { mustNameNobody } from '#batch/names-somebody.ts'
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import { type Approving, isRepeated, mustApprove, mustGiveWay, mustWait, type Preparing } from '#ledger/by-two.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import { yearOfNumber } from '#typed/line.ts'
import { whyBeforeLast } from './last-day.ts'
import { MEASURE_KINDS, MEASURES, type MeasureKind, STANDING_TITLES, type Standing } from './standing.ts'
import { heldSince, proposalOf, type Title } from './title.ts'
import type { Measure, TitleEvent } from './title-events.ts'

type Asked = { readonly by: string; readonly received: string }
type Deciding = Decision<TitleEvent, Title>

export const preparing = (stream: string, kind: MeasureKind): Preparing => ({ stream, what: MEASURES[kind] })

/** In which standing each may be taken. */
const FROM: Readonly<Record<'warn' | 'suspend' | 'lift' | 'expire' | 'propose', readonly Standing[]>> = {
  warn: ['held', 'warned'],
  suspend: ['held', 'warned'],
  lift: ['warned', 'suspended'],
  expire: ['held', 'warned', 'suspended'],
  propose: ['held', 'warned', 'suspended'],
}

/** What may be prepared for a title now. */
export function measuresOpenTo(title: Title): readonly MeasureKind[] {
  return MEASURE_KINDS.filter((kind) => whyNotNow(title, kind) === undefined)
}

/** Why a measure cannot be taken as the title stands; undefined where it can. */
export function whyNotNow(title: Title, kind: MeasureKind): string | undefined {
  const { standing } = title
  const proposal = proposalOf(title)
  if (kind === 'enter') return whyNotEntered(title)
  if (!standing) return '没有这个称号；请从名录重新进入。'
  if (kind === 'revoke')
    return proposal === 'agreed'
      ? undefined
      : '会议还没有决定取消，不能拟制取消决定；请先提请，并由会议秘书登记会议决定。'
  if (proposal && (kind === 'propose' || kind === 'expire'))
    return proposal === 'agreed' ? '会议已经决定取消，请拟制取消决定。' : '已经提请取消，正等待会议决定。'
  return FROM[kind].includes(standing)
    ? undefined
    : `称号现在“${STANDING_TITLES[standing]}”，不能办理“${MEASURES[kind]}”。`
}

/** What was entered is corrected by entering it again, as long as nothing else was done about it. */
const whyNotEntered = ({ standing, conferred, happened }: Title): string | undefined =>
  !standing
    ? undefined
    : conferred
      ? '该单位这一批次的称号已经命名并列入名录，不需要补录。'
      : happened.every((event) => event.type === 'measureTaken' && event.measure.kind === 'enter')
        ? undefined
        : '该单位这一批次的称号已经补录，并且已经办理过其他事项，不能再更正补录的内容。'

/** Prepares a measure for whoever approves it; a newer preparation takes the place of an older one. @throws Refused */
export const prepareMeasure =
  (
    stream: string,
    { measure, replaces }: { readonly measure: Measure; readonly replaces?: string | undefined },
    { by, received }: Asked,
  ): Deciding =>
  (title) => {
    const asking = { type: 'measurePrepared', v: 1, at: received, by, measure } as const
    if (isRepeated(title.prepared, asking)) return []
    const why = whyNotNow(title, measure.kind)
    if (why) throw new Refused('elsewhere', why)
    mustGiveWay(title.prepared, { by, replaces }, preparing(stream, title.prepared?.measure.kind ?? measure.kind))
    const { text, ...rest } = measure
    mustNameNobody('称号的办理向社会公开', {
      text,
      ...('said' in rest && { said: rest.said }),
      ...('situation' in rest && { situation: rest.situation }),
      ...('number' in rest && { number: rest.number }),
    })
    mustHaveRightDays(title, measure, dateOf(received))
    return [asking]
  }

/** Sends what was prepared back. `prepared`: what was seen. */
export const returnMeasure =
  (
    stream: string,
    { prepared: seen, reason }: { readonly prepared: string; readonly reason: string },
    { by, received }: Asked,
  ): Deciding =>
  ({ prepared, returned }) => {
    if (!prepared && returned?.reason === reason && returned.by === by) return []
    const what = preparing(stream, prepared?.measure.kind ?? 'warn')
    const waiting = mustWait(prepared, seen, what)
    if (waiting.by === by)
      throw new Refused('forbidden', `${what.what}是您拟制的，不需要退回；要修改，请直接重新拟制。`)
    return [{ type: 'preparationReturned', v: 1, at: received, by, reason }]
  }

/** Lets go of what was sent back. `prepared`: what was seen. */
export const dropMeasure =
  (
    stream: string,
    { prepared: seen, reason }: { readonly prepared: string; readonly reason: string },
    { by, received }: Asked,
  ): Deciding =>
  ({ prepared, returned, dropped }) => {
    const last = dropped.at(-1)
    const isRepeat = last?.reason === reason && last.by === by && seenAs(last.prepared, stream) === seen
    if (!prepared && !returned && isRepeat) return []
    if (!returned || seenAs(returned.prepared, stream) !== seen)
      throw new Refused('elsewhere', '没有您看到的被退回的办理稿，本次没有办理；请刷新，核对后再办。')
    mustNameNobody('不再办理的理由', { reason })
    return [{ type: 'preparationDropped', v: 1, at: received, by, reason }]
  }

/** Another person approves: the measure holds, and what the public may read of it is published. */
export const approveMeasure =
  (stream: string, approving: Approving, { by, received }: Asked): Deciding =>
  (title) => {
    const last = title.happened.at(-1)
    if (!title.prepared && last?.type === 'measureTaken' && last.by === by) return []
    const what = preparing(stream, title.prepared?.measure.kind ?? 'warn')
    const { measure, by: preparedBy, ...prepared } = mustWait(title.prepared, approving.prepared, what)
    // A proposal goes to the meeting, and nothing of it is published.
    const secrecyChecked = approving.secrecyChecked || measure.kind === 'propose'
    mustApprove({ ...prepared, by: preparedBy }, by, { ...approving, secrecyChecked }, what)
    const why = whyNotNow(title, measure.kind)
    if (why) throw new Refused('elsewhere', why)
    mustHaveRightDays(title, measure, dateOf(received))
    return [{ type: 'measureTaken', v: 1, at: received, by, preparedBy, measure }]
  }

/** @param today in Asia/Shanghai @throws Refused at every day that cannot be */
function mustHaveRightDays(title: Title, measure: Measure, today: string): void {
  const { on, kind } = measure
  const since = kind === 'enter' ? undefined : heldSince(title)?.on
  const early = kind === 'enter' ? undefined : whyBeforeLast(title, on)
  const late = `不能晚于今天（${saidDay(today)}）`
  const wrong = {
    ...(since && on < since && { on: `不能早于命名之日（${saidDay(since)}）` }),
    ...(early && { on: early }),
    ...(on > today && { on: late }),
    ...('number' in measure && wrongInNumber(measure)),
    ...(measure.kind === 'propose' && wrongInProposal(measure, { today, late, since })),
  }
  const { length } = Object.keys(wrong)
  if (length > 0) throw new Refused('incomplete', `${MEASURES[kind]}有${length}处需要修改。`, wrong)
}

/** A document is numbered in the year of its own day. */
function wrongInNumber({ number, on }: { readonly number: string; readonly on: string }): { number?: string } {
  const said = yearOfNumber(number)
  const year = on.slice(0, 4)
  return said === undefined || said === year
    ? {}
    : { number: `文号中是${said}年，日期是${year}年，两者应当一致；请对照文件核对` }
}

type Around = { readonly today: string; readonly late: string; readonly since: string | undefined }
function wrongInProposal(
  { ground, situation, happened, discovered, heard, on }: Extract<Measure, { kind: 'propose' }>,
  { today, late, since }: Around,
): Readonly<Record<string, string>> {
  const isVeto = ground === 'veto'
  return {
    ...(isVeto && !situation && { situation: '请写明是一票否决的哪一种情形' }),
    ...(isVeto && !happened && { happened: '请填写事情发生的日期' }),
    ...(isVeto && !discovered && { discovered: '请填写发现的日期；两年以发现之日计算' }),
    ...(happened && happened > today && { happened: late }),
    ...(discovered && discovered > today && { discovered: late }),
    ...(happened && discovered && discovered < happened && { discovered: `不能早于发生之日（${saidDay(happened)}）` }),
    ...(heard > on && { heard: `应当先听取单位意见再提请，不能晚于提请之日（${saidDay(on)}）` }),
    ...(since && heard < since && { heard: `不能早于命名之日（${saidDay(since)}）` }),
    ...(discovered && heard < discovered && { heard: `不能早于发现之日（${saidDay(discovered)}）` }),
  }
}
