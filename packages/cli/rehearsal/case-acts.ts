/** What may happen to a case wherever it stands, and what is recorded while it works or is assessed. */

import { intakeEndpoints } from '#contracts/intake.ts'
import { clerkOf, type Do, headOf, OFFICE } from './acts.ts'
import { pdf } from './paper.ts'
import { give, onceSent, readCase, upload } from './stage.ts'

/** The clerk enters it, the head confirms. */
export const withdraw =
  (unit: string, reason: string): Do =>
  async (stage) => {
    await give(stage, clerkOf(unit), unit, 'enter-withdrawal', { reason }, `withdraw-${unit}`)
    await give(stage, headOf(unit), unit, 'confirm-withdrawal', {}, `confirm-withdraw-${unit}`)
  }
/** The clerk enters it with the stamped paper, on which the head has signed. */
export const withdrawOnPaper =
  (unit: string, reason: string): Do =>
  async (stage) => {
    const scan = await upload(stage, clerkOf(unit), unit, pdf('退出申请.pdf', `${stage.batch} ${unit}`))
    await give(stage, clerkOf(unit), unit, 'enter-withdrawal', { reason, scan }, `withdraw-${unit}`)
  }
/** Entered, and taken back before the head has confirmed it. */
export const thinkAgain =
  (unit: string, reason: string): Do =>
  async (stage) => {
    await give(stage, clerkOf(unit), unit, 'enter-withdrawal', { reason }, `withdraw-${unit}`)
    await give(stage, clerkOf(unit), unit, 'cancel-withdrawal', {}, `cancel-withdraw-${unit}`)
  }

/** @param item of the catalogue that the call names; the first one when left out */
export const raiseVeto =
  (unit: string, { item, source }: { readonly item?: string; readonly source: string }): Do =>
  (stage) =>
    give(
      stage,
      OFFICE.officer,
      unit,
      'raise-veto',
      ({ fields }) => ({
        item: item ?? fields.find(({ name }) => name === 'item')?.choices?.[0]?.value,
        source,
      }),
      `veto-${unit}`,
    )
export const confirmVeto =
  (unit: string): Do =>
  (stage) =>
    give(stage, OFFICE.head, unit, 'confirm-veto', {}, `confirm-veto-${unit}`)
export const dismissVeto =
  (unit: string, reason: string): Do =>
  (stage) =>
    give(stage, OFFICE.head, unit, 'dismiss-veto', { reason }, `dismiss-veto-${unit}`)

/** The office's head moves one unit's date, before it has passed or after. */
export const extend =
  (unit: string, step: string, values: { readonly lastDay: string; readonly reason: string }): Do =>
  async (stage) => {
    const { as, batch } = stage
    const command = `extend-${batch}-${step}-${unit}`
    const { body } = await onceSent(stage, command, async () => {
      const { visit } = await readCase(stage, OFFICE.head, unit)
      return { path: '', body: { visit } }
    })
    const sent = { ...values, visit: Number(body.visit) }
    await as(OFFICE.head)(intakeEndpoints.extendCase, { params: { batch, unit, step }, body: sent, command })
  }

/** `n` counts the reports. `period`: on which of several that are owed; else on the first. */
export const report =
  (unit: string, n: number, period?: string): Do =>
  async (stage) => {
    const files = [await upload(stage, clerkOf(unit), unit, pdf(`进展照片${n}.pdf`, `${stage.batch} ${unit}`))]
    const values = { text: `第${n}次报告：各项创建任务按计划推进。`, files }
    await give(
      stage,
      clerkOf(unit),
      unit,
      { name: 'report-progress', ...(period && { period }) },
      values,
      `report-${unit}-${n}`,
    )
  }
export const guide =
  (unit: string, text: string): Do =>
  (stage) =>
    give(stage, OFFICE.officer, unit, 'guide-unit', { text }, `guide-${unit}`)

export const settle =
  (unit: string, outcome: string, visit = 1): Do =>
  (stage) => {
    const reason = '经五种方式考核，集体研究。'
    return give(stage, OFFICE.leader, unit, 'settle-inquiry', { outcome, reason }, `settle-${unit}-${visit}`)
  }

/** @param states of its reports, in order. @throws Error when a unit's reports do not stand so */
export const reportsStand =
  (unit: string, states: readonly string[]): Do =>
  async (stage) => {
    const { work } = await readCase(stage, OFFICE.officer, unit)
    const found = (work?.reports ?? []).map(({ state }) => state)
    if (found.join() !== states.join()) throw new Error(`the reports of ${unit} should be ${states}, and are ${found}`)
  }

/** @throws Error when a case does not stand where the story has it */
export const standsAt =
  (unit: string, step: string): Do =>
  async (stage) => {
    const page = await readCase(stage, OFFICE.officer, unit)
    if (page.step !== step) throw new Error(`${unit} should stand at ${step}, and stands at ${page.step}`)
  }
