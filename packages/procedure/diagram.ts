import { APPOINTMENTS, type Procedure } from './procedure.ts'

/**
 * A procedure as Mermaid text: steps in a box, which the exits leave as a whole; list acts with double sides;
 * what time alone decides is dotted.
 */
export function toMermaid({ start, steps, exits, endings }: Procedure): string {
  const arrow = (from: string, { title, leadsTo, byTime }: { title: string; leadsTo: string; byTime?: true }) =>
    `  ${from} ${byTime ? '-.->' : '-->'}|${title}| ${leadsTo}`
  return [
    'flowchart TD',
    `  begin((" ")) --> ${start}`,
    '  subgraph anyStep["任一环节"]',
    ...Object.entries(steps).map(([name, { title, actor, decided }]) => {
      const text = `"${title}<br/>${APPOINTMENTS[actor]}"`
      return `    ${name}${decided === 'list' ? `[[${text}]]` : `[${text}]`}`
    }),
    '  end',
    ...Object.entries(endings).map(([name, { title }]) => `  ${name}(["${title}"])`),
    ...Object.entries(steps).flatMap(([name, { outcomes }]) => Object.values(outcomes).map((way) => arrow(name, way))),
    ...Object.values(exits).map((way) => arrow('anyStep', way)),
    '',
  ].join('\n')
}
