/** The rows of whatever a notice's page names, looked up at once: names, and what never changes once it is there. */
import { batchStream } from '#batch/batch.ts'
import { caseStream } from '#case/case.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { ownersFor } from '#evidence/file-owner.ts'
import { personStream } from '#roster/person.ts'
import { unitStream } from '#roster/unit.ts'
import type { Known } from '#rows/known.ts'
import type { Rows } from '#rows/rows.ts'
import { objectionStream } from '#steps/notice/objection.ts'
import type { OfOffice } from '../kept-evidence.ts'
import type { FoundNotice } from './read-notices.ts'

/** What a request names itself. */
type Brought = {
  readonly units?: readonly string[]
  readonly people?: readonly string[]
  /** Units of whose cases it matters whether they have ended, beside those of the notice. */
  readonly cases?: readonly string[]
  /** Digests of files that the office keeps. */
  readonly files?: readonly (string | undefined)[]
  /** What they are kept for; proofs where it is not said. */
  readonly purpose?: OfOffice
}

export function lookAround(
  rows: Pick<Rows, 'many'>,
  batch: string,
  found: FoundNotice | undefined,
  { units = [], people = [], cases = [], files = [], purpose = 'proof' }: Brought = {},
): Promise<Known> {
  return rows.many([
    batchStream(batch),
    ...[...(found?.shown.cases ?? []), ...units].map(unitStream),
    ...[...(found ? peopleIn(found) : []), ...people].map(personStream),
    ...[...(found ? filesOf(found) : []), ...files].flatMap((sha256) =>
      sha256 ? ownersFor(purpose).map((owner) => evidenceStream(owner, sha256)) : [],
    ),
    // Each case says what is pending, and whether it has ended.
    ...[...(found?.shown.cases ?? []), ...cases].map((unit) => caseStream(batch, unit)),
    ...Object.keys(found?.notice.objections ?? {}).map(objectionStream),
  ])
}

const filesOf = ({ shown: { publication }, notice: { proofs } }: FoundNotice) => [
  publication.proof,
  ...Object.values(proofs),
]

/** Whoever the office's page names. */
const peopleIn = ({ notice: { prepared, returned, closed } }: FoundNotice): string[] =>
  [prepared?.by, returned?.by, closed?.by].flatMap((by) => by ?? [])
