/**
 * Sends what a unit was reminded of to the county's own address, one message for each thing and each clerk or head. What
 * was taken is recorded, so that whoever calls again sends the rest alone.
 */
import { batchStream } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import { after } from '#calendar/instant.ts'
import { type Log, toConsole } from '#edge/log.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { Blocked, type Persons } from '#persons/persons.ts'
import { isReminded } from '#procedure/appointments.ts'
import { type DueReminders, type Reminded, recordSent, remindedKind } from '#reminders/due-reminders.ts'
import { idOutside, messageId, messageOf, signed } from '#reminders/message.ts'
import { heldOn } from '#roster/person.ts'
import { unitStream } from '#roster/unit.ts'
import { knownAs } from '#rows/known.ts'
import { LISTS } from '#rows/row.ts'
import { type RowOf, type Rows, rowsOf } from '#rows/rows.ts'
import { ACTORS } from '#typed/reserved-ids.ts'

/** The status that was answered. @throws whatever keeps an answer from coming */
export type Post = (body: string, headers: Readonly<Record<string, string>>) => Promise<number>
type Deps = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly persons: Pick<Persons, 'read'>
  readonly secret: () => Promise<string>
  readonly post: Post
  /** Where the console lives. */
  readonly origin: string
  readonly now: () => Date
}
const DAY_MS = 86_400_000
/** What is older is news no more; the page says it still. */
const NEWS_MS = 2 * DAY_MS

/** One thing that one person was not told of yet; `personal`: where their number is kept. */
type Untold = { readonly n: number; readonly id: string; readonly line: Reminded; readonly personal: string }

export const sendReminders =
  (deps: Deps, log: Log = toConsole) =>
  async (stream: string): Promise<void> => {
    const { ledger, now } = deps
    const { state } = await readStream(ledger, remindedKind, stream)
    const since = after(now().toISOString(), -NEWS_MS)
    if (!state.all.some(({ at }) => at > since)) return
    const to = await whomToTell(deps, stream)
    const untold = to ? untoldOf(stream, state, to.people, since) : []
    if (!to || untold.length === 0) return
    const phones = await phonesOf(deps.persons, [...new Set(untold.map(({ personal }) => personal))])
    const unsent = untold.flatMap(({ n, id, line, personal }) => {
      const phone = phones.get(personal)
      return phone ? [{ n, id, line, about: { unit: to.name, link: to.link, phone } }] : []
    })
    const secret = unsent.length > 0 ? await deps.secret() : ''
    const outcomes = await Promise.all(unsent.map((one) => send(deps, one, secret)))
    const taken = outcomes.filter((one) => one.taken)
    for (const [n, some] of Map.groupBy(taken, (one) => one.n)) {
      const ids = some.map(({ id }) => id)
      await execute(ledger, remindedKind, {
        ...{ stream, by: ACTORS.reminder, command: `sent ${n} ${ids[0]}` },
        decide: recordSent(n, ids, { received: now().toISOString() }),
      })
    }
    const numberless = untold.length - unsent.length
    log({ event: 'send-reminders', stream, sent: taken.length, of: unsent.length, numberless })
    const failed = outcomes.find((one) => !one.taken)
    if (failed) throw new NotTaken(unsent.length - taken.length, failed.why)
  }

/** Says how many and why, and nothing of whom. */
class NotTaken extends Error {
  override name = 'NotTaken'
  constructor(messages: number, why: string) {
    super(`${messages}条提醒没有被接收：${why}；稍后自动再送，接收地址见县文件的webhook。`)
  }
}

/** The unit's clerks and heads of today; undefined in a trial, which troubles nobody. */
async function whomToTell({ rows, origin, now }: Deps, stream: string) {
  const [, batch = '', unit = ''] = stream.split('/')
  const [known, ...lists] = await Promise.all([
    rows.many([batchStream(batch), unitStream(unit)]),
    // Whoever something waits for approval of stands on the other list.
    ...[LISTS.people, LISTS.changing].map((list) => rowsOf(rows, 'person', list)),
  ])
  if (knownAs(known, 'batch', batchStream(batch))?.trial !== false) return undefined
  const today = dateOf(now().toISOString())
  const people = lists
    .flat()
    .filter((row) => heldOn(row, today).some((held) => held.unit === unit && isReminded(held.appointment)))
  const name = knownAs(known, 'unit', unitStream(unit))?.name ?? unit
  return { name, link: `${origin}/console/cases/${batch}/${unit}`, people }
}

const untoldOf = (
  stream: string,
  { all }: DueReminders,
  people: readonly Pick<RowOf<'person'>, 'person' | 'personal'>[],
  since: string,
): Untold[] =>
  all.flatMap(({ at, lines, sent }, i) =>
    at <= since
      ? []
      : lines.flatMap((line, j) =>
          people.flatMap(({ person, personal }) => {
            const id = messageId(stream, i + 1, j + 1, person)
            return personal && !sent.includes(id) ? [{ n: i + 1, id, line, personal }] : []
          }),
        ),
  )

/** Of those whose number is kept and may be used. */
async function phonesOf(persons: Deps['persons'], ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const read = async (id: string): Promise<[string, string][]> => {
    try {
      const phone = (await persons.read(id, { purpose: '发送到期提醒', by: ACTORS.reminder }))?.phone
      return phone ? [[id, phone]] : []
    } catch (error) {
      if (error instanceof Blocked) return []
      throw error
    }
  }
  return new Map((await Promise.all(ids.map(read))).flat())
}

/** `why`: of one that was not taken. */
type About = Parameters<typeof messageOf>[1]
type Outcome = { readonly n: number; readonly id: string; readonly taken: boolean; readonly why: string }

async function send(
  { post, now }: Deps,
  { n, id, line, about }: Pick<Untold, 'n' | 'id' | 'line'> & { readonly about: Omit<About, 'id'> },
  secret: string,
): Promise<Outcome> {
  const of = { n, id }
  const message = messageOf(line, { ...about, id: idOutside(secret, id) })
  const { body, headers } = signed(message, secret, now())
  try {
    const status = await post(body, headers)
    return { ...of, taken: status >= 200 && status < 300, why: `答复${status}` }
  } catch (error) {
    return { ...of, taken: false, why: error instanceof Error ? error.name : '没有答复' }
  }
}
