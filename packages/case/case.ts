/**
 * The case decider: one unit in one batch, from its application to an ending. Stream `case/<batch>/<unit>`.
 * Events, `evolve`, one pure function per command. Time, ids and digests are arguments.
 */
import { z } from 'zod/mini'
import { lapsesFrom } from '#calendar/deadline.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { creation } from '#procedure/creation.ts'
import { outcomeAt, type Procedure, titleOf } from '#procedure/procedure.ts'
import { procedureNamed } from '#procedure/procedures.ts'

const date = z.iso.date()
const instant = z.iso.datetime({ precision: 3 })
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const sentence = z.string().check(z.maxLength(2000))
const v = z.literal(1)

/** Personal data lies in `persons`; here only its opaque id and keyed digest. */
const personal = z.object({ id: z.string(), digest: z.string() })
/** A line of a list act: which commit of which act's stream decided this. */
const act = z.object({ stream: z.string(), number: z.int() })

export const SIGN_OFFS = { legalOffice: '本单位法制机构意见', unitHead: '本单位主要负责人意见' } as const
export const signOffName = z.enum(['legalOffice', 'unitHead'])
export type SignOffName = z.infer<typeof signOffName>

const opened = z.object({
  type: z.literal('opened'),
  v,
  at: instant,
  batch: z.string(),
  unit: z.string(),
  trial: z.boolean(),
  procedure: z.string(),
  lateFrom: instant,
  by: z.string(),
})
/** The form as it stands. `answers` holds a digest per field, so that a return can reopen single questions. */
const saved = z.object({
  type: z.literal('saved'),
  v,
  at: instant,
  by: z.string(),
  content: sha256,
  answers: z.record(z.string(), z.string()),
  personal: z.optional(personal),
  attachments: z.array(sha256),
  missing: z.array(z.string()),
  digest: sha256,
})
const signed = z.object({
  type: z.literal('signed'),
  v,
  at: instant,
  by: z.string(),
  signOff: signOffName,
  mode: z.enum(['online', 'paper']),
  on: date,
  opinion: sentence,
  /** Whose name stands under it, when it was given on paper. */
  signer: z.optional(personal),
  scan: z.optional(sha256),
  covers: sha256,
})
/** The case moved: somebody, an act or time decided its step. */
const decided = z.object({
  type: z.literal('decided'),
  v,
  at: instant,
  by: z.string(),
  step: z.string(),
  visit: z.int(),
  outcome: z.string(),
  to: z.string(),
  reason: z.optional(sentence),
  checklist: z.optional(z.record(z.string(), z.boolean())),
  reopens: z.optional(z.array(z.string())),
  lateFrom: z.optional(instant),
  act: z.optional(act),
  covers: z.optional(sha256),
})
/** A notice names this case: from then on the step ends with that notice's period. */
const listed = z.object({ type: z.literal('listed'), v, at: instant, act, lateFrom: instant })
const vetoRaised = z.object({
  type: z.literal('vetoRaised'),
  v,
  at: instant,
  by: z.string(),
  item: z.int(),
  source: sentence,
  evidence: z.optional(sha256),
})
const vetoDismissed = z.object({ type: z.literal('vetoDismissed'), v, at: instant, by: z.string(), reason: sentence })

export const caseEvent = z.discriminatedUnion('type', [
  opened,
  saved,
  signed,
  decided,
  listed,
  vetoRaised,
  vetoDismissed,
])
export type CaseEvent = z.infer<typeof caseEvent>
type Saved = z.infer<typeof saved>
type Signed = z.infer<typeof signed>
type Decided = z.infer<typeof decided>

export type Case = {
  readonly batch: string
  readonly unit: string
  readonly trial: boolean
  readonly procedure: Procedure
  /** A step or an ending; `nowhere` before the case is opened. */
  readonly step: string
  /** Counts arrivals at any step. */
  readonly visit: number
  /** The first instant that is late, when the step ends by itself. */
  readonly lateFrom?: string
  readonly form?: Saved
  readonly signOffs: Partial<Record<SignOffName, Signed>>
  /** Questions that a return reopened; absent: all are open. */
  readonly reopens?: readonly string[]
  /** The notice that names the case while it stands at the notice. */
  readonly notice?: z.infer<typeof act>
  /** Everybody who saved, signed or submitted: none of them decides. */
  readonly makers: readonly string[]
  readonly veto?: {
    readonly item: number
    readonly source: string
    readonly by: string
    readonly evidence?: string | undefined
  }
  /** The last decision, for whoever came second. */
  readonly last?: Decided
}

export const caseStream = (batch: string, unit: string): string => `case/${batch}/${unit}`

const nowhere: Case = {
  batch: '',
  unit: '',
  trial: false,
  procedure: creation,
  step: 'nowhere',
  visit: 0,
  signOffs: {},
  makers: [],
}

const withMaker = (state: Case, by: string): Case =>
  state.makers.includes(by) ? state : { ...state, makers: [...state.makers, by] }

function evolve(state: Case, event: CaseEvent): Case {
  switch (event.type) {
    case 'opened': {
      const { batch, unit, trial, lateFrom } = event
      const procedure = procedureNamed(event.procedure)
      return { ...nowhere, batch, unit, trial, procedure, step: procedure.start, visit: 1, lateFrom }
    }
    case 'saved':
      return {
        ...withMaker(state, event.by),
        form: event,
        signOffs: state.form?.digest === event.digest ? state.signOffs : {},
      }
    case 'signed':
      return { ...withMaker(state, event.by), signOffs: { ...state.signOffs, [event.signOff]: event } }
    case 'decided': {
      const {
        lateFrom: _ended,
        reopens: _closed,
        notice: _left,
        ...rest
      } = event.outcome === 'submitted' ? withMaker(state, event.by) : state
      return {
        ...rest,
        step: event.to,
        visit: state.visit + 1,
        last: event,
        ...(event.lateFrom && { lateFrom: event.lateFrom }),
        ...(event.reopens && { reopens: event.reopens }),
      }
    }
    case 'listed':
      return { ...state, notice: event.act, lateFrom: event.lateFrom }
    case 'vetoRaised':
      return { ...state, veto: { item: event.item, source: event.source, by: event.by, evidence: event.evidence } }
    case 'vetoDismissed': {
      const { veto: _dismissed, ...rest } = state
      return rest
    }
  }
}

export const caseKind: Kind<CaseEvent, Case> = { parse: (stored) => caseEvent.parse(stored), initial: nowhere, evolve }

type Deciding = Decision<CaseEvent, Case>
/** Who asked, and the instant at which the request was received: the same through every conflict and retry. */
export type Asked = { readonly by: string; readonly received: string }

export const isOpen = ({ step, procedure }: Case): boolean => step in procedure.steps
export const hasEnded = ({ step, procedure }: Case): boolean => step in procedure.endings

const shanghai = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })
const said = (at: string): string => shanghai.format(new Date(at))

function mustStandAt(state: Case, step: string): void {
  if (state.step === step) return
  const { procedure, last } = state
  if (state.visit === 0) throw new Refused('unknown', '本单位在本批次还没有申报件;请先开始创建申请。')
  const how = last
    ? `(${said(last.at)}已办理:${outcomeAt(procedure, last.step, last.outcome)?.title ?? last.outcome})`
    : ''
  throw new Refused(
    'elsewhere',
    `此操作属于“${titleOf(procedure, step)}”环节,而本件现处“${titleOf(procedure, state.step)}”${how};请刷新后再办。`,
  )
}

function mustBeInTime({ lateFrom, procedure, step }: Case, received: string): void {
  if (lateFrom && received >= lateFrom)
    throw new Refused(
      'late',
      `“${titleOf(procedure, step)}”已于${said(lateFrom)}截止;本次收到时间为${said(received)},不能再办理。如有正当理由,请联系法制办。`,
    )
}

const decide = (state: Case, outcome: string, { by, received }: Asked, more: Partial<Decided> = {}): CaseEvent[] => {
  const leads = outcomeAt(state.procedure, state.step, outcome)
  if (!leads)
    throw new Refused('elsewhere', `“${titleOf(state.procedure, state.step)}”环节没有“${outcome}”这一办理结果。`)
  return [
    {
      ...more,
      type: 'decided',
      v: 1,
      at: received,
      by,
      step: state.step,
      visit: state.visit,
      outcome,
      to: leads.leadsTo,
    },
  ]
}

/** The unit begins its application. */
export const openCase =
  (
    args: { batch: string; unit: string; trial: boolean; procedure: string; lateFrom: string },
    { by, received }: Asked,
  ): Deciding =>
  (state) => {
    if (state.visit > 0) return []
    if (received >= args.lateFrom)
      throw new Refused('late', `本批次创建申请已于${said(args.lateFrom)}截止,不能再开始申请。`)
    return [{ type: 'opened', v: 1, at: received, by, ...args }]
  }

export type FormContent = Pick<Saved, 'content' | 'answers' | 'personal' | 'attachments' | 'missing' | 'digest'>

/** Keeps the form as it stands, complete or not. After a return only the reopened questions may differ. */
export const saveApplication =
  (form: FormContent, { by, received }: Asked): Deciding =>
  (state) => {
    mustStandAt(state, 'application')
    mustBeInTime(state, received)
    if (state.form?.digest === form.digest) return []
    if (state.reopens) {
      const before = state.form?.answers ?? {}
      const touched = Object.keys({ ...before, ...form.answers }).filter(
        (name) => before[name] !== form.answers[name] && !state.reopens?.includes(name),
      )
      if (touched.length > 0)
        throw new Refused(
          'incomplete',
          '退回补正时只能修改列明的问题。',
          Object.fromEntries(touched.map((name) => [name, '此项未退回,不能修改'])),
        )
    }
    return [{ type: 'saved', v: 1, at: received, by, ...form }]
  }

export type SignOff = {
  signOff: SignOffName
  on: string
  opinion: string
  signer?: z.infer<typeof personal>
  scan?: string
  covers: string
}

/** Gives one sign-off, online by the signer or entered by the clerk from the stamped paper. It covers the form as it stands. */
export const signApplication =
  (
    { signOff, on, opinion, signer, scan, covers }: SignOff,
    modes: Readonly<Record<SignOffName, 'online' | 'paper'>>,
    { by, received }: Asked,
  ): Deciding =>
  (state) => {
    mustStandAt(state, 'application')
    mustBeInTime(state, received)
    const title = SIGN_OFFS[signOff]
    if (!state.form) throw new Refused('elsewhere', '申请表还没有保存,不能签署。')
    if (state.form.digest !== covers)
      throw new Refused('elsewhere', '您看到的申请表之后又被修改过;请刷新,核对后再签署。')
    if (state.signOffs[signOff]) return []
    const mode = modes[signOff]
    if (mode === 'paper' && (!scan || !signer))
      throw new Refused('incomplete', `“${title}”本批次为纸质签署。`, {
        ...(!scan && { scan: '请上传签字盖章页的扫描件' }),
        ...(!signer && { signer: '请填写签署人姓名' }),
      })
    // A unit's editor does not give its head's online sign-off.
    if (mode === 'online' && signOff === 'unitHead' && state.form.by === by)
      throw new Refused('forbidden', '填表人不能代主要负责人在线签署;请由主要负责人本人登录签署。')
    return [
      {
        type: 'signed',
        v: 1,
        at: received,
        by,
        signOff,
        mode,
        on,
        opinion,
        covers,
        ...(mode === 'paper' && { signer, scan }),
      },
    ]
  }

/** Hands the application in. */
export const submitApplication =
  (asked: Asked): Deciding =>
  (state) => {
    mustStandAt(state, 'application')
    mustBeInTime(state, asked.received)
    const { form, signOffs } = state
    if (!form) throw new Refused('incomplete', '申请表还没有填写。')
    const lacking = Object.entries(SIGN_OFFS).filter(([name]) => !(name in signOffs))
    const fields = {
      ...Object.fromEntries(form.missing.map((name) => [name, '此项必填'])),
      ...Object.fromEntries(lacking.map(([name, title]) => [name, `尚缺“${title}”`])),
    }
    if (Object.keys(fields).length > 0)
      throw new Refused('incomplete', `还不能提交,以下${Object.keys(fields).length}项需要补齐。`, fields)
    return decide(state, 'submitted', asked, { covers: form.digest })
  }

export type Review = {
  outcome: 'accepted' | 'returned' | 'refused'
  reason: string
  checklist?: Record<string, boolean>
  reopens?: readonly string[]
  /** A return's own last day; the default is the later of the call's date and `returnDays` after today. */
  lateFrom?: string
}

/** The office decides the preliminary review. */
export const decideReview =
  ({ outcome, reason, checklist, reopens, lateFrom }: Review, asked: Asked): Deciding =>
  (state) => {
    mustStandAt(state, 'review')
    if (state.makers.includes(asked.by))
      throw new Refused('forbidden', '您填写、签署或提交过本件,不能再审核;请由其他经办人办理。')
    if (outcome === 'returned' && (!reopens?.length || !lateFrom))
      throw new Refused('incomplete', '退回补正要列明需要修改的问题和补正期限。', {
        ...(!reopens?.length && { reopens: '请选择至少一个需要修改的问题' }),
        ...(!lateFrom && { lastDay: '请填写补正截止日期' }),
      })
    return decide(state, outcome, asked, {
      reason,
      ...(checklist && { checklist }),
      ...(state.form && { covers: state.form.digest }),
      ...(outcome === 'returned' && { reopens: [...(reopens ?? [])], lateFrom }),
    })
  }

/** A published notice names the case. */
export const listInNotice =
  (notice: { act: z.infer<typeof act>; lateFrom: string }, received: string): Deciding =>
  (state) => {
    mustStandAt(state, 'notice')
    if (state.notice?.stream === notice.act.stream) return []
    return [{ type: 'listed', v: 1, at: received, ...notice }]
  }

/** Applies one line of a list act. */
export const applyLine =
  (line: { step: string; outcome: string; reason?: string; act: z.infer<typeof act> }, asked: Asked): Deciding =>
  (state) => {
    mustStandAt(state, line.step)
    return decide(state, line.outcome, asked, { act: line.act, ...(line.reason && { reason: line.reason }) })
  }

/** The unit leaves the procedure, at any step. */
export const withdraw =
  (reason: string, asked: Asked): Deciding =>
  (state) => {
    if (state.step === 'withdrawn') return []
    if (!isOpen(state)) throw new Refused('elsewhere', `本件已办结(${titleOf(state.procedure, state.step)}),不能退出。`)
    return decide(state, 'withdrawn', asked, { reason })
  }

/** Somebody of the office reports a veto event with its source (001, part 七). */
export const raiseVeto =
  (veto: { item: number; source: string; evidence?: string }, { by, received }: Asked): Deciding =>
  (state) => {
    if (!isOpen(state))
      throw new Refused('elsewhere', `本件已办结(${titleOf(state.procedure, state.step)}),不能再提出一票否决。`)
    if (state.veto && state.veto.item === veto.item && state.veto.source === veto.source) return []
    if (state.veto)
      throw new Refused('conflict', `本件已有待确认的一票否决(第${state.veto.item}项);请先确认或不予确认。`)
    return [{ type: 'vetoRaised', v: 1, at: received, by, ...veto }]
  }

/** Another officer confirms it; then the result is forced, whatever else the case has earned. */
export const confirmVeto =
  (asked: Asked): Deciding =>
  (state) => {
    if (state.step === 'vetoed') return []
    const veto = vetoToDecide(state, asked.by)
    return decide(state, 'vetoed', asked, { reason: `第${veto.item}项:${veto.source}` })
  }

export const dismissVeto =
  (reason: string, { by, received }: Asked): Deciding =>
  (state) => {
    vetoToDecide(state, by)
    return [{ type: 'vetoDismissed', v: 1, at: received, by, reason }]
  }

function vetoToDecide(state: Case, by: string): NonNullable<Case['veto']> {
  if (!isOpen(state)) throw new Refused('elsewhere', `本件已办结(${titleOf(state.procedure, state.step)})。`)
  if (!state.veto) throw new Refused('elsewhere', '本件没有待确认的一票否决。')
  if (state.veto.by === by) throw new Refused('forbidden', '提出人不能确认自己提出的一票否决;请由法制办其他人员办理。')
  return state.veto
}

/** Time decides, two minutes after the end and never before. */
export const lapse =
  (now: string): Deciding =>
  (state) => {
    const outcome = state.procedure.steps[state.step]?.lapses
    if (!outcome || !state.lateFrom || now < lapsesFrom(state.lateFrom)) return []
    return decide(state, outcome, { by: 'time', received: now })
  }
