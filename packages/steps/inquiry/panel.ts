/** The panel 考核 of one visit of a case to an inquiry: methods side by side, each recorded and ended on its own, then the result. Stream `panel/<batch>/<unit>/<visit>`. */
import { z } from 'zod/mini'
import { dateOf } from '#calendar/deadline.ts'
import { type SetAside, setAside } from '#case/list-act.ts'
import { keptUse } from '#evidence/cited-file.ts'
import { canonicalJson } from '#ledger/chain.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import type { StepOf } from '#procedure/kinds.ts'
import { type Finds, MEASURED, measure } from '#tally/measure.ts'

const instant = z.iso.datetime({ precision: 3 })
const head = { v: z.literal(1), at: instant, by: z.string() }
const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

/** What was seen by one method on one day. Files are the office's, those of the sheet among them. */
const recorded = z.object({
  type: z.literal('recorded'),
  ...head,
  step: z.string(),
  method: z.string(),
  on: z.iso.date(),
  place: z.optional(text(100)),
  findings: text(2000),
  files: z.array(keptUse),
  /** Who was there of the team and the office; not in a record of an older version. */
  people: z.optional(z.array(z.string()).check(z.minLength(1))),
  /** What the method measures as a whole; later ones of the same person stand in the place of earlier ones. */
  measure: z.optional(measure),
  /** The recorder's own sheet as it stood: its newest commit, and of how many indicators it says something. */
  sheet: z.optional(z.object({ number: z.int(), hash: z.string(), items: z.int() })),
})
const methodEnded = z.object({ type: z.literal('methodEnded'), ...head, method: z.string() })
const settled = z.object({
  type: z.literal('settled'),
  ...head,
  step: z.string(),
  outcome: z.string(),
  reason: text(1000),
})
export const panelEvent = z.discriminatedUnion('type', [recorded, methodEnded, settled, setAside])
export type PanelEvent = z.infer<typeof panelEvent>
export type Recorded = z.infer<typeof recorded>

export type Panel = {
  readonly records: readonly Recorded[]
  readonly ended: readonly string[]
  readonly settled?: z.infer<typeof settled>
  readonly setAside: readonly SetAside[]
}

export const panelStream = (batch: string, unit: string, visit: number): string => `panel/${batch}/${unit}/${visit}`

export const panelKind: Kind<PanelEvent, Panel> = {
  parse: (stored) => panelEvent.parse(stored),
  initial: { records: [], ended: [], setAside: [] },
  evolve: (panel, event) => {
    switch (event.type) {
      case 'recorded':
        return { ...panel, records: [...panel.records, event] }
      case 'methodEnded':
        return { ...panel, ended: [...panel.ended, event.method] }
      case 'settled':
        return { ...panel, settled: event }
      case 'setAside': {
        const { settled: waiting, ...rest } = panel
        const aside = { ...rest, setAside: [...panel.setAside, event] }
        return waiting && !event.waits ? { ...aside, settled: waiting } : aside
      }
    }
  },
}

type Asked = { readonly by: string; readonly received: string }
type Inquiry = StepOf<'inquiry'>
/** @see findsWith */
export type Measuring = { readonly finds: Finds; readonly counts: boolean }
type Deciding = Decision<PanelEvent, Panel>

/** Records what one method has found, as long as it has not ended. @param measuring what the method measures in this batch, and whether points of it count */
export const recordMethod =
  (
    inquiry: Inquiry,
    { method, ...record }: Omit<Recorded, 'type' | 'v' | 'at' | 'by'>,
    { by, received }: Asked,
    measuring: Measuring,
  ): Deciding =>
  (panel) => {
    mustGoOnBy(inquiry, panel, method)
    mustMeasure(inquiry.methods[method]?.title ?? method, record, measuring)
    const asked = { type: 'recorded', v: 1, at: received, by, method, ...record } as const
    return panel.records.some((one) => isSaidAgain(one, asked)) ? [] : [asked]
  }

/** @throws Refused where points are counted of a method and it measures nothing, or it measures what another one does */
function mustMeasure(title: string, { measure }: Pick<Recorded, 'measure'>, { finds, counts }: Measuring): void {
  const what = MEASURED[finds]
  if (measure ? measure.of !== finds : counts && what !== undefined)
    throw new Refused(
      'incomplete',
      what === undefined ? `“${title}”逐项考核，没有另外的评分；请改正。` : `“${title}”在本批次计分，请填写${what}。`,
      {
        [finds === 'answers' || finds === 'marks' ? finds : 'mark']:
          what === undefined ? '这种方式不另外评分' : `请填写${what}`,
      },
    )
}

/** The same person says the same on one day; on another day it is another act. */
const isSaidAgain = ({ at, ...before }: Recorded, { at: now, ...again }: Recorded): boolean =>
  dateOf(at) === dateOf(now) && canonicalJson(before) === canonicalJson(again)

/** Ends one method: nothing more is recorded under it. `seen`: how many of its records were seen. */
export const endMethod =
  (inquiry: Inquiry, { method, seen }: { method: string; seen: number }, { by, received }: Asked): Deciding =>
  (panel) => {
    mustGoOn(panel)
    const title = mustBeMethod(inquiry, method)
    if (panel.ended.includes(method)) return []
    const records = panel.records.filter((one) => one.method === method)
    if (records.length === 0)
      throw new Refused('incomplete', `“${title}”还没有任何记录，不能结束。`, { method: '请先记录考核情况' })
    if (records.length !== seen)
      throw new Refused(
        'elsewhere',
        `“${title}”现有${records.length}份记录，您打开页面时有${seen}份，本次没有结束；请看过全部记录后再结束。`,
      )
    return [{ type: 'methodEnded', v: 1, at: received, by, method }]
  }

/**
 * The leader settles the result once every method has ended.
 * @param makers everybody who had a hand in any form of the case: none of them decides
 * @param waits why the case can take no line now: a result that it could not follow would be lost
 */
export const settleInquiry =
  (
    inquiry: Inquiry,
    { step, outcome, reason }: { step: string; outcome: string; reason: string },
    { by, received }: Asked,
    makers: readonly string[],
    waits?: string,
  ): Deciding =>
  (panel) => {
    const { settled: before } = panel
    if (before && before.by === by && before.outcome === outcome && before.reason === reason) return []
    mustGoOn(panel)
    if (makers.includes(by))
      throw new Refused('forbidden', '您填写、代录、签署或提交过本件，不能确定考核结果；请由其他有权人员办理。')
    if (waits) throw new Refused('conflict', `现在不能确定考核结果：${waits}`)
    if (!Object.hasOwn(inquiry.outcomes, outcome))
      throw new Refused('incomplete', `“${inquiry.title}”没有“${outcome}”这一结果。`, {
        outcome: '请从列出的结果中选择',
      })
    const open = Object.entries(inquiry.methods).filter(([method]) => !panel.ended.includes(method))
    if (open.length > 0)
      throw new Refused(
        'elsewhere',
        `${open.map(([, { title }]) => `“${title}”`).join('、')}还没有结束，不能确定考核结果。`,
      )
    return [{ type: 'settled', v: 1, at: received, by, step, outcome, reason }]
  }

/** Whether anything is recorded by that method now. @throws Refused */
export function mustGoOnBy(inquiry: Inquiry, panel: Panel, method: string): void {
  mustGoOn(panel)
  const title = mustBeMethod(inquiry, method)
  if (panel.ended.includes(method)) throw new Refused('elsewhere', `“${title}”已经结束，不能再记录；请刷新后核对。`)
}

/** A settlement whose line waits for a veto or an objection may be made again; any other is final. */
function mustGoOn({ settled: before }: Panel): void {
  if (before) throw new Refused('elsewhere', '考核结果已经确定；请刷新后查看。')
}

function mustBeMethod({ methods, title }: Inquiry, method: string): string {
  const found = Object.hasOwn(methods, method) ? methods[method] : undefined
  if (!found) throw new Refused('unknown', `“${title}”没有“${method}”这种考核方式；请刷新后再办。`)
  return found.title
}
