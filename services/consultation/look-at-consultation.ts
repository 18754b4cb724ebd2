/** Everything that the page of a batch's letters needs, read once and handed on. */
import { batchStream, type StandingCall } from '#batch/batch.ts'
import {
  type Consultation,
  type ConsultationEvent,
  consultationKind,
  consultationStream,
} from '#consultation/consultation.ts'
import type { Caller } from '#edge/use-case.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { type Read, readStream } from '#ledger/ledger.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { personStream } from '#roster/person.ts'
import type { Known } from '#rows/known.ts'
import { readTerms } from '#rows/known-call.ts'
import type { CaseRow } from '#rows/row.ts'
import { openCases, unitNames } from '#rows/rows.ts'
import type { ConsultationDeps } from './consultation-deps.ts'

export const REPLIES = officeFor('consultation')

export type ConsultationCall = {
  readonly params: { readonly batch: string }
  readonly caller: Caller
  readonly received: string
}
export type LookedAtConsultation = {
  readonly terms: StandingCall
  readonly consultation: Read<ConsultationEvent, Consultation>
  readonly known: Known
  readonly names: ReadonlyMap<string, string>
  /** The caller enters what was sent and replied, as far as the batch goes on. */
  readonly may: boolean
  /** Whom they may ask about; nobody of others. */
  readonly cases: readonly CaseRow[]
}

/** @param scans those that the request itself names */
export async function lookAtConsultation(
  { ledger, rows }: Pick<ConsultationDeps, 'ledger' | 'rows'>,
  { params: { batch }, caller }: ConsultationCall,
  scans: readonly string[] = [],
): Promise<LookedAtConsultation> {
  const enters = permissionFor('send-consultation', caller.holdings) !== undefined
  const [consultation, names, cases] = await Promise.all([
    readStream(ledger, consultationKind, consultationStream(batch)),
    unitNames(rows),
    enters ? openCases(rows, batch) : [],
  ])
  const events = consultation.commits.flatMap((commit) => commit.events)
  const known = await rows.many([
    batchStream(batch),
    ...[...new Set([caller.person, ...events.map(({ by }) => by)])].map(personStream),
    ...[...scans, ...events.flatMap((event) => ('scan' in event ? [event.scan] : []))].map((used) =>
      evidenceStream(REPLIES, used),
    ),
  ])
  const terms = await readTerms(ledger, batch, known)
  return { terms, consultation, known, names, may: enters && !terms.cancelled, cases }
}
