/** A meeting's draft as this browser keeps it: each text by itself, so that one which is not written down takes no other along. */
import { z } from 'zod/mini'
import type { ResolutionPage } from '#contracts/meeting.ts'
import type { Values } from '../forms/kept-values.ts'
import { casesBefore, type Draft, draft, type Own, own, paperOf, sharedLabel } from './resolution-draft.ts'

/** The texts of a unit's line stand under the names by which the page says what is wrong with them. */
export const asKept = ({ own: lines, reasons = {}, ...rest }: Draft): Values => ({
  ...rest,
  ...Object.fromEntries(Object.entries(reasons).map(([outcome, text]) => [`shared ${outcome}`, text])),
  ...Object.fromEntries(
    Object.entries(lines).flatMap(([unit, { reason, others, rank, ...chosen }]) => [
      [`own ${unit}`, chosen],
      [`reason ${unit}`, reason],
      [`recused ${unit}`, others],
      [`rank ${unit}`, rank],
    ]),
  ),
})

/** With what the fields say that were kept; one that is gone is empty, and nothing is in its place. */
const asFound = z.object({
  ...draft.shape,
  meeting: z.catch(draft.shape.meeting, ''),
  number: z.catch(draft.shape.number, ''),
  members: z.catch(draft.shape.members, ''),
  absent: z.catch(draft.shape.absent, []),
  how: z.catch(draft.shape.how, 'discussion'),
  left: z.catch(draft.shape.left, []),
  own: z.catch(draft.shape.own, {}),
})
const LINE = /^(own|reason|recused|rank) (.+)$/
/** Under which name of a line it is kept. */
const PARTS: Readonly<Record<string, keyof Own>> = { reason: 'reason', recused: 'others', rank: 'rank' }
const SHARED = /^shared (.+)$/

/** Undefined where nothing was kept. */
export function fromKept(kept: Values | undefined): Draft | undefined {
  const found = asFound.safeParse(kept).data
  if (!found || !kept) return undefined
  const lines: Record<string, Own> = { ...found.own }
  for (const [name, value] of Object.entries(kept)) {
    const [, part, unit = ''] = LINE.exec(name) ?? []
    if (!part) continue
    const line = part === 'own' ? value : { [PARTS[part] ?? part]: value }
    lines[unit] = { ...lines[unit], ...own.safeParse(line).data }
  }
  const reasons = Object.entries(kept).flatMap(([name, value]) => {
    const [, outcome] = SHARED.exec(name) ?? []
    return outcome && typeof value === 'string' ? [[outcome, value] as const] : []
  })
  return { ...found, own: lines, ...(reasons.length > 0 && { reasons: Object.fromEntries(reasons) }) }
}

/** What the fields are called, by the names under which they are kept. */
export function keptLabels(page: ResolutionPage): Readonly<Record<string, string>> {
  const lines = casesBefore(page).flatMap(({ unit, name }) => [
    [`own ${unit}`, `${name}的回避人员`],
    [`reason ${unit}`, `${name}的例外理由`],
    [`recused ${unit}`, `${name}的其他回避人员`],
    [`rank ${unit}`, `${name}的名次`],
  ])
  return {
    meeting: '会议名称',
    number: `${paperOf(page)}编号`,
    members: '出席人员',
    absent: '缺席人员',
    majorityDiffered: '与多数人意见不一致的理由',
    ...Object.fromEntries(page.outcomes.map(({ value, label }) => [`shared ${value}`, sharedLabel(label)])),
    ...Object.fromEntries(lines),
  }
}
