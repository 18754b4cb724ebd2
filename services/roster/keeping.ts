/** Who keeps the roster, as the ledger has it: rows lag, and two may ask at the same instant. */
import { execute, type Ledger, type Read, readStream } from '#ledger/ledger.ts'
import { KEEPERS } from '#procedure/appointments.ts'
import {
  announce,
  countedOn,
  KEEPERS_STREAM,
  type KeeperLine,
  type Keepers,
  KeepersChanged,
  type KeepersEvent,
  keepersKind,
  type mayBe,
  namedIn,
} from '#roster/keepers.ts'
import { type Held, heldOn, type Person, personKind, personStream } from '#roster/person.ts'
import { keeperRows, type Rows } from '#rows/rows.ts'
import { someAtOnce } from './some-at-once.ts'

type OnLedger = { readonly ledger: Ledger; readonly rows: Rows }
export type Keeping = Read<KeepersEvent, Keepers>

export const isOfKeeper = ({ appointment }: Pick<Held, 'appointment'>): boolean => KEEPERS.includes(appointment)

export const readKeeping = (ledger: Ledger): Promise<Keeping> => readStream(ledger, keepersKind, KEEPERS_STREAM)

/**
 * Everybody who ever kept the roster; what is under way as `as` takes it.
 * @param given those whose streams were read already
 */
export async function keepersAt(
  { ledger, rows }: OnLedger,
  { state: keepers }: Keeping,
  received: string,
  {
    given,
    as = countedOn,
  }: { readonly given?: ReadonlyMap<string, { readonly state: Person }>; readonly as?: typeof mayBe } = {},
): Promise<ReadonlyMap<string, Person>> {
  // Of older versions the rows alone know.
  const ids = new Set([...(await keeperRows(rows)).map(({ person }) => person), ...namedIn(keepers)])
  const read = async (id: string) => {
    const { state } = given?.get(id) ?? (await readStream(ledger, personKind, personStream(id)))
    return [id, as(state, keepers, id, received)] as const
  }
  return new Map(await someAtOnce([...ids], read))
}

/** The parts that nobody has on a day. */
export function vacantIn(people: readonly Pick<Person, 'appointments'>[], day: string): typeof KEEPERS {
  const held = new Set(people.flatMap((person) => heldOn(person, day).map(({ appointment }) => appointment)))
  return KEEPERS.filter((one) => !held.has(one))
}

type Announcing = { readonly by: string; readonly received: string; readonly command: string; readonly founding?: true }

/** Says what is written next, while all stands as it was looked at. @throws KeepersChanged */
export async function announceLines(
  ledger: Ledger,
  looked: Keeping,
  lines: readonly KeeperLine[],
  { command, ...said }: Announcing,
): Promise<void> {
  await execute(ledger, keepersKind, {
    ...{ stream: KEEPERS_STREAM, by: said.by, first: looked },
    // The same click asked again has looked again, and says so again.
    command: `keepers ${looked.commits.length} for ${command}`,
    decide: announce({ ...said, lines: [...lines] }, looked.state),
  })
}

const ATTEMPTS = 5

/** Looks and decides again where others were first. @throws KeepersChanged where they were each time */
export async function againWhereChanged<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++)
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof KeepersChanged) || attempt === ATTEMPTS) throw error
    }
}
