import { said } from '#calendar/said.ts'
import { type Case, caseKind } from '#case/case.ts'
import { type CaseEvent, SIGN_OFFS } from '#case/case-events.ts'
import { VETO_ITEMS } from '#contracts/case-forms.ts'
import type { TimelineEntry } from '#contracts/case-page.ts'
import { OFFICE } from '#evidence/evidence.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { outcomeAt, titleOf } from '#procedure/procedure.ts'
import { keptFileOfAny } from './kept-evidence.ts'
import type { Naming } from './name-people.ts'

type Said = {
  readonly event: string
  readonly by: string
  readonly reason?: string
  readonly files?: readonly string[]
  readonly note?: string
}

/** What happened to a case, in order and in Chinese. */
export async function caseTimeline(
  ledger: Ledger,
  unit: string,
  events: readonly CaseEvent[],
  naming: Naming,
): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = []
  let state: Case = caseKind.initial
  /** Where the decision stands that was taken at a visit. */
  const decisions = new Map<number, number>()
  for (const event of events) {
    const before = state
    state = caseKind.evolve(state, event)
    const step = event.type === 'opened' ? state.step : before.step
    const { files = [], ...told } = say(event, before, state, naming)
    if (event.type === 'corrected') replace(entries, decisions.get(event.corrects), event.at)
    if (event.type === 'decided' || event.type === 'corrected') decisions.set(event.visit, entries.length)
    entries.push({
      at: event.at,
      step: titleOf(state.procedure, event.type === 'corrected' ? event.step : step),
      ...told,
      files: await Promise.all(files.map((sha256) => reference(ledger, unit, sha256))),
    })
  }
  return entries
}

/** The first version stays where it is, and says that another stands in its place. */
function replace(entries: TimelineEntry[], index: number | undefined, at: string): void {
  const entry = index === undefined ? undefined : entries[index]
  if (entry && index !== undefined) entries[index] = { ...entry, replaced: true, note: `已更正，见${said(at)}的更正` }
}

async function reference(ledger: Ledger, unit: string, sha256: string) {
  const { owner, name = '' } = await keptFileOfAny(ledger, [unit, OFFICE], sha256)
  return { owner, sha256, name }
}

function say(event: CaseEvent, before: Case, after: Case, { who, act }: Naming): Said {
  switch (event.type) {
    case 'opened':
      return { event: `${entering(event)}开始创建申请`, by: who(event.by, event.at) }
    case 'saved':
      return { event: `${entering(event)}保存申请表`, by: who(event.by, event.at) }
    case 'signed':
      return {
        event: `${entering(event)}${event.mode === 'paper' ? '录入纸质签署' : '签署'}：${SIGN_OFFS[event.signOff]}`,
        by: who(event.by, event.at),
        reason: event.opinion,
        ...(event.scan && { files: [event.scan] }),
      }
    case 'decided':
      return {
        event: `${entering(event)}${outcomeAt(before.procedure, event.step, event.outcome)?.title ?? event.outcome}`,
        by: event.act ? act(event.act) : who(event.by, event.at),
        ...(event.reason && { reason: event.reason }),
      }
    case 'corrected':
      return {
        event: `更正为：${outcomeAt(before.procedure, event.step, event.outcome)?.title ?? event.outcome}`,
        by: who(event.by, event.at),
        reason: event.reason,
        ...withNote(before, after),
      }
    case 'listed':
      return { event: '列入公示', by: act(event.act) }
    case 'vetoRaised':
      return {
        event: `提出一票否决：${vetoTitle(event.item)}`,
        by: who(event.by, event.at),
        reason: event.source,
        ...(event.evidence && { files: [event.evidence] }),
      }
    case 'vetoDismissed':
      return { event: '不予确认一票否决', by: who(event.by, event.at), reason: event.reason }
  }
}

/** What the office entered from the unit's paper says so. */
const entering = ({ byOffice }: { readonly byOffice?: true | undefined }): string => (byOffice ? '代录：' : '')

/** What a correction did to the form that a return had opened: the form went back, or came again. */
function withNote(before: Case, after: Case): Pick<Said, 'note'> {
  if (before.form?.digest === after.form?.digest) return {}
  return after.reviewed?.mended?.form.digest === after.form?.digest
    ? { note: '单位退回后保存的申请表恢复使用，可以接着补正' }
    : { note: '申请表恢复为初审时的内容；单位退回后保存的修改没有采用，仍留在办理过程中' }
}

const vetoTitles: Readonly<Record<string, string>> = VETO_ITEMS
export const vetoTitle = (item: number): string => `第${item}项${vetoTitles[item] ? `（${vetoTitles[item]}）` : ''}`
