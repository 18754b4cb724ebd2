/** What a procedure gives to whom it must not: a title by time, against an objection or by a way out, or nothing for ever. */
import { lapseOf, type Procedure, stepOf, targetOf } from './procedure.ts'
import { outcomeTargets, reachable } from './ways.ts'

/** Who leaves by these is out; `reassessment` alone leads a case back into the procedure. */
const OUT = new Set(['withdrawal', 'veto', 'cancellation', 'objection'])

/** Where a case ends, and by what, a sentence for everything that is wrong. */
export function problemsOfEnds(procedure: Procedure): readonly string[] {
  const { steps, exits, endings } = procedure
  const confers = (place: string) => Object.hasOwn(endings, place) && endings[place]?.confers === true
  return [
    ...Object.entries(exits)
      .filter(([, { by }]) => OUT.has(by))
      .flatMap(([name, exit]) => [
        ...(exit.on === undefined
          ? []
          : [`exit ${name} by ${exit.by} leads on to ${exit.on}, and whoever leaves is out`]),
        ...(confers(targetOf(exit)) ? [`exit ${name} by ${exit.by} ends at ${targetOf(exit)}, which confers`] : []),
      ]),
    ...Object.entries(steps).flatMap(([name, step]) => {
      const upheld = step.kind === 'notice' ? step.upheld : undefined
      return [lapseOf(step), upheld].flatMap((outcome) => {
        const way = outcome === undefined ? undefined : step.outcomes[outcome]
        const place = way?.end
        // Work goes on when its time is over; who has not handed in, or was objected to with reason, is out.
        if (way && place === undefined && step.kind !== 'work')
          return [
            `${name}.${outcome} leads on to ${targetOf(way)}, though ${outcome === upheld ? 'an objection is upheld' : 'nothing was handed in'}`,
          ]
        if (place === undefined || !confers(place)) return []
        return [
          `${name}.${outcome} ends at ${place}, which confers, ${outcome === upheld ? 'though an objection is upheld' : 'by time alone'}`,
        ]
      })
    }),
    ...Object.keys(steps).flatMap((name) => problemsOfWayOut(procedure, name)),
    ...problemsOfReassessing(procedure),
  ]
}

/** Some end has to be decided: who can only be sent back until the date has passed was never judged. */
function problemsOfWayOut(procedure: Procedure, name: string): readonly string[] {
  const ends = (places: ReadonlySet<string>) => [...places].some((place) => Object.hasOwn(procedure.endings, place))
  if (!ends(reachable(procedure, name, outcomeTargets))) return [`from ${name} no ending can be reached`]
  // Work ends by time and goes on; an entry that lapses was not handed in.
  const decided = reachable(procedure, name, (of, place) => {
    const lapses = stepOf(of, place, 'entry')?.lapses
    return Object.entries(of.steps[place]?.outcomes ?? {}).flatMap(([outcome, way]) =>
      outcome === lapses ? [] : [targetOf(way)],
    )
  })
  return ends(decided) ? [] : [`from ${name} only time leads to an ending`]
}

/** What an objection has put in doubt is shown to the public again, however it was assessed. */
const problemsOfReassessing = (procedure: Procedure): readonly string[] =>
  Object.keys(procedure.steps).flatMap((name) => {
    const notice = stepOf(procedure, name, 'notice')
    if (!notice) return []
    const { reassess, later, outcomes } = notice
    const exit = later.reassess === undefined ? undefined : procedure.exits[later.reassess]
    const ways = [reassess === undefined ? undefined : outcomes[reassess], exit]
    return [...new Set(ways.flatMap((way) => (way ? [targetOf(way)] : [])))]
      .filter((place) => !reachable(procedure, place, outcomeTargets).has(name))
      .map((place) => `${name} reassesses at ${place}, from which no case comes back to ${name}`)
  })
