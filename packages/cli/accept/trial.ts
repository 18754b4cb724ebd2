/** A batch of its own, played in real time: periods of seconds, and the two minutes before time itself decides. */

import { setTimeout as sleep } from 'node:timers/promises'
import { dateOf, lapsesFrom } from '#calendar/deadline.ts'
import { after, msBetween } from '#calendar/instant.ts'
import type { CallBody } from '#contracts/call.ts'
import { ApiError } from '#contracts/client.ts'
import { type NoticePage, noticeEndpoints } from '#contracts/notice.ts'
import { Sentence } from '#typed/sentence.ts'
import { type Do, OFFICE } from '../rehearsal/acts.ts'
import { confirmVeto, raiseVeto, withdrawOnPaper } from '../rehearsal/case-acts.ts'
import { fillIn, mend, signAndSubmit } from '../rehearsal/form-acts.ts'
import { accepted, review } from '../rehearsal/judgement-acts.ts'
import { closeNotice, meet, publishNotice } from '../rehearsal/list-acts.ts'
import { PROCEDURE } from '../rehearsal/second-batch.ts'
import { eventually, readCase, type Stage } from '../rehearsal/stage.ts'
import type { Plot, Unit } from './stories.ts'

/** Time enough to fill in six applications, on functions that start for the first time. */
const APPLICATION_SECONDS = 120
const NOTICE_SECONDS = 30

/** Nobody’s name: whose county it is, nobody here knows. */
const CONTACT = { contact: '部署验收（姓名）' }
const SIGNED = { signer: '部署验收（姓名）' }

export const inSeconds = (now: Date, seconds: number): string => after(now.toISOString(), seconds * 1000)

export const trialTerms = (now: Date): CallBody => ({
  title: '部署验收（演练）',
  approval: { reference: '部署验收1号', date: dateOf(now.toISOString()), by: '验收工作组' },
  trial: true,
  procedure: PROCEDURE,
  dates: { application: { lateFrom: inSeconds(now, APPLICATION_SECONDS) } },
  notice: { days: 1, convention: 'A' },
  returnDays: 1,
  replyDays: 1,
  quota: 6,
  signOffs: { 'creation-application': { legalOffice: 'online', unitHead: 'paper' } },
})

export type TrialDeps = {
  readonly stage: Stage
  readonly playing: Readonly<Record<Plot, Unit>>
  readonly now: () => Date
  readonly told: (what: string) => void
  /** Called while the named unit's case waits at the review, and once the notice stands: for whoever can look inside. */
  readonly atReview?: (unit: string) => Promise<void>
  readonly atNotice?: (notice: NoticePage) => Promise<void>
}

/** Plays the six stories in a batch that is called already. @throws Sentence when something that follows an act does not come */
export async function playTrial({ stage, playing, now, told, atReview, atNotice }: TrialDeps): Promise<void> {
  const today = dateOf(now().toISOString())
  const does = async (what: string, ...acts: Do[]) => {
    told(what)
    for (const act of acts) await act(stage)
  }
  const apply = ({ id, name }: Unit) =>
    does(`${name}填写、签署、提交`, fillIn(id, name, CONTACT), signAndSubmit(id, today, SIGNED))
  const { named, returned, refused, lapsed, withdrawn, vetoed } = playing

  await together([
    does(
      `${lapsed.name}只填了一部分`,
      fillIn(lapsed.id, lapsed.name, { ...CONTACT, lacking: ['reason', 'creationReport'] }),
    ),
    ...[named, refused, withdrawn, vetoed].map(apply),
    apply(returned).then(() =>
      does(
        `${returned.name}被退回，补正后重新提交`,
        review(returned.id, {
          outcome: 'returned',
          reason: '示范项目名称过宽，工作计划缺少时间安排。',
          reopens: ['project', 'workPlan'],
        }),
        mend(returned.id, returned.name),
        signAndSubmit(returned.id, today, { ...SIGNED, time: 2 }),
      ),
    ),
  ])
  await atReview?.(named.id)
  await together([
    does(`${refused.name}初审不予通过`, review(refused.id, { outcome: 'refused', reason: '部署验收：不予通过。' })),
    ...[named, withdrawn, vetoed].map(({ id, name }) => does(`${name}初审通过`, review(id, accepted))),
    does(`${returned.name}初审通过`, review(returned.id, accepted, 2)),
  ])

  const listed = [named, returned, withdrawn, vetoed].map(({ id }) => id)
  const lateFrom = inSeconds(now(), NOTICE_SECONDS)
  await does('拟制、签发公示', publishNotice(listed, today, { lateFrom }))
  const notice = await stage.as(OFFICE.officer)(noticeEndpoints.readNotice, { params: { batch: stage.batch, n: '1' } })
  await publicPage(stage, notice, named)
  told('公示页面已经公开')
  await atNotice?.(notice)
  await does(`${withdrawn.name}公示期间退出`, withdrawOnPaper(withdrawn.id, '部署验收：退出。'))
  await does(
    `${vetoed.name}公示期间一票否决`,
    raiseVeto(vetoed.id, { source: '部署验收：一票否决。' }),
    confirmVeto(vetoed.id),
  )
  told('等公示期满（截止两分钟以后）……')
  await sleep(Math.max(0, msBetween(now().toISOString(), lapsesFrom(lateFrom))))
  await does('核对各渠道，结束公示', closeWhenOver)
  await together([named, returned].map(({ id, name }) => arrives(stage, id, name, 'executiveMeeting')))
  await does('常务会议审议', meet('部署验收第1号', today, [named.id, returned.id], 'named'))
  await together([named, returned].map(({ id, name }) => arrives(stage, id, name, 'named')))
  told('等申请逾期（截止两分钟以后）……')
  await arrives(stage, lapsed.id, lapsed.name, 'notSubmitted')
}

/** Side by side; when one fails, the others have come to their end too before anybody is told. */
export async function together(all: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(all)
  await Promise.all(all)
}

/** Tries again and again, as a person would, while the county answers that it cannot be done yet. */
export const whenNoLonger =
  (code: string, act: Do): Do =>
  async (stage) => {
    const attempt = () =>
      act(stage).then(
        () => undefined,
        (error: unknown) => {
          if (error instanceof ApiError && error.code === code) return error
          throw error
        },
      )
    const refused = await eventually(stage, attempt, (error) => error === undefined)
    if (refused) throw refused
  }
/** The county's clock may be behind this one. */
export const closeWhenOver: Do = whenNoLonger('early', closeNotice())

export async function arrives(stage: Stage, unit: string, name: string, step: string): Promise<void> {
  const seen = await eventually(
    stage,
    () => readCase(stage, OFFICE.officer, unit),
    (page) => page.step === step,
  )
  if (seen.step !== step)
    throw new Sentence(
      `${name}等了${stage.patience ?? 0}秒仍在“${seen.stepTitle}”；请看docs/runbook.md，查状态机和follow-ledger的日志。`,
    )
}

/** The page as anybody sees it, without a login. */
async function publicPage(stage: Stage, { page }: NoticePage, { name }: Unit): Promise<void> {
  const address = new URL(page, stage.origin).href
  const look = async () => {
    const response = await fetch(address)
    return { status: response.status, text: await response.text() }
  }
  const { status, text } = await eventually(stage, look, (seen) => seen.text.includes(name))
  if (!text.includes(name))
    throw new Sentence(`公示页面${address}没有显示${name}（${status}）；请查publish-pages和serve-site的日志。`)
}
