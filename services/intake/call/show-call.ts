/** A call as people read it, open or in the office's hands. */
import { type Batch, batchStream, type CallTerms } from '#batch/batch.ts'
import { callFilePath, filesOfCall, STOPPED } from '#batch/files-of-call.ts'
import { saidCall } from '#batch/said-call.ts'
import { saidGate } from '#batch/scoring/said-scoring.ts'
import { said } from '#calendar/said.ts'
import type { ChosenVersion } from '#catalogue/edition/choose-version.ts'
import type { CallBody, CallPage } from '#contracts/call.ts'
import type { FileReference } from '#contracts/case-page.ts'
import { seenAs } from '#ledger/seen.ts'
import { keyOf } from '#procedure/procedures.ts'

type Showing = {
  readonly batch: string
  readonly state: Batch
  /** Whether it is shown to the office. */
  readonly inHand: boolean
  readonly who: (person: string) => string
  readonly commands: CallPage['commands']
  readonly uninvited: CallPage['uninvited']
  /** The scan of the approval. */
  readonly scan?: FileReference
  readonly files: readonly FileReference[]
  /** Digests of files that were found bad since. */
  readonly bad: ReadonlySet<string>
}

export function showCall({ batch, state, inHand, who, commands, uninvited, scan, files, bad }: Showing): CallPage {
  const { call, opened, openedAt, amendments, cancelled } = state
  const terms = state.terms ?? call?.prepared.terms
  if (!terms) throw new Error(`batch ${batch} has no call to show`)
  const { forAll, forUnits } = saidCall(terms, amendments)
  const isBad = new Set(filesOfCall(terms).flatMap(({ n, sha256 }) => (bad.has(sha256) ? [n] : [])))
  const wayTo = (n: number) => (isBad.has(n) ? { stopped: STOPPED } : { path: callFilePath(batch, n) })
  const shown = [...forAll, ...forUnits].map((part) => ({
    ...part,
    ...(part.files && {
      files: part.files.map(({ n, name }) => ({ name, ...(opened && wayTo(n)) })),
    }),
  }))
  return {
    ...{ batch, title: terms.title, trial: terms.trial, commands, uninvited, shown },
    ...(terms.document && { document: terms.document }),
    ...(opened && openedAt && { opened: { said: said(openedAt), digest: opened.digest } }),
    ...(cancelled && { cancelled: said(cancelled.at) }),
    ...(inHand && { inHand: inHandOf(batch, state, who, scan, files) }),
  }
}

function inHandOf(
  batch: string,
  { call, opened }: Batch,
  who: Showing['who'],
  scan: FileReference | undefined,
  files: readonly FileReference[],
): CallPage['inHand'] {
  const paper = { files: [...files], ...(scan && { scan }) }
  if (opened) {
    const { digest, preparedBy, preparedAt, by } = opened
    const people = { preparedBy: who(preparedBy), preparedAt: said(preparedAt), openedBy: who(by) }
    return { prepared: digest, ...people, ...paper }
  }
  if (!call) return undefined
  const { prepared, returned } = call
  return {
    ...{ prepared: seenAs(prepared, batchStream(batch)), preparedBy: who(prepared.by), preparedAt: said(prepared.at) },
    ...(returned && { returned: { by: who(returned.by), reason: returned.reason } }),
    terms: bodyOf(prepared.terms),
    ...paper,
  }
}

/** What its form was sent with. */
function bodyOf({ procedure, standard, conditions, vetoes, designated, scoring, ...rest }: CallTerms): CallBody {
  const chosen = ({ catalogue, version, digest }: ChosenVersion) => ({
    catalogue,
    version,
    digest,
  })
  return {
    ...rest,
    procedure: keyOf(procedure),
    ...(designated && { designated: designated.map(({ unit, reason }) => ({ unit, reason })) }),
    ...(standard && { standard: chosen(standard) }),
    ...(conditions && { conditions: chosen(conditions) }),
    ...(vetoes && { vetoes: chosen(vetoes) }),
    ...(scoring && {
      scoring: scoring.way === 'gateThenDeduct' ? { ...scoring, gates: scoring.gates.map(saidGate) } : scoring,
    }),
  }
}
