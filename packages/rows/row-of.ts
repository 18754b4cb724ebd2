import { batchKind, type CallTerms, datesOf, standingTerms } from '#batch/batch.ts'
import { bulletinsKind } from '#batch/bulletins/bulletins.ts'
import { receivedKind } from '#batch/bulletins/received.ts'
import { remindersKind } from '#batch/remind-units.ts'
import { caseKind } from '#case/case.ts'
import { factsOf, isCorrectionBack } from '#case/facts.ts'
import { catalogueKind } from '#catalogue/edition/publish-version.ts'
import { consultationKind } from '#consultation/consultation.ts'
import { dossierKind } from '#dossier/answer.ts'
import { spreadKind } from '#dossier/spread/spread.ts'
import { evidenceKind } from '#evidence/evidence.ts'
import { openedKind } from '#evidence/opened.ts'
import type { Kind } from '#ledger/kind.ts'
import { type Commit, fold } from '#ledger/ledger.ts'
import { keyOf, procedureAt } from '#procedure/procedures.ts'
import { remindedKind } from '#reminders/due-reminders.ts'
import { retentionKind } from '#retention/erasure.ts'
import { personKind } from '#roster/person.ts'
import { unitKind } from '#roster/unit.ts'
import { announcementKind } from '#steps/announcement/announcement.ts'
import { panelKind } from '#steps/inquiry/panel.ts'
import { decidedUnits, namedByAnnouncement, namedByNotice } from '#steps/listed.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { openObjections, waitingLines } from '#steps/notice/notice-lines.ts'
import { objectionKind } from '#steps/notice/objection.ts'
import { meetingOf } from '#steps/resolution/lines-taken.ts'
import { type Resolution, resolutionKind, submittedCases } from '#steps/resolution/resolution.ts'
import { dutyKind } from '#steps/work/duty.ts'
import { inspectionKind } from '#steps/work/inspection.ts'
import { titleKind } from '#title/title.ts'
import { consultationFields } from './consultation-fields.ts'
import { dossierFields, spreadFields } from './dossier-row.ts'
import { evidenceFields } from './evidence-fields.ts'
import { inHand, preparedBy } from './in-hand.ts'
import { openedFields } from './opened-fields.ts'
import { personFields } from './person-fields.ts'
import { remindedFields, remindersFields } from './reminded-row.ts'
import { retentionFields } from './retention-row.ts'
import { LISTS, type Row, SHAPE } from './row.ts'
import { titleFields } from './title-fields.ts'
import { bulletinsFields, dutyFields, inspectionFields, receivedFields } from './work-rows.ts'

type Fields<R> = R extends Row ? Omit<R, 'stream' | 'number' | 'shape'> : never
type Making = (ids: readonly string[], commits: readonly Commit[]) => Fields<Row> | undefined

/** Folds the commits of a kind, then makes the row's fields of the state. `ids`: the stream's name without its prefix. */
const of =
  <Event, State>(
    kind: Kind<Event, State>,
    make: (state: State, ids: readonly string[], events: readonly Event[]) => Fields<Row> | undefined,
  ): Making =>
  (ids, commits) => {
    const parsed = commits.map((commit) => ({ ...commit, events: commit.events.map(kind.parse) }))
    return make(
      fold(kind, parsed),
      ids,
      parsed.flatMap(({ events }) => events),
    )
  }

/** Ten comes after nine in an index of strings. */
const inOrder = (n: number): string => String(n).padStart(4, '0')

/** Open work stands on one list; what is done stands on a list of its batch. */
const placed = (isOpen: boolean, batch: string, order: string, done: (batch: string) => string) =>
  isOpen ? { list: LISTS.open, order: LISTS.openOf(batch, order) } : { list: done(batch), order }

/** After every instant: a case may begin there at any time. */
const ALWAYS = '9'
/** The first instant at which no case may begin any more; of a procedure that is not listed any more, long ago. */
function beginsUntil({ procedure, dates }: CallTerms, openedAt: string): string {
  const start = procedureAt(keyOf(procedure))?.start
  return start ? (datesOf({ dates })[start] ?? ALWAYS) : openedAt
}

const rows: Readonly<Record<string, Making>> = {
  batch: of(batchKind, (state, [batch = '']) => {
    const { call, openedAt, terms, amendments, cancelled } = state
    if (call) {
      const { title, trial } = call.prepared.terms
      return { kind: 'call', list: LISTS.batches, order: ALWAYS, batch, title, trial, ...preparedBy(call) }
    }
    if (!openedAt || !terms) return undefined
    const { title, trial, procedure, quota, signOffs, standard } = terms
    const standing = standingTerms(terms, amendments)
    const prepared = inHand(state)
    return {
      kind: 'batch',
      list: LISTS.batches,
      // A worklist finds what waits for approval among the batches in which cases may begin.
      order: prepared ? ALWAYS : cancelled ? openedAt : beginsUntil(standing, openedAt),
      batch,
      title,
      trial,
      openedAt,
      procedure,
      dates: { ...datesOf(standing) },
      signOffs,
      ...(quota !== undefined && { quota }),
      ...(standard && { standard: { catalogue: standard.catalogue, version: standard.version } }),
      terms,
      ...(amendments.length > 0 && { amendments: [...amendments] }),
      ...(cancelled && { cancelled }),
      ...(prepared && { prepared }),
    }
  }),
  case: of(caseKind, (state, [batch = '', unit = '']) => {
    if (state.visit === 0) {
      // The start alone can be extended before it.
      const lateFrom = Object.values(state.dates).at(0)
      return lateFrom ? { kind: 'extension', list: LISTS.batches, order: lateFrom, batch, unit, lateFrom } : undefined
    }
    const facts = factsOf(state)
    // A correction waits for its signature, or for its author, although the decision that it replaces has ended the case.
    const isOpen = !facts.ended || facts.correction !== undefined || isCorrectionBack(facts)
    const taken = state.taken.map(({ stream, number }) => ({ stream, number }))
    const place = placed(isOpen, batch, `case/${unit}`, LISTS.ended)
    return { kind: 'case', ...place, ...facts, ...(taken.length > 0 && { taken }) }
  }),
  notice: of(noticeKind, (notice, [batch = '', n = '']) => {
    const { prepared, returned, published, objections, closed } = notice
    const shown = published ?? prepared ?? returned?.notice
    if (!shown) return undefined
    const { step, title, trial, cases, publication, period } = shown
    const state = closed ? 'closed' : published ? 'published' : prepared ? 'prepared' : 'returned'
    const open = openObjections(notice).length
    const waiting = waitingLines(notice)
    const isOpen = state === 'prepared' || state === 'published' || open > 0 || waiting.length > 0
    return {
      kind: 'notice',
      ...placed(isOpen, batch, `notice/${inOrder(Number(n))}`, LISTS.batch),
      batch,
      n: Number(n),
      step,
      trial,
      title,
      units: [...cases],
      ...(published && { named: namedByNotice(notice) }),
      publication: { on: publication.on, place: publication.place },
      firstDay: period.firstDay,
      lastDay: period.lastDay,
      lateFrom: period.lateFrom,
      state,
      ...(state === 'returned' && returned && { reason: returned.reason }),
      preparedBy: published?.preparedBy ?? shown.by,
      preparedAt: shown.at,
      objections: Object.keys(objections).length,
      openObjections: open,
      waiting: [...waiting],
    }
  }),
  resolution: of(resolutionKind, (state, [batch = '', step = '']) => {
    const { meetings, prepared } = state
    const first = meetings[0] ?? prepared[0]
    if (!first) return undefined
    return {
      kind: 'resolution',
      list: LISTS.batch(batch),
      order: `resolution/${step}`,
      batch,
      step,
      trial: first.trial,
      meetings: meetings.length,
      acts: actsOf(state),
      submitted: submittedCases(state).map(({ unit, visit }) => ({
        unit,
        ...(visit !== undefined && { visit }),
      })),
    }
  }),
  decision: of(announcementKind, (announcement, [batch = '', n = '']) => {
    const { prepared, returned, published } = announcement
    const shown = published ?? prepared ?? returned?.document
    if (!shown) return undefined
    const { step, title, trial, number, date, lines } = shown
    const state = published ? 'published' : prepared ? 'prepared' : 'returned'
    return {
      kind: 'announcement',
      ...placed(state === 'prepared', batch, `decision/${inOrder(Number(n))}`, LISTS.batch),
      batch,
      n: Number(n),
      step,
      trial,
      title,
      reference: number,
      date,
      units: lines.map((one) => one.case),
      ...(published && { named: namedByAnnouncement(announcement) }),
      state,
      ...(state === 'returned' && returned && { reason: returned.reason }),
      preparedBy: published?.preparedBy ?? shown.by,
      preparedAt: shown.at,
    }
  }),
  panel: of(panelKind, ({ ended, settled }, [batch = '', unit = '', visit = '']) => ({
    kind: 'panel',
    list: LISTS.batch(batch),
    order: `panel/${unit}/${inOrder(Number(visit))}`,
    batch,
    unit,
    visit: Number(visit),
    ended: [...ended],
    settled: settled !== undefined,
  })),
  duty: of(dutyKind, dutyFields),
  bulletins: of(bulletinsKind, bulletinsFields),
  received: of(receivedKind, receivedFields),
  inspection: of(inspectionKind, inspectionFields),
  consultation: of(consultationKind, consultationFields),
  dossier: of(dossierKind, dossierFields),
  spread: of(spreadKind, spreadFields),
  reminders: of(remindersKind, remindersFields),
  reminded: of(remindedKind, remindedFields),
  objection: of(objectionKind, (state, [objection = '']) => {
    const { status, notice, about, answerBy, enteredBy, reason, reply, decided } = state
    if (status === 'unknown' || !notice || !about || !answerBy) return undefined
    const [batch = '', n = ''] = notice.replace(/^notice\//, '').split('/')
    return {
      kind: 'objection',
      ...placed(status === 'received' || status === 'admitted', batch, `objection/${objection}`, LISTS.ended),
      objection,
      batch,
      n: Number(n),
      about,
      answerBy,
      ...(enteredBy && { enteredBy }),
      status,
      ...(reason && { reason }),
      ...(reply && { reply }),
      ...(decided && { decidedAt: decided.at }),
    }
  }),
  evidence: of(evidenceKind, (state, [owner = '', sha256 = '']) => evidenceFields(state, owner, sha256)),
  opened: of(openedKind, (all, [day = '', person = '']) => openedFields(all, day, person)),
  unit: of(unitKind, ({ name, kind, parent, inScope }, [unit = ''], events) => {
    if (!name || !kind || inScope === undefined) return undefined
    return {
      kind: 'unit',
      list: LISTS.units,
      order: name,
      unit,
      name,
      kindOfUnit: kind,
      inScope,
      ...(parent && { parent }),
      names: events
        .filter((event, i) => event.name !== events[i - 1]?.name)
        .map((event) => ({ at: event.at, name: event.name, by: event.by })),
    }
  }),
  person: of(personKind, (state, [person = ''], events) => personFields(person, state, events)),
  retention: of(retentionKind, (state, [day = '']) => retentionFields(state, day, LISTS.retention)),
  title: of(titleKind, titleFields),
  catalogue: of(catalogueKind, ({ versions }, [catalogue = '']) => {
    const newest = versions.at(-1)
    return (
      newest && {
        kind: 'catalogue',
        list: LISTS.catalogues,
        order: catalogue,
        catalogue,
        title: newest.title,
        versions: versions.length,
        published: [...versions],
      }
    )
  }),
}

/** The row of a stream with these commits; none for a stream that stands on no list (logins) or that nobody wrote. */
export function rowOf(stream: string, commits: readonly Commit[]): Row | undefined {
  const [prefix = '', ...ids] = stream.split('/')
  const fields = commits.length > 0 ? rows[prefix]?.(ids, commits) : undefined
  return fields && { ...fields, stream, number: commits.length, shape: SHAPE }
}

/** Meetings, and lines of theirs that were corrected: a case may have taken either. */
function actsOf(state: Resolution) {
  const acts = [
    ...state.meetings.map((one) => ({ number: one.commit, held: one, units: decidedUnits(state, one) })),
    ...state.corrected.flatMap(({ commit, case: unit }) => {
      const held = meetingOf(state, commit)
      const isAside = state.setAside.some((one) => one.number === commit && one.case === unit)
      return held ? [{ number: commit, held, units: isAside ? [] : [unit] }] : []
    }),
  ]
  return acts.map(({ number, held, units }) => ({
    ...{ number, meeting: held.meeting, reference: held.number, date: held.date },
    units,
  }))
}
