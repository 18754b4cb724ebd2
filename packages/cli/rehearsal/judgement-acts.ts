/** What the office decides on one case: at once, or drafted by one and signed by another. */
import type { OfferedCommand } from '#contracts/case-page.ts'
import { type Do, OFFICE } from './acts.ts'
import { give } from './stage.ts'

export type Judging = {
  readonly outcome: string
  readonly reason: string
  readonly reopens?: readonly string[]
  readonly indicators?: readonly string[]
  readonly lastDay?: string
}

export const accepted: Judging = { outcome: 'accepted', reason: '符合基本条件，材料齐全。' }

/** What the refusal cites is item 9 of the first part of the county's standard; a test looks it up. */
export const refused: Judging = {
  outcome: 'refused',
  reason: '上两个年度的县年度考核不是连续优秀，未达到泗县标准第一部分第9项的要求。',
}

/** A judging with every point of the list ticked; whoever is refused has not met all, and the list stays open. */
const ticking = (judging: Judging) => (offered: OfferedCommand) => {
  const choicesOf = (name: string) => offered.fields.find((field) => field.name === name)?.choices
  const ends = choicesOf('outcome')?.find(({ value }) => value === judging.outcome)?.effect === 'end'
  const choices = ends ? undefined : choicesOf('checklist')
  return { ...judging, ...(choices && { checklist: Object.fromEntries(choices.map(({ value }) => [value, true])) }) }
}

/** Where one person decides. `time`: which review of the unit this is. */
export const review =
  (unit: string, judging: Judging, time = 1, login: string = OFFICE.officer): Do =>
  (stage) =>
    give(stage, login, unit, 'decide-step', ticking(judging), `review-${unit}-${time}`)

/** `what` names the drafting: a step and which time. */
export const draft =
  (unit: string, judging: Judging, what: string, login: string = OFFICE.officer): Do =>
  (stage) =>
    give(stage, login, unit, 'draft-decision', ticking(judging), `draft-${what}-${unit}`)
/** The head signs what stands drafted. */
export const signDraft =
  (unit: string, what: string): Do =>
  (stage) =>
    give(stage, OFFICE.head, unit, 'decide-step', {}, `sign-${what}-${unit}`)
export const returnDraft =
  (unit: string, reason: string, what: string): Do =>
  (stage) =>
    give(stage, OFFICE.head, unit, 'return-draft', { reason }, `return-${what}-${unit}`)

/** Whoever records the meetings proposes what one line of them should have been. */
export const draftLine =
  (unit: string, line: { outcome: string; reason: string; inMinutes: string }, login: string): Do =>
  (stage) =>
    give(stage, login, unit, 'draft-correction', line, `correct-line-${unit}`)
/** Another officer proposes what is to replace the first one's decision. */
export const draftCorrection =
  (unit: string, judging: Judging, time = 1): Do =>
  (stage) =>
    give(stage, OFFICE.second, unit, 'draft-correction', judging, `correct-${unit}-${time}`)
export const returnCorrection =
  (unit: string, reason: string): Do =>
  (stage) =>
    give(stage, OFFICE.head, unit, 'return-correction', { reason }, `return-correction-${unit}`)
export const signCorrection =
  (unit: string): Do =>
  (stage) =>
    give(stage, OFFICE.head, unit, 'sign-correction', {}, `sign-correction-${unit}`)
