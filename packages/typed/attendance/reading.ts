/** How far a list of persons has been read, and what its labels, numbers and brackets say of whom. */
import { countedBefore, miscounted, ofWhich, unsure } from './asked.ts'
import { countIn, type Group, groupBefore, groupOf, isOfBody, isOffice, saysTheSame } from './labels.ts'

export type Reading = {
  /** Keys of names of units. */
  readonly units: ReadonlySet<string>
  readonly found: Readonly<Record<Group, string[]>>
  readonly wrong: string[]
  group: Group
  /** The text itself puts its labels before names. */
  labelsFirst: boolean
  /** The label of the group, as it stands there. */
  label: string
  /** Whether somebody of the group was named. */
  named: boolean
  /** The label speaks of nobody behind this: it was followed by 无, or by a sentence's end. */
  ended: boolean
  /** A label without a colon, after which nobody has been named yet. */
  open?: string | undefined
  /** How many were named since the last full stop or line; whether a label said of whom, and whether it is the first clause. */
  clause: { names: number; labelled: boolean; first: boolean }
  /** How many the last label says it names, 请假1人, and how many of its group there were before. */
  section: { readonly count?: number | undefined; readonly before: number }
  /** Labels that said how many they name, and whether a mark or a line parted the number from its names. */
  readonly counts: { readonly label: string; heads: boolean }[]
  /** Why it would be asked who is said in a bracket to have been there, and whether others have no such bracket. */
  readonly told: { present?: string; others: boolean }
  /** Why it would be asked whom a bracket means that ends the first clause, behind several. */
  behind?: string | undefined
}

export const newReading = (units: ReadonlySet<string>): Reading => ({
  units,
  found: { present: [], absent: [], beside: [], other: [] },
  wrong: [],
  group: 'present',
  label: '',
  named: false,
  ended: false,
  labelsFirst: false,
  clause: { names: 0, labelled: false, first: true },
  section: { before: 0 },
  counts: [],
  told: { others: false },
})

/** @param isWithin it stands within a line */
export function openLabel(label: string, reading: Reading, isWithin = false): void {
  closeSection(reading)
  reading.open = undefined
  if (isOfBody(label) && reading.group !== 'present') reading.wrong.push(unsure(label))
  const group = (isWithin && isOffice(label) ? undefined : groupBefore(label)) ?? 'other'
  const count = countIn(label)
  // 应到6人，请假3人。李明…。请假：何英…: the number may count those who are named farther down.
  const again = reading.counts.find(
    (one) =>
      saysTheSame(one.label, label) ||
      (group === 'absent' && groupOf(one.label) === 'absent' && (one.heads || count === undefined)),
  )
  if (again) reading.wrong.push(countedBefore(again.label, label))
  if (count !== undefined) reading.counts.push({ label, heads: false })
  reading.group = group
  reading.label = label
  reading.clause.labelled = true
  reading.named = false
  reading.ended = false
  reading.section = { count: group === 'other' ? undefined : count, before: reading.found[group].length }
  if (group === 'other')
    reading.wrong.push(`不能判断“${label}”后面的人员是否出席，请只保留姓名，或写明“出席：”“请假：”`)
}

function closeSection({ open, section, group, label, found, wrong }: Reading): void {
  if (open) wrong.push(unsure(open))
  const named = found[group].length - section.before
  if (section.count !== undefined && named > 0 && named !== section.count) wrong.push(miscounted(label, named))
}

/** 请假2人, and a mark or a line before its names: it may be said of who stands before it, or counts those called absent there. */
export function headByNumber({ counts, label, section, found, labelsFirst, wrong }: Reading): void {
  const last = counts.at(-1)
  if (section.count === undefined || !last || last.heads) return
  last.heads = true
  if ((found.present.length > 0 && !labelsFirst) || (found.absent.length > 0 && groupOf(label) === 'absent'))
    wrong.push(unsure(label))
}

/** What brackets say, the last of them of the last of the names. @param found how many names there are @param said what is read so */
export function hearBrackets(
  reading: Reading,
  found: number,
  group: Group | undefined,
  note: string,
  said: string,
): void {
  const { clause, told } = reading
  // Whoever is named in the same clause behind 何英（请假） leaves the bracket with her; 出席： below it heads all others.
  if (found > 0) {
    if (reading.behind && !(clause.first && !clause.labelled) && reading.group === 'present')
      reading.wrong.push(reading.behind)
    reading.behind = undefined
  }
  if (found > 1 || group === undefined) told.others ||= found > 0 && reading.group === 'present'
  if (group === 'present') told.present ??= ofWhich(note, said)
  if ((group === 'absent' || group === 'beside') && clause.first && !clause.labelled && clause.names > 1)
    reading.behind = ofWhich(note, said)
}

/** What is known only at the end. */
export function closeReading(reading: Reading): void {
  closeSection(reading)
  const { told, wrong } = reading
  // Where of one it is said to have been there, nobody knows of the others.
  if (told.present && told.others) wrong.push(told.present)
}
