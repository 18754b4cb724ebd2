import type { z } from 'zod/mini'
import { batchStream } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import type { evidenceEndpoints } from '#contracts/evidence.ts'
import { isDay } from '#contracts/forms.ts'
import type { UseCase } from '#edge/use-case.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { fileOwner, isOfObjector, PURPOSES } from '#evidence/file-owner.ts'
import type { OpenedFile } from '#evidence/opened.ts'
import { Refused } from '#ledger/refused.ts'
import { ERASED, type Persons } from '#persons/persons.ts'
import { personStream } from '#roster/person.ts'
import { unitStream } from '#roster/unit.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { objectionStream } from '#steps/notice/objection.ts'

type Deps = { readonly rows: Rows; readonly persons: Pick<Persons, 'names'> }
type Opening = z.input<typeof evidenceEndpoints.listOpenings.response>['openings'][number]

/** Who opened what on a day, the last first; today's where no day is asked for. */
export const listOpenings =
  ({ rows, persons }: Deps): UseCase<typeof evidenceEndpoints.listOpenings> =>
  async ({ query, caller, received }) => {
    const today = dateOf(received)
    const day = query.day ?? today
    if (!isDay(day))
      throw new Refused('incomplete', '日期应为日期，如2018-06-15。', { day: '日期应为日期，如2018-06-15' })
    const found = await rowsOf(rows, 'opened', LISTS.opened, { prefix: `${day}/` })
    const all = found.flatMap(({ person, files }) => files.map((file) => ({ person, ...file })))
    const known = await rows.many([
      ...new Set([
        ...all.flatMap(({ objection }) => objection ?? []).map(objectionStream),
        ...found.map(({ person }) => personStream(person)),
        ...all.flatMap(({ owner, sha256 }) => (sha256 && !isOfObjector(owner) ? [evidenceStream(owner, sha256)] : [])),
        ...all.flatMap(({ owner }) => fileOwner(owner)?.unit ?? []).map(unitStream),
        ...all.flatMap((one) => (one.case ? [batchOf(one.case)] : [])),
      ]),
    ])
    const personal = (person: string) => knownAs(known, 'person', personStream(person))?.personal
    const ids = found.flatMap(({ person }) => personal(person) ?? [])
    const names = ids.length > 0 ? await persons.names([...new Set(ids)]) : new Map<string, string>()
    const own = new Set(caller.holdings.flatMap(({ unit }) => unit ?? []))
    // Nobody follows who handles an objection to a unit that they hold something in.
    const isOwn = ({ owner, objection }: OpenedFile) => {
      if (own.size === 0 || !isOfObjector(owner)) return false
      const about = objection && knownAs(known, 'objection', objectionStream(objection))?.about
      // A letter that no objection names yet may be about any unit.
      return !about || own.has(about)
    }
    const openings = all
      .filter((one) => !isOwn(one))
      .map(({ person, at, ...file }): Opening => {
        const id = personal(person)
        return { at, person: id === undefined ? person : (names.get(id) ?? ERASED), ...said(file, known) }
      })
    const left = found.reduce((sum, { more = 0 }) => sum + more, 0)
    return {
      today,
      day,
      openings: openings.toSorted((a, b) => b.at.localeCompare(a.at)),
      ...(left > 0 && { left }),
    }
  }

/** The stream of the batch of a case. */
const batchOf = (of: string): string => batchStream(of.split('/')[0] ?? of)

function said({ owner, sha256, objection, case: contact }: OpenedFile, known: Known): Omit<Opening, 'at' | 'person'> {
  const file = fileOwner(owner)
  const unit = file?.unit === undefined ? undefined : knownAs(known, 'unit', unitStream(file.unit))?.name
  const name =
    sha256 && !isOfObjector(owner) ? knownAs(known, 'evidence', evidenceStream(owner, sha256))?.name : undefined
  if (contact) {
    const title = knownAs(known, 'batch', batchOf(contact))?.title ?? contact
    return { what: '联系人', ...(unit && { unit }), name: `${title}的申报件` }
  }
  return {
    what: file ? PURPOSES[file.purpose] : owner,
    ...(unit && { unit }),
    ...(name && { name }),
    ...(objection && { objection }),
    // A digest tells whoever has the document that it was sent in.
    ...(sha256 && !isOfObjector(owner) && { sha256 }),
  }
}
