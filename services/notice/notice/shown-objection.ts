/** What the office's page of a notice says of one objection, and who may do what with it now. */
import { dateOf } from '#calendar/deadline.ts'
import { caseStream } from '#case/case.ts'
import type { NoticePage } from '#contracts/notice.ts'
import type { Caller } from '#edge/use-case.ts'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import { type Known, knownAs } from '#rows/known.ts'
import type { NoticedObjection, ObjectionResult } from '#steps/notice/notice-events.ts'
import { ADMITS, OBJECTION_STATUS, type Objection, objectionStream, SETTLES } from '#steps/notice/objection.ts'
import { hasMade } from '#steps/todo-shape.ts'
import { mayAtStep, whoMayAtStep } from '../allowed-at-step.ts'
import { answerByOf } from '../objection/answer-by.ts'
import type { NoticeStep } from './notice-step.ts'
import type { FoundNotice } from './read-notices.ts'

type Shown = NoticePage['objections'][number]
type Looking = {
  readonly step: NoticeStep
  readonly caller: Caller
  readonly known: Known
  readonly nameOf: (unit: string) => string
  /** How its own stream has it, where it was decided a moment ago. */
  readonly decided: Objection | undefined
}

export function shownObjection(
  found: Pick<FoundNotice, 'shown'>,
  line: NoticedObjection,
  { step, caller, known, nameOf, decided }: Looking,
): Shown {
  const { shown } = found
  const { objection, about, channel, on, anonymous } = line
  const { status, answerBy, reason, reply, decidedAt } = standsNow(shown.replyDays, line, known, decided)
  const made = knownAs(known, 'case', caseStream(shown.batch, about))
  return {
    ...{ objection, about, aboutName: nameOf(about), channel, on, anonymous },
    ...{ status, statusTitle: OBJECTION_STATUS[status], answerBy },
    ...(mayReadObjection(caller, step, about) && {
      ...{ ...(reason && { reason }), ...(reply && { reply }) },
      ...(decidedAt && { decidedOn: dateOf(decidedAt) }),
    }),
    ...whoDoes(NEXT[status] ?? [], step, (command) => {
      if (!mayAtStep(command, caller, step, about)) return 'others'
      if (ADMITS.has(command) && line.by === caller.person) return 'entered'
      return SETTLES.has(command) && made && hasMade(caller, made) ? 'apart' : 'caller'
    }),
  }
}

/** Whoever reads what the objection says, and learns its number: nobody of the unit that it is about. */
export const mayReadObjection = (caller: Caller, step: NoticeStep, about: string): boolean =>
  mayAtStep('read-objection', caller, step) && !caller.holdings.some(({ unit }) => unit === about)

type Standing = {
  readonly status: Exclude<Objection['status'], 'unknown'>
  readonly answerBy: string
  readonly reason: string | undefined
  readonly reply: string | undefined
  readonly decidedAt: string | undefined
}

/**
 * How the objection stands, without reading its stream: a notice may have any number of them. Its row may be a moment
 * behind, and the decision itself reads the stream. The notice's own line tells what the row does not know yet: that it
 * was received, and that it is settled.
 */
function standsNow(replyDays: number, line: NoticedObjection, known: Known, decided: Objection | undefined): Standing {
  const row = knownAs(known, 'objection', objectionStream(line.objection))
  const now = decided ?? row
  const said = now && now.status !== 'unknown' ? now.status : 'received'
  return {
    status: NEXT[said] && line.result ? SETTLED[line.result] : said,
    answerBy: answerByOf({ replyDays }, line, now),
    reason: now?.reason,
    reply: now?.reply,
    decidedAt: decided ? decided.decided?.at : row?.decidedAt,
  }
}

/** What may be done with one that is open. */
const NEXT: Readonly<Partial<Record<Objection['status'], readonly Command[]>>> = {
  received: ['admit-objection', 'decline-objection'],
  admitted: ['find-objection'],
}
const SETTLED = { upheld: 'upheld', reassess: 'reassess', notUpheld: 'notUpheld', notAdmitted: 'declined' } as const
SETTLED satisfies Record<ObjectionResult, Standing['status']>

/** What this caller may do with an objection, and who does the rest. `apart`: theirs, but not of this unit; `entered`: nor of one that they entered. */
function whoDoes(
  all: readonly Command[],
  step: NoticeStep,
  whose: (command: Command) => 'caller' | 'apart' | 'entered' | 'others',
): Pick<Shown, 'commands' | 'others'> {
  const others = all.flatMap((command) => {
    const who = whose(command)
    if (who === 'caller') return []
    if (who === 'entered') return [`这件异议由您录入，“${COMMANDS[command]}”由其他有权人员办理。`]
    if (who === 'apart') return [`您经手过该单位的表格，“${COMMANDS[command]}”由其他有权人员办理。`]
    const by = whoMayAtStep(command, step).join('、')
    return by ? [`“${COMMANDS[command]}”由${by}办理。`] : []
  })
  return { commands: all.filter((command) => whose(command) === 'caller'), others }
}
