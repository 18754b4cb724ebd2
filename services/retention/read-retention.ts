/** What is due to be erased and why, in words that say whose case or notice it is and nothing else of anybody. */
import { said, saidDay } from '#calendar/said.ts'
import type { RetentionLine, RetentionList, RetentionPage, retentionEndpoints } from '#contracts/personal/retention.ts'
import type { DataKind, Retention } from '#county/retention.ts'
import type { UseCase } from '#edge/use-case.ts'
import { readStream } from '#ledger/ledger.ts'
import { seenAs } from '#ledger/seen.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { type Erasure, KIND_TITLES, type Line, retentionKind, retentionStream, shownId } from '#retention/erasure.ts'
import { REASONS } from '#retention/retained.ts'
import { unitStream } from '#roster/unit.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { stateOf } from '#rows/retention-row.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import type { DecidingDeps } from './decide-erasure.ts'
import { namesOf } from './names-of.ts'

type Deps = DecidingDeps & { readonly rows: Rows }
/** Of what was erased, the last lists are shown; the record has all of them. */
const MOST_DONE = 20

export const readRetention =
  (deps: Deps): UseCase<typeof retentionEndpoints.readRetention> =>
  async ({ caller: { holdings } }): Promise<RetentionPage> => {
    const rows = (await rowsOf(deps.rows, 'retention', LISTS.retention)).toReversed()
    const [newest] = rows
    const isShown = ({ day }: { readonly day: string }) => day === newest?.day
    const waiting = rows.filter((one) => !isShown(one) && (one.state === 'prepared' || one.state === 'approved'))
    const done = rows.filter((one) => !isShown(one) && one.state === 'erased').slice(0, MOST_DONE)
    const lists = await Promise.all(
      [...(newest ? [newest] : []), ...waiting, ...done].map((row) => read(deps, row.day)),
    )
    const who = await namesOf(
      deps,
      lists.flatMap(({ state }) => peopleOf(state)),
    )
    const lines = lists.flatMap(({ state: { found } }) => [...(found?.lines ?? []), ...(found?.coming ?? [])])
    const known = await deps.rows.many([...new Set(lines.flatMap(rowsFor))])
    const shown = new Map(lists.map(({ day, state }) => [day, show(day, state, known, who)]))
    const of = (some: readonly { readonly day: string }[]) => some.flatMap(({ day }) => shown.get(day) ?? [])
    const first = newest && shown.get(newest.day)
    return {
      terms: termsShown(deps.terms),
      blocked: lists[0]?.state.found?.blocked ?? 0,
      ...(first && { newest: first }),
      waiting: of(waiting),
      done: of(done).map((one) => ({ ...one, lines: [], coming: [] })),
      mayPropose: permissionFor('propose-erasure', holdings, {}) !== undefined,
      mayApprove: permissionFor('approve-erasure', holdings, {}) !== undefined,
    }
  }

const read = async ({ ledger }: Deps, day: string) => ({
  day,
  state: (await readStream(ledger, retentionKind, retentionStream(day))).state,
})
const peopleOf = ({ prepared, returned, approved }: Erasure): string[] =>
  [prepared?.by, returned?.by, approved?.by, approved?.preparedBy].flatMap((by) => by ?? [])

function show(day: string, state: Erasure, known: Known, who: (id: string) => string): RetentionList {
  const { found, prepared, returned, approved, erased } = state
  const proposedBy = approved?.preparedBy ?? prepared?.by
  return {
    day,
    said: saidDay(day),
    state: stateOf(state),
    total: found?.total ?? 0,
    lines: (found?.lines ?? []).map((line) => lineShown(line, known)),
    coming: (found?.coming ?? []).map((line) => lineShown(line, known)),
    chosen: [...(approved?.ids ?? prepared?.ids ?? returned?.ids ?? [])],
    ...(prepared && { prepared: seenAs(prepared, retentionStream(day)) }),
    ...(proposedBy !== undefined && { proposedBy: who(proposedBy) }),
    ...(approved && { approvedBy: who(approved.by) }),
    ...(returned && { returned: { by: who(returned.by), reason: returned.reason } }),
    ...(erased && { erased: { said: said(erased.at), count: erased.ids.length, left: erased.left.length } }),
  }
}

const lineShown = (line: Line, known: Known): RetentionLine => ({
  id: line.id,
  shown: shownId(line.id),
  kind: KIND_TITLES[line.kind],
  of: saidOf(line, known),
  because: REASONS[line.because],
  due: line.due,
  dueSaid: saidDay(line.due),
})

/** Rows that say which case it is. */
function rowsFor({ stream }: Line): string[] {
  const [kind, batch = '', unit = ''] = stream.split('/')
  return kind === 'case' ? [unitStream(unit), `batch/${batch}`] : kind === 'notice' ? [`batch/${batch}`] : []
}
/** Which objection it is stays with those who handle it: others would learn that their own unit has one. */
function saidOf({ stream }: Line, known: Known): string {
  const [kind, id = '', of = ''] = stream.split('/')
  const batch = knownAs(known, 'batch', `batch/${id}`)?.title ?? id
  if (kind === 'case') return `${knownAs(known, 'unit', unitStream(of))?.name ?? of}（${batch}）`
  return kind === 'notice' ? `${batch}第${of}期公示的一件异议` : `名册人员${id}`
}

const FROM: Readonly<Record<DataKind, string>> = {
  contact: '申报件办结之日',
  signer: '申报件办结之日',
  objector: '异议答复、公示结束之日',
  staff: '最后一个岗位结束之日',
  login: '账号停用之日',
}
const KINDS = ['contact', 'signer', 'objector', 'staff', 'login'] as const
const termsShown = (terms: Retention): RetentionPage['terms'] =>
  KINDS.map((kind) => ({ kind: KIND_TITLES[kind], from: FROM[kind], ...terms[kind] }))
