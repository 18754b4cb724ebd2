/** The ways through a procedure: `review returned application`, from a step by an outcome to a place; an exit from any step is `* withdrawn withdrawn`. */
import type { CaseEvent } from '#case/case-events.ts'
import { outcomeTitle, type Procedure, targetOf, titleOf } from '#procedure/procedure.ts'

const ANYWHERE = '*'
const arc = (from: string, outcome: string, to: string): string => `${from} ${outcome} ${to}`

/** All that there are, in the procedure's own order. */
export const arcsOf = ({ steps, exits }: Procedure): readonly string[] => [
  ...Object.entries(steps).flatMap(([step, { outcomes }]) =>
    Object.entries(outcomes).map(([name, one]) => arc(step, name, targetOf(one))),
  ),
  ...Object.entries(exits).map(([name, one]) => arc(ANYWHERE, name, targetOf(one))),
]

/** Those that a case has gone; a decision that was corrected is gone as it was made, and as it is now. */
export const arcsGone = (procedure: Procedure, events: readonly CaseEvent[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.type !== 'decided' && event.type !== 'corrected') return []
    const { step, outcome, to } = event
    const isOwn = Object.hasOwn(procedure.steps[step]?.outcomes ?? {}, outcome)
    return [arc(isOwn ? step : ANYWHERE, outcome, to)]
  })

/** 初审：退回补正（review returned application） */
export function saidArc(procedure: Procedure, one: string): string {
  const [from = '', outcome = ''] = one.split(' ')
  const exit = procedure.exits[outcome]
  const said =
    from === ANYWHERE
      ? `各环节：${exit?.title ?? outcome}`
      : `${titleOf(procedure, from)}：${outcomeTitle(procedure, from, outcome)}`
  return `${said}（${one}）`
}
