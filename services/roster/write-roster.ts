import type { Counts, RosterBody, RosterChange } from '#contracts/roster.ts'
import { execute } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { heldAs, isSameAppointment } from '#roster/person.ts'
import { generationOf, registerUnit, unitKind, unitStream } from '#roster/unit.ts'
import { checkLines, type RefusedAt, type Writing } from './check-lines.ts'
import { announceLines, isOfKeeper } from './keeping.ts'
import { type Deps, holderOf, type Known, lacksName, readIn, readKnown } from './read-known.ts'
import { someAtOnce } from './some-at-once.ts'
import { linesByPerson, writePerson } from './write-person.ts'

export type Written = Counts & {
  readonly refused: readonly RefusedAt[]
  /** How many logins and appointments wait for approval. */
  readonly waiting: number
}

/**
 * Writes the lines: units before those under them, then each person's lines as one commit. All are looked at first, and
 * where one is refused none is written; a login leaves whom it is with only where its line names them.
 * @throws Refused when others have changed the roster since it was looked at
 */
export async function writeRoster(deps: Deps, body: RosterBody, asked: Writing): Promise<Written> {
  const known = await readKnown(deps, body, asked)
  const { refused: wrong, changes } = checkLines(body, known, asked)
  const refused = [...wrong, ...changes.flatMap(unconfirmed)]
  const counts = { units: none(), people: none(), appointments: none() }
  let waiting = 0
  if (refused.length > 0) return { refused, waiting, ...counts }

  await announceFounding(deps, body, known, asked)
  for (const generation of byGeneration(body.units))
    for (const changed of await someAtOnce(generation, (line) => writeUnit(deps, line, known, asked)))
      count(counts.units, changed)
  for (const { line, appointments, waiting: more } of await someAtOnce(linesByPerson(body), (lines) =>
    writePerson(deps, lines, known, asked),
  )) {
    if (line !== undefined) count(counts.people, line)
    for (const changed of appointments) count(counts.appointments, changed)
    waiting += more
  }
  return { refused, waiting, ...counts }
}

/** What is written only where the line itself says that it was seen. */
function unconfirmed({ what, list, at, sentence }: RosterChange): RefusedAt[] {
  if (what === 'moved')
    return [{ list, at, why: new Refused('conflict', `${sentence}；确要这样改，请核对后确认。`, { login: sentence }) }]
  if (what !== 'alike') return []
  const apartFrom = '名册里有名称相近的单位；确是另一个单位的，请在这里选出那个单位'
  return [{ list, at, why: new Refused('conflict', `${sentence}。`, { apartFrom }) }]
}

/** What has its effect at once comes before whatever ends the founding, or not at all. @throws KeepersChanged */
async function announceFounding(
  { ledger }: Deps,
  { people, appointments }: RosterBody,
  known: Known,
  { by, received, command, founding }: Writing,
): Promise<void> {
  const stateOf = (person: string) => readIn(known.people, person).state
  const isNew = ({ person, login }: RosterBody['people'][number]) => {
    if (login === undefined) return false
    const { stream } = readIn(known.logins, login)
    const state = stateOf(person)
    // Theirs by their own stream alone, it may have gone to somebody since, or have lost its name.
    return state.login !== stream || holderOf(known, login) !== person || lacksName(state, stream, known)
  }
  const given = appointments.flatMap(({ person, ...asking }) => {
    const held = heldAs(asking, stateOf(person))
    const before = stateOf(person).appointments.find((one) => isSameAppointment(one, held))
    return before && before.to === held.to ? [] : [{ person, held }]
  })
  if (!founding || (given.length === 0 && !people.some(isNew))) return
  const lines = given.filter(({ held }) => isOfKeeper(held))
  await announceLines(ledger, founding, lines, { by, received, command, founding: true })
}

async function writeUnit(
  { ledger }: Deps,
  { unit, apartFrom: _seen, ...facts }: RosterBody['units'][number],
  { units }: Known,
  { by, received, command }: Writing,
): Promise<boolean> {
  const { events } = await execute(ledger, unitKind, {
    ...{ stream: unitStream(unit), command, by, first: readIn(units, unit) },
    decide: registerUnit(unit, facts, { by, received }),
  })
  return events.length > 0
}

const none = () => ({ changed: 0, same: 0 })
const count = (counts: { changed: number; same: number }, changed: boolean): void => {
  counts[changed ? 'changed' : 'same']++
}

/** Who stands under nobody of these lines goes first. */
function byGeneration(units: RosterBody['units']): RosterBody['units'][] {
  const parents = new Map(units.map(({ unit, parent }) => [unit, parent]))
  const generations = Map.groupBy(units, ({ unit }) => generationOf(unit, parents))
  return [...generations].toSorted(([a], [b]) => a - b).map(([, generation]) => generation)
}
