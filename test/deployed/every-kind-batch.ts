/** The trial batch of the variant that has every kind of step, and who goes through it. */
import { dateOf } from '#calendar/deadline.ts'
import type { CallBody } from '#contracts/call.ts'
import { inSeconds } from '../../packages/cli/accept/trial.ts'
import type { Story } from '../../packages/cli/rehearsal/year.ts'
import { BY_POINTS } from '../given/scoring.ts'

export const EVERY_KIND = 'creation-2018@1'
/** Not one that an acceptance takes. */
export const BATCH = '2026-2'

export const whole: Story = {
  unit: 'whole',
  name: '全程单位一',
  story: '申报退回补正，走完全程，命名',
  ends: 'named',
}
export const again: Story = {
  unit: 'again',
  name: '全程单位二',
  story: '公示期间异议，重新考核不推荐',
  ends: 'notRecommended',
}

/** Ten times what two applications take; the wait for the end of the work is as long. */
const APPLICATION_SECONDS = 45
/** The first instant that the end of the work may have: two minutes later time decides. */
const WORK_SECONDS = APPLICATION_SECONDS + 1
/** Never reached. */
const DECLARATION_SECONDS = 1800

export const everyKindTerms = (now: Date): CallBody => ({
  title: '全程程序部署验收（演练）',
  approval: { reference: '部署验收1号', date: dateOf(now.toISOString()), by: '验收工作组' },
  trial: true,
  procedure: EVERY_KIND,
  dates: {
    application: { lateFrom: inSeconds(now, APPLICATION_SECONDS) },
    implementation: { lateFrom: inSeconds(now, WORK_SECONDS) },
    declaration: { lateFrom: inSeconds(now, DECLARATION_SECONDS) },
  },
  notice: { days: 1, convention: 'A' },
  returnDays: 1,
  replyDays: 1,
  quota: 2,
  signOffs: {
    'creation-application': { legalOffice: 'online', unitHead: 'paper' },
    'creation-declaration': { unitHead: 'online' },
  },
  scoring: BY_POINTS,
})
