/** What a scorer has noted by each method, kept in step with what is saved here. */
import type { AssessmentItem, AssessmentPage } from '#contracts/assessment/assessment.ts'
import type { DossierPart } from '#contracts/dossier/dossier.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import type { WorkItem } from '#contracts/views.ts'
import type { Result } from '#dossier/answer.ts'
import { FINDINGS, type Finding, isToExplain } from '#tally/finding.ts'
import type { Place } from '../dossier/progress.ts'
import { besideAmong } from '../dossier/spread/spread-of.ts'

export type Method = AssessmentPage['methods'][number]
export type Note = AssessmentItem['notes'][number]

/**
 * The one that is asked for; else of those that whoever looks records now the first of which they still owe something;
 * for whoever only reads the first of which there is something to read.
 */
export function methodAt(methods: readonly Method[], asked: string | undefined): Method | undefined {
  const written = methods.filter(({ writes }) => writes)
  return (
    methods.find(({ name }) => name === asked) ??
    written.find(({ records, unrecorded }) => records === 0 || unrecorded > 0) ??
    written[0] ??
    methods.find((one) => countedIn(one).size > 0) ??
    methods[0]
  )
}

type Noting = { readonly method: string; readonly visit: number }
const isOwn = (note: Note, { method, visit }: Noting): boolean =>
  note.own && note.method === method && note.visit === visit
/** Of whoever looks, by one method at this assessment, with its version; 0 where nothing was ever saved. */
export const ownNote = ({ notes, versions }: AssessmentItem, at: Noting): { number: number; note?: Note } => {
  const note = notes.find((one) => isOwn(one, at))
  return { number: versions.find(({ method }) => method === at.method)?.number ?? 0, ...(note && { note }) }
}
/** An indicator with what was answered to a note of it, which says nothing of other methods and other people. */
export const withAnswer = (before: AssessmentItem, answer: AssessmentItem, at: Noting): AssessmentItem => ({
  ...answer,
  notes: [...answer.notes, ...besideNote(before, at)],
  versions: [...answer.versions, ...before.versions.filter(({ method }) => method !== at.method)],
})
/** Everybody else's, and what whoever looks has noted by other methods or at an earlier assessment. */
export const besideNote = ({ notes }: AssessmentItem, at: Noting): readonly Note[] =>
  notes.filter((one) => !isOwn(one, at))

/** What the list says beside an indicator: of whoever looks by this method, else of others. */
export function saidNoted(
  { noted, found, findings, unexplained }: Pick<Method, 'noted' | 'found' | 'findings' | 'unexplained'>,
  item: string,
): string | undefined {
  const finding = findings[item]
  if (finding) return `${FINDINGS[finding]}${unexplained.includes(item) ? '，未写明' : ''}`
  return noted.includes(item) ? '已记' : found.includes(item) ? '他人已记' : undefined
}
/** What the list counts: whoever notes goes through all of it alone; whoever reads looks for what anybody has noted. */
export const countedIn = ({ writes, noted, found }: Pick<Method, 'writes' | 'noted' | 'found'>): ReadonlySet<string> =>
  new Set(writes ? noted : [...noted, ...found])

export const standingOf = ({ over }: Pick<AssessmentPage, 'over'>, { ended }: { readonly ended: boolean }): string =>
  ended ? '已结束' : over ? '已停止' : '进行中'
/** What is said where nothing beside a note of one's own can be read. */
export function saidNothing({ over, methods }: AssessmentPage, method: Method, hasOwn: boolean): string {
  const goesOn = !over && methods.some(({ ended }) => !ended)
  if (!goesOn) return hasOwn ? '没有其他人记录这一项。' : '没有人记录这一项。'
  return method.ended
    ? '已经结束的方式没有可以查看的；进行中的方式，他人记的在其结束后可以查看。'
    : '还没有可以查看的；他人记的，在该方式结束后可以查看。'
}

/** The page once this window has saved notes of an indicator: its sheet grew by each version. */
export function withNoted(page: AssessmentPage, method: string, before: number, item: AssessmentItem): AssessmentPage {
  const { number, note } = ownNote(item, { method, visit: page.visit })
  return {
    ...page,
    methods: page.methods.map((one) => {
      if (one.name !== method) return one
      const others = one.noted.filter((id) => id !== item.item)
      const sheet = one.sheet + Math.max(0, number - before)
      const { [item.item]: _before, ...rest } = one.findings
      const findings = note?.finding ? { ...rest, [item.item]: note.finding } : rest
      const explained = one.unexplained.filter((id) => id !== item.item)
      const isToSay = isToExplain(note?.finding) && note?.text === undefined
      return {
        ...{ ...one, sheet, findings, noted: note ? [...others, item.item] : others },
        unexplained: isToSay ? [...explained, item.item] : explained,
      }
    }),
  }
}

/** The next or the last indicator of which nothing is noted; what was passed over comes again, until nothing is left. */
export function besideLeft(
  parts: readonly DossierPart[],
  left: ReadonlySet<string>,
  at: Place,
  by: 1 | -1,
): Place | undefined {
  const found = besideAmong(parts, left, at, by)
  if (found || by === -1) return found
  const all = parts.flatMap((part) => part.items.map(({ id }) => ({ part: part.id, item: id })))
  return all.find(({ item }) => left.has(item) && item !== at.item)
}

type Finds = Method['finds']
const findsItems = (finds: Finds): boolean => finds === 'indicators' || finds === 'chosenIndicators'
/** What whoever agrees with the unit finds by a method; nothing where that finds nothing of single indicators. */
export const findingAsSaid = (said: Result, finds: Finds): Finding | undefined =>
  findsItems(finds) && (said !== 'notApplicable' || finds === 'indicators') ? said : undefined
/** What is asked of one indicator by a method, as far as it was answered. */
export function fieldsAsked(
  fields: readonly FieldDefinition[],
  { claimed, points }: Pick<AssessmentItem, 'claimed' | 'points'>,
  finds: Finds,
  finding: unknown,
): readonly FieldDefinition[] {
  const isOffered = (value: string) => value !== 'notApplicable' || (claimed && finds === 'indicators')
  return fields.flatMap((field): FieldDefinition[] => {
    if (field.name === 'off')
      return points !== undefined && finding === 'notReached' && findsItems(finds)
        ? [{ ...field, help: `这一项分值${points}分；${field.help}` }]
        : []
    if (field.name !== 'finding') return [field]
    return findsItems(finds)
      ? [{ ...field, choices: (field.choices ?? []).filter(({ value }) => isOffered(value)) }]
      : []
  })
}

export const AGREES = '经核对，与自评相符。'
/** What stands there, and that what the unit says was found so. */
export function agreeing(typed: unknown): string {
  const text = typeof typed === 'string' ? typed.trimEnd() : ''
  if (text.includes(AGREES)) return text
  return text === '' ? AGREES : `${text}\n${AGREES}`
}

/** What a record takes in besides its own text. */
export function saidTakenIn({ noted, unrecorded }: Pick<Method, 'noted' | 'unrecorded'>): string {
  if (noted.length === 0) return '本人还没有用这种方式记录指标情况，本次只列入下面的情况记录。'
  const all = `将列入本人已记的${noted.length}项指标情况`
  return unrecorded === 0 ? `${all}，自上次记录后没有改动。` : `${all}。`
}

type At = { readonly batch: string; readonly unit: string; readonly method: string }
/** Where the next unit of the batch is that waits for whoever looks: by the same method where there is one, and after this one. */
export function nextUnit(items: readonly WorkItem[], { batch, unit, method }: At): WorkItem | undefined {
  const waiting = items.filter(
    (item) => item.command === 'record-method' && item.batch === batch && item.unit !== undefined,
  )
  const isSame = ({ path }: WorkItem) => path.endsWith(`/assessment/${method}`)
  const here = waiting.map((item) => item.unit?.id).lastIndexOf(unit)
  const round = [...waiting.slice(here + 1), ...waiting.slice(0, Math.max(0, here))]
  const others = round.filter((item) => item.unit?.id !== unit)
  return others.find(isSame) ?? others[0]
}
