/** Acts over many cases at once: notices, meetings, and the decision that is published. */

import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { type Do, OFFICE } from './acts.ts'
import { pdf } from './paper.ts'
import { eventually, onceSent, type Stage, upload } from './stage.ts'

const NOTICE = 'notice'

type Listing = {
  readonly cases: readonly string[]
  readonly on: string
  /** In a trial, the instant at which the period ends instead of a day. */
  readonly lateFrom?: string | undefined
  /** The batch's notices are counted from 1. */
  readonly n?: number
}

/** An officer prepares the notice. `time`: which preparation of it this is. */
export const prepareNotice =
  ({ cases, on, lateFrom, n = 1 }: Listing, time = 1): Do =>
  async (stage) => {
    const { batch } = stage
    const proof = await upload(stage, OFFICE.officer, officeFor('proof'), pdf('公示网页截图.pdf', `${batch} ${n}`))
    await stage.as(OFFICE.officer)(noticeEndpoints.prepareNotice, {
      params: { batch, step: NOTICE },
      body: {
        title: '依法行政示范单位候选名单公示',
        cases: [...cases],
        publication: { on, place: '县政府网站通知公告栏', proof },
        ...(lateFrom && { lateFrom }),
      },
      command: `notice-${batch}-${n}-${time}`,
    })
  }

/** What of the notice waits for the head, named as it was seen first. */
async function preparationSeen(stage: Stage, n: number, command: string): Promise<string> {
  const params = { batch: stage.batch, n: String(n) }
  const { body } = await onceSent(stage, command, async () => {
    const { preparation } = await stage.as(OFFICE.head)(noticeEndpoints.readNotice, { params })
    if (!preparation) throw new Error(`notice ${n} of ${stage.batch} waits for nobody`)
    return { path: '', body: { prepared: preparation.prepared } }
  })
  return String(body.prepared)
}

/** The head approves, after the secrecy check: it is published. */
export const approveNotice =
  (n = 1): Do =>
  async (stage) => {
    const { batch } = stage
    const command = `approve-notice-${batch}-${n}`
    const prepared = await preparationSeen(stage, n, command)
    await stage.as(OFFICE.head)(noticeEndpoints.approveNotice, {
      params: { batch, n: String(n) },
      body: { prepared, secrecyChecked: true },
      command,
    })
  }
export const returnNotice =
  (reason: string, n = 1): Do =>
  async (stage) => {
    const { batch } = stage
    const command = `return-notice-${batch}-${n}`
    const prepared = await preparationSeen(stage, n, command)
    await stage.as(OFFICE.head)(noticeEndpoints.returnNotice, {
      params: { batch, n: String(n) },
      body: { prepared, reason },
      command,
    })
  }

export const publishNotice =
  (cases: readonly string[], on: string, { lateFrom, n = 1 }: Pick<Listing, 'lateFrom' | 'n'> = {}): Do =>
  async (stage) => {
    await prepareNotice({ cases, on, lateFrom, n })(stage)
    await approveNotice(n)(stage)
  }

/** The office has looked through every channel. `time`: which closing of the notice this is. */
export const closeNotice =
  (n = 1, time = 1): Do =>
  ({ as, batch }) =>
    as(OFFICE.officer)(noticeEndpoints.closeNotice, {
      params: { batch, n: String(n) },
      body: { checked: ['page', 'mail', 'post', 'dutyLog'] },
      command: `close-notice-${batch}-${n}-${time}`,
    })

/** The office submits a list to the body that meets at a step. */
export const submitList =
  (step: string, cases: readonly string[], time = 1): Do =>
  async (stage) => {
    const { batch } = stage
    const paper = await upload(
      stage,
      OFFICE.officer,
      officeFor('minutes'),
      pdf('提请审议的请示.pdf', `${batch} ${step} ${time}`),
    )
    const api = stage.as(OFFICE.officer)
    const params = { batch, step }
    const command = `list-${batch}-${step}-${time}`
    const { body } = await onceSent(stage, command, async () => {
      // The list of who waits follows a case’s own record by a moment.
      const look = () => api(intakeEndpoints.readResolutions, { params })
      const { waiting } = await eventually(stage, look, (page) =>
        cases.every((id) => page.waiting.some(({ unit }) => unit === id)),
      )
      const seen = waiting.filter(({ unit }) => cases.includes(unit))
      return { path: '', body: Object.fromEntries(seen.map(({ unit, visit }) => [unit, visit])) }
    })
    const visits = Object.fromEntries(Object.entries(body).map(([unit, visit]) => [unit, Number(visit)]))
    const list = { cases: [...cases], visits, text: '名单及材料附后，提请审议。', paper }
    await api(intakeEndpoints.prepareList, { params, body: list, command })
  }

type Meeting = {
  readonly step: string
  readonly login: string
  readonly meeting: string
  readonly number: string
  readonly date: string
  readonly cases: readonly string[]
  readonly outcome: string
  readonly exceptions?: readonly { readonly case: string; readonly outcome: string; readonly reason: string }[]
  readonly votes?: true
}
/** In the order of the cases; those of which the exceptions tell stand behind all others. */
function ranksOf(cases: readonly string[], exceptions: NonNullable<Meeting['exceptions']>): Record<string, number> {
  const isOther = (unit: string) => exceptions.some((one) => one.case === unit)
  const order = [...cases.filter((unit) => !isOther(unit)), ...cases.filter(isOther)]
  return Object.fromEntries(order.map((unit, at) => [unit, at + 1]))
}
export const decideList =
  ({ step, login, meeting, number, date, cases, outcome, exceptions = [], votes }: Meeting): Do =>
  async (stage) => {
    const { batch } = stage
    const { minutesTo, ranked } = await stage.as(login)(intakeEndpoints.readResolutions, { params: { batch, step } })
    const minutes = await upload(stage, login, minutesTo, pdf(`${number}.pdf`, `${batch} ${date}`))
    await stage.as(login)(intakeEndpoints.recordResolution, {
      params: { batch, step },
      body: {
        meeting,
        number,
        date,
        minutes,
        present: ['许建国', '宋志远', '何秀英'],
        absent: [],
        how: votes ? { kind: 'vote', inFavour: 3, against: 0, abstained: 0 } : { kind: 'discussion' },
        cases: [...cases],
        outcome,
        exceptions: [...exceptions],
        ...(ranked && { ranks: ranksOf(cases, exceptions) }),
        recusals: [],
      },
      command: `${step}-${batch}-${date}`,
    })
  }

/** A meeting of the county's government is counted as its minutes are. */
const sessionOf = (number: string): string => number.match(/\d+/g)?.at(-1) ?? '1'

export const meet = (
  number: string,
  date: string,
  cases: readonly string[],
  outcome: string,
  exceptions: Meeting['exceptions'] = [],
): Do =>
  decideList({
    step: 'executiveMeeting',
    login: OFFICE.secretary,
    meeting: `县政府第${sessionOf(number)}次常务会议`,
    number,
    date,
    cases,
    outcome,
    exceptions,
  })

const ANNOUNCED = { step: 'naming' } as const
/** An officer prepares the decision that publishes names. `time`: which preparation this is. */
export const prepareAnnouncement =
  (cases: readonly string[], { number, date }: { number: string; date: string }, time = 1): Do =>
  ({ as, batch }) =>
    as(OFFICE.officer)(intakeEndpoints.prepareAnnouncement, {
      params: { batch, ...ANNOUNCED },
      body: { title: '关于命名依法行政示范单位的决定', number, date, commends: 'with', cases: [...cases] },
      command: `announce-${batch}-${time}`,
    })

async function documentSeen(stage: Stage, command: string): Promise<{ n: string; prepared: string }> {
  const { body } = await onceSent(stage, command, async () => {
    const { all } = await stage.as(OFFICE.head)(intakeEndpoints.readAnnouncements, {
      params: { batch: stage.batch, ...ANNOUNCED },
    })
    const waiting = all.find(({ approvedBy, returned }) => approvedBy === undefined && returned === undefined)
    if (!waiting) throw new Error(`no decision of ${stage.batch} waits for approval`)
    return { path: '', body: { n: String(waiting.n), prepared: waiting.prepared } }
  })
  return { n: String(body.n), prepared: String(body.prepared) }
}
export const approveAnnouncement: Do = async (stage) => {
  const command = `approve-announcement-${stage.batch}`
  const { n, prepared } = await documentSeen(stage, command)
  await stage.as(OFFICE.head)(intakeEndpoints.approveAnnouncement, {
    params: { batch: stage.batch, ...ANNOUNCED, n },
    body: { prepared, secrecyChecked: true },
    command,
  })
}
export const returnAnnouncement =
  (reason: string): Do =>
  async (stage) => {
    const command = `return-announcement-${stage.batch}`
    const { n, prepared } = await documentSeen(stage, command)
    await stage.as(OFFICE.head)(intakeEndpoints.returnAnnouncement, {
      params: { batch: stage.batch, ...ANNOUNCED, n },
      body: { prepared, reason },
      command,
    })
  }
