import { noticeKind, openObjections } from '#acts/notice.ts'
import { objectionKind } from '#acts/objection.ts'
import { resolutionKind } from '#acts/resolution.ts'
import { batchKind } from '#batch/batch.ts'
import { lastReminders, remindersKind } from '#batch/remind-units.ts'
import { firstLateInstant } from '#calendar/deadline.ts'
import { caseKind, hasEnded } from '#case/case.ts'
import { catalogueKind } from '#catalogue/publish-version.ts'
import { evidenceKind } from '#evidence/evidence.ts'
import type { Kind } from '#ledger/kind.ts'
import { type Commit, fold } from '#ledger/ledger.ts'
import { personKind } from '#roster/person.ts'
import { unitKind } from '#roster/unit.ts'
import { titleKind } from '#title/title.ts'
import { LISTS, type Row, SHAPE } from './row.ts'

type Fields<R> = R extends Row ? Omit<R, 'stream' | 'number' | 'shape'> : never
type Making = (ids: readonly string[], commits: readonly Commit[]) => Fields<Row> | undefined

/** Folds the commits of a kind, then makes the row's fields of the state. `ids`: the stream's name without its prefix. */
const of =
  <Event, State>(
    kind: Kind<Event, State>,
    make: (state: State, ids: readonly string[]) => Fields<Row> | undefined,
  ): Making =>
  (ids, commits) => {
    const parsed = commits.map((commit) => ({ ...commit, events: commit.events.map(kind.parse) }))
    return make(fold(kind, parsed), ids)
  }

/** Acts may name a case by its stream or by its unit; either way its unit stands last. */
const unitOf = (name: string): string => name.split('/').at(-1) ?? name
/** Ten comes after nine in an index of strings. */
const inOrder = (n: number): string => String(n).padStart(4, '0')

const rows: Readonly<Record<string, Making>> = {
  batch: of(batchKind, ({ openedAt, terms }, [batch = '']) => {
    if (!openedAt || !terms) return undefined
    const { title, trial, procedure, application, quota, signOffs, standard } = terms
    const lateFrom = 'lateFrom' in application ? application.lateFrom : firstLateInstant(application.lastDay)
    return {
      kind: 'batch',
      list: LISTS.batches,
      order: openedAt,
      batch,
      title,
      trial,
      openedAt,
      procedure,
      lateFrom,
      quota,
      signOffs,
      ...(standard && { standard: { catalogue: standard.catalogue, version: standard.version } }),
    }
  }),
  case: of(caseKind, (state, [batch = '', unit = '']) => {
    const { trial, procedure, step, visit, lateFrom, form, signOffs, reopens, makers, veto, notice, last } = state
    if (visit === 0) return undefined
    return {
      kind: 'case',
      list: LISTS.batch(batch),
      order: `case/${unit}`,
      batch,
      unit,
      trial,
      procedure: procedure.name,
      step,
      visit,
      ended: hasEnded(state),
      signOffs: [
        ...(signOffs.legalOffice ? ['legalOffice' as const] : []),
        ...(signOffs.unitHead ? ['unitHead' as const] : []),
      ],
      returned: reopens !== undefined,
      makers: [...makers],
      ...(last && { since: last.at }),
      ...(lateFrom && { lateFrom }),
      ...(form && { form: { digest: form.digest, by: form.by, missing: form.missing.length } }),
      ...(veto && { veto: { item: veto.item, by: veto.by } }),
      ...(notice && { notice: notice.stream }),
    }
  }),
  notice: of(noticeKind, (notice, [batch = '', n = '']) => {
    const { published, objections, closed } = notice
    if (!published) return undefined
    const { title, trial, cases, publication, period } = published
    return {
      kind: 'notice',
      list: LISTS.batch(batch),
      order: `notice/${inOrder(Number(n))}`,
      batch,
      n: Number(n),
      trial,
      title,
      units: cases.map(unitOf),
      publication: { on: publication.on, place: publication.place },
      firstDay: period.firstDay,
      lastDay: period.lastDay,
      lateFrom: period.lateFrom,
      closed: closed !== undefined,
      objections: Object.keys(objections).length,
      openObjections: openObjections(notice).length,
    }
  }),
  resolution: of(resolutionKind, ({ meetings }, [batch = '', step = '']) => {
    const [first] = meetings
    if (!first) return undefined
    return {
      kind: 'resolution',
      list: LISTS.batch(batch),
      order: `resolution/${step}`,
      batch,
      step,
      trial: first.trial,
      meetings: meetings.length,
    }
  }),
  reminders: of(remindersKind, (state, [batch = '']) => ({
    kind: 'reminders',
    list: LISTS.batch(batch),
    order: 'reminders',
    batch,
    reminders: lastReminders(state).map(({ at, by, text, units }) => ({ at, by, text, units })),
  })),
  objection: of(objectionKind, ({ status, notice, about, answerBy }, [objection = '']) => {
    if (status === 'unknown' || !notice || !about || !answerBy) return undefined
    const [batch = '', n = ''] = notice.replace(/^notice\//, '').split('/')
    return {
      kind: 'objection',
      list: LISTS.objections(batch),
      order: objection,
      objection,
      batch,
      n: Number(n),
      about: unitOf(about),
      answerBy,
      status,
    }
  }),
  evidence: of(evidenceKind, ({ status, promised, kept, reason }, [owner = '', sha256 = '']) => {
    if (status === 'unknown' || !promised) return undefined
    return {
      kind: 'evidence',
      list: LISTS.evidence(owner),
      order: promised.at,
      owner,
      sha256,
      name: promised.name,
      size: kept?.size ?? promised.size,
      contentType: kept?.contentType ?? promised.contentType,
      status,
      since: kept?.at ?? promised.at,
      ...(kept?.note && { note: kept.note }),
      ...(reason && { reason }),
    }
  }),
  unit: of(unitKind, ({ name, kind, parent, inScope }, [unit = '']) => {
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
    }
  }),
  person: of(personKind, ({ appointments }, [person = '']) => ({
    kind: 'person',
    list: LISTS.people,
    order: person,
    person,
    appointments: [...appointments],
  })),
  title: of(
    titleKind,
    ({ conferred }) =>
      conferred && {
        kind: 'title',
        list: LISTS.register,
        order: conferred.on,
        unit: conferred.unit,
        batch: conferred.batch,
        on: conferred.on,
      },
  ),
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
