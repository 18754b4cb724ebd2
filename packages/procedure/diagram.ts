import { APPOINTMENTS } from './appointments.ts'
import { actorsOf, isListStep, type Outcome } from './kinds.ts'
import { lapseOf, type Procedure, targetOf } from './procedure.ts'

/**
 * A procedure as Mermaid text: steps in a box, which the exits leave as a whole; list acts with double sides;
 * what time alone decides is dotted.
 */
export function toMermaid({ start, steps, exits, endings }: Procedure): string {
  const arrow = (from: string, outcome: Outcome, byTime = false) =>
    `  ${from} ${byTime ? '-.->' : '-->'}|${outcome.title}| ${targetOf(outcome)}`
  return [
    'flowchart TD',
    `  begin((" ")) --> ${start}`,
    '  subgraph anyStep["任一环节"]',
    ...Object.entries(steps).map(([name, step]) => {
      const actors = [...new Set(actorsOf(step))].map((actor) => APPOINTMENTS[actor]).join('、')
      const text = `"${step.title}<br/>${actors}"`
      return `    ${name}${isListStep(step) ? `[[${text}]]` : `[${text}]`}`
    }),
    '  end',
    ...Object.entries(endings).map(([name, { title }]) => `  ${name}(["${title}"])`),
    ...Object.entries(steps).flatMap(([name, step]) =>
      Object.entries(step.outcomes).map(([outcome, way]) => arrow(name, way, lapseOf(step) === outcome)),
    ),
    ...Object.values(exits).map((way) => arrow('anyStep', way)),
    '',
  ].join('\n')
}
