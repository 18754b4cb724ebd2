/** Who of a unit writes what, with names; it is the unit's own affair, and nobody else sees it. */
import { datesOf } from '#batch/batch.ts'
import { dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import type { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import type { SpreadPage } from '#contracts/dossier/spread.ts'
import { sharesOf } from '#dossier/spread/alike-shares.ts'
import { type Spread, type SpreadEvent, spreadKind, spreadStream } from '#dossier/spread/spread.ts'
import type { UseCase } from '#edge/use-case.ts'
import { type Read, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { heldOn, personStream } from '#roster/person.ts'
import type { Known } from '#rows/known.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import { LISTS, type Row } from '#rows/row.ts'
import { type RowOf, rowsOf } from '#rows/rows.ts'
import { inNameOrder } from '#typed/names.ts'
import type { DossierCall, DossierDeps } from '../dossier-deps.ts'
import { isOfUnit, type Looked, lookAtDossier, whyNotWriting } from '../look-at-dossier.ts'

export type LookedAtSpread = {
  readonly looked: Looked
  readonly spread: Read<SpreadEvent, Spread>
  /** Whoever may write it, with their rows. */
  readonly writers: readonly RowOf<'person'>[]
}

export const readSpread =
  (deps: DossierDeps): UseCase<typeof dossierEndpoints.readSpread> =>
  async (call) =>
    showSpread(deps, call, await lookAtSpread(deps, call))

export async function lookAtSpread(deps: DossierDeps, call: DossierCall): Promise<LookedAtSpread> {
  const { batch, unit } = call.params
  if (!isOfUnit(call)) throw new Refused('forbidden', '自评分工是单位内部的安排，只有本单位人员能看。')
  const [looked, spread, people] = await Promise.all([
    lookAtDossier(deps, call),
    readStream(deps.ledger, spreadKind, spreadStream(batch, unit)),
    // Whoever only reads chooses nobody.
    permissionFor('spread-dossier', call.caller.holdings, { unit }) ? peopleOf(deps) : [],
  ])
  const today = dateOf(call.received)
  const about = { unit, procedure: looked.procedure }
  // Its own people: others write it only from its paper.
  const own = (row: RowOf<'person'>) => heldOn(row, today).filter((held) => held.unit === unit)
  const writers = people.filter((row) => permissionFor('write-dossier', own(row), about))
  return { looked, spread, writers }
}

/** Whoever has something waiting for approval stands on a list of their own. */
const peopleOf = async ({ rows }: DossierDeps) =>
  (await Promise.all([LISTS.people, LISTS.changing].map((list) => rowsOf(rows, 'person', list)))).flat()

/** The first instant at which the form that holds it is late. */
export function latestOf({ state, terms, entry }: Looked): string | undefined {
  if (state.step === entry.name && state.lateFrom) return state.lateFrom
  return state.visit > 0 ? state.dates[entry.name] : datesOf(terms)[entry.name]
}

export async function showSpread(
  deps: DossierDeps,
  call: DossierCall,
  { looked, spread: { state }, writers }: LookedAtSpread,
): Promise<SpreadPage> {
  const { params, caller, received } = call
  const isHandedIn = looked.pins !== undefined
  const whyNot = (command: 'spread-dossier' | 'write-dossier') =>
    isHandedIn ? '自评已经提交，不能再分工。' : whyNotWriting(call, looked, command)
  // Whoever has only what they were given is told why they do not give that back.
  const onlyOwn = looked.given?.reads === true
  const why = whyNot('spread-dossier')
  const whySaid = onlyOwn ? whyNot('write-dossier') : why
  const isSeen = (person: string) => !onlyOwn || person === caller.person
  const isWriter = new Set(writers.map(({ person }) => person))
  const shown = why === undefined ? writers : []
  const backs = [...state.backs].filter(([, { by }]) => isSeen(by))
  const shares = sharesOf(state).filter(({ share: { person } }) => isSeen(person))
  const holders = shares.map(({ share: { person } }) => person)
  const known: Known = new Map<string, Row>([
    ...looked.known,
    ...writers.map((row) => [personStream(row.person), row] as const),
  ])
  const nameOf = await namesOfPeople(
    deps,
    [...shown.map(({ person }) => person), ...holders, ...backs.map(([, { by }]) => by)],
    known,
  )
  const today = dateOf(received)
  return {
    seen: state.seen,
    may: why === undefined,
    ...(whySaid && { why: whySaid }),
    givesBack: whyNot('write-dossier') === undefined,
    me: caller.person,
    people: inNameOrder(
      shown.map((row) => ({
        person: row.person,
        name: nameOf(row.person),
        appointment: heldOn(row, today)
          .filter((held) => held.unit === params.unit)
          .map(({ appointment }) => APPOINTMENTS[appointment])
          .join('、'),
      })),
    ),
    shares: inNameOrder(
      shares.map(({ share: { person, organ, due }, items }) => ({
        ...{ person, name: nameOf(person), items: [...items] },
        // Whoever only reads has not looked who may write.
        ...(why === undefined && { writes: isWriter.has(person) }),
        ...(organ && { organ }),
        ...(due && { due: { day: due, lateFrom: firstLateInstant(due), said: saidDay(due) } }),
      })),
    ),
    backs: backs.map(([item, { by, at, reason }]) => ({ item, name: nameOf(by), at, reason })),
  }
}
