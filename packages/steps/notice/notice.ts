/**
 * The notice decider 公示: prepared by one, approved and so published by another, closed by the office over a list of
 * cases. Stream `notice/<batch>/<n>`. What an objection and a closing mean for each case is decided here and nowhere else.
 */
import { mustNameNobody } from '#batch/names-somebody.ts'
import { dateOf, lapsesFrom } from '#calendar/deadline.ts'
import { saidDay, saidEnd } from '#calendar/said.ts'
import { type Approving, isRepeated, mustApprove, mustGiveWay, mustWait } from '#ledger/by-two.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import {
  CHANNELS_TO_CHECK,
  type Notice,
  type NoticeEvent,
  noticeEvent,
  type ObjectionReceived,
  type ObjectionResult,
  type Prepared,
} from './notice-events.ts'
import { linesNow, type NoticeOutcomes } from './notice-lines.ts'

export const noticeStream = (batch: string, n: number): string => `notice/${batch}/${n}`

export const noticeKind: Kind<NoticeEvent, Notice> = {
  parse: (stored) => noticeEvent.parse(stored),
  initial: { objections: {}, proofs: {}, lines: [], setAside: [] },
  evolve: (notice, event) => {
    switch (event.type) {
      case 'prepared': {
        const { returned: _again, ...rest } = notice
        return { ...rest, prepared: event }
      }
      case 'preparationReturned': {
        const { prepared, ...rest } = notice
        return prepared ? { ...rest, returned: { ...event, notice: prepared } } : notice
      }
      case 'published':
        return {
          ...notice,
          published: event,
          proofs: event.publication.proof ? { start: event.publication.proof } : {},
        }
      case 'objectionReceived':
        return { ...notice, objections: { ...notice.objections, [event.objection]: event } }
      case 'objectionSettled': {
        const about = notice.objections[event.objection]
        return about
          ? {
              ...notice,
              objections: {
                ...notice.objections,
                [event.objection]: { ...about, result: event.result, settledAt: event.at },
              },
            }
          : notice
      }
      case 'proofRecorded':
        return { ...notice, proofs: { ...notice.proofs, [event.when]: event.proof } }
      case 'closed':
        return { ...notice, closed: event, lines: [...notice.lines, ...event.lines] }
      case 'lined':
        return { ...notice, lines: [...notice.lines, ...event.lines] }
      case 'setAside':
        return { ...notice, setAside: [...notice.setAside, event] }
    }
  },
}

type Deciding = Decision<NoticeEvent, Notice>
type Asked = { readonly by: string; readonly received: string }

export type NoticeContent = Omit<Prepared, 'type' | 'v' | 'at' | 'by'>

export const preparing = (stream: string) => ({ stream, what: '公示' })

/** Prepares a notice for whoever approves it; a newer preparation takes the place of an older one. */
export const prepareNotice =
  (
    stream: string,
    { replaces, ...notice }: NoticeContent & { readonly replaces?: string | undefined },
    { by, received }: Asked,
  ): Deciding =>
  ({ prepared: standing, published }) => {
    if (published)
      throw new Refused(
        'conflict',
        `这一期公示已于${saidDay(published.publication.on)}发布，共${published.cases.length}个单位；请刷新后查看。`,
      )
    const prepared = { type: 'prepared', v: 1, at: received, by, ...notice } as const
    if (isRepeated(standing, prepared)) return []
    mustGiveWay(standing, { by, replaces }, preparing(stream))
    const { title, text, publication } = notice
    mustNameNobody('公示向社会公开', { title, text, 'publication.place': publication.place })
    if (new Set(notice.cases).size < notice.cases.length)
      throw new Refused('incomplete', '同一单位在名单中出现了两次。', { cases: '请去掉重复的单位' })
    return [prepared]
  }

/** Sends what was prepared back. `prepared`: the preparation that was seen. */
export const returnPreparation =
  (
    stream: string,
    { prepared: seen, reason }: { prepared: string; reason: string },
    { by, received }: Asked,
  ): Deciding =>
  ({ prepared: standing, published, returned }) => {
    if (!standing && returned?.reason === reason && returned.by === by) return []
    const prepared = mustWait(published ? undefined : standing, seen, preparing(stream))
    if (prepared.by === by) throw new Refused('forbidden', '公示是您拟制的，不需要退回；要修改，请直接重新拟制。')
    return [{ type: 'preparationReturned', v: 1, at: received, by, reason }]
  }

/** Another person approves what was prepared, after the secrecy check: it is published. */
export const approveNotice =
  (stream: string, approving: Approving, { by, received }: Asked): Deciding =>
  ({ prepared: standing, published }) => {
    if (published?.by === by) return []
    const prepared = mustWait(published ? undefined : standing, approving.prepared, preparing(stream))
    mustApprove(prepared, by, approving, preparing(stream))
    const { type, at, by: preparedBy, ...content } = prepared
    return [{ ...content, type: 'published', at: received, by, preparedBy }]
  }

/**
 * Receives an objection that came within the period, whenever it is entered; what counts is the instant of receipt, or
 * the recorded day for paper and phone.
 */
export const receiveObjection =
  (objection: Omit<ObjectionReceived, 'type' | 'v' | 'at' | 'by'>, { by, received }: Asked): Deciding =>
  ({ published, objections }) => {
    if (objections[objection.objection]) return []
    if (!published) throw new Refused('unknown', '没有这一期公示。')
    if (!published.cases.includes(objection.about))
      throw new Refused('incomplete', '该单位不在这一期公示名单中。', { about: '请选择公示名单中的单位' })
    if (objection.on > dateOf(received))
      throw new Refused('incomplete', '收到日期在今天之后。', { on: '请填写实际收到（来信为邮戳）的日期' })
    // The period ends the right to object, not the office's duty to enter what came in time.
    const { lateFrom, lastDay } = published.period
    if (objection.channel === 'page' && received >= lateFrom)
      throw new Refused('late', `公示期已于${saidEnd(lateFrom)}结束，不再接收异议；您仍可依法向有关机关反映。`)
    if (objection.channel !== 'page' && objection.on > lastDay)
      throw new Refused(
        'late',
        `收到日期${saidDay(objection.on)}在公示期结束（${saidEnd(lateFrom)}）以后，不是期内异议，没有登记。`,
        { on: '期内收到的才能录入，来信以邮戳日期为准；请核对' },
      )
    return [{ type: 'objectionReceived', v: 1, at: received, by, ...objection }]
  }

/**
 * What became of an objection; follows the objection's own stream. In a notice that is closed, the case's own line
 * comes with its last settlement, unless it has taken one already.
 */
export const settleObjection =
  (
    { objection, result }: { objection: string; result: ObjectionResult },
    outcomes: NoticeOutcomes,
    { by, received }: Asked,
  ): Deciding =>
  (notice) => {
    const known = notice.objections[objection]
    if (!known) throw new Refused('unknown', '这一期公示没有收到这件异议。')
    if (known.result === result) return []
    if (known.result) throw new Refused('conflict', '这件异议已有办理结果，不能再改；请刷新后核对。')
    const settled = { type: 'objectionSettled', v: 1, at: received, objection, result } as const
    const after = { ...notice, objections: { ...notice.objections, [objection]: { ...known, result } } }
    const own = notice.closed ? linesNow(after, [known.about], outcomes) : []
    return own.length > 0 ? [settled, { type: 'lined', v: 1, at: received, by, lines: own }] : [settled]
  }

export const recordProof =
  (when: 'start' | 'end', proof: string, { by, received }: Asked): Deciding =>
  ({ published, proofs }) => {
    if (!published) throw new Refused('unknown', '没有这一期公示。')
    return proofs[when] === proof ? [] : [{ type: 'proofRecorded', v: 1, at: received, by, when, proof }]
  }

/**
 * The office closes the notice after its period, once it has looked through every channel. Cases without an open
 * objection take their line; those whose line was set aside because something was pending take it on a later closing.
 */
export const closeNotice =
  (
    { checked, outcomes }: { checked: readonly (typeof CHANNELS_TO_CHECK)[number][]; outcomes: NoticeOutcomes },
    { by, received }: Asked,
  ): Deciding =>
  (notice) => {
    const { published, closed } = notice
    if (!published) throw new Refused('unknown', '没有这一期公示。')
    if (received < lapsesFrom(published.period.lateFrom))
      throw new Refused('early', `公示期到${saidEnd(published.period.lateFrom)}为止，现在还不能结束公示。`)
    const missing = CHANNELS_TO_CHECK.filter((channel) => !checked.includes(channel))
    if (missing.length > 0)
      throw new Refused('incomplete', '结束公示前，要逐一核对网页、邮箱、来信和值班记录中有没有期内收到的异议。', {
        checked: '请逐项核对后勾选',
      })
    const lines = linesNow(notice, published.cases, outcomes)
    if (closed && lines.length === 0) return []
    return [{ type: 'closed', v: 1, at: received, by, checked: [...checked], lines }]
  }
