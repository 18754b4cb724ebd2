/**
 * Whose a file is and what it is kept for 用途: `dazhuang`, `office.minutes`, `office.case.dazhuang`. Both stand in its
 * stream, its object's name and its address, so that reading asks both, and the same bytes kept for two purposes are
 * two files: whoever may send one cannot learn that the other is there. No id of a unit has a full stop.
 */
import { OWNERS } from '#typed/reserved-ids.ts'

export const PURPOSES = {
  case: '案卷材料',
  minutes: '会议材料',
  // Each body's own: where two send to one place, each may ask whether the other has sent a paper.
  groupMinutes: '会议材料',
  assessmentMinutes: '会议材料',
  executiveMinutes: '会议材料',
  proof: '公示证明',
  bulletin: '情况交流附件',
  /** What the county's organs reply about units 函询. */
  consultation: '复函',
  /** Papers of external results that the office enters. */
  results: '外部结果的文书',
  /** Everybody gets them once the call is open, and nothing else that the office keeps. */
  call: '通知附件',
  objection: '异议材料',
  /** What came with the public form. It lies among the texts of objections; here is only what the scanner says of it. */
  sent: '网页异议的附件',
  roster: '名册依据',
  /** Kept for the office by an older version, which did not ask: it may be any of these, and about any unit. */
  unsaid: '未写明用途的文件',
} as const
export type Purpose = keyof typeof PURPOSES
/** What may be said. */
type Said = Exclude<Purpose, 'unsaid'>

/** `unit`: whose it is, or which one it is about. */
export type FileOwner = { readonly of: 'unit' | 'office'; readonly purpose: Purpose; readonly unit?: string }

const isSaid = (word: string): word is Said => Object.hasOwn(PURPOSES, word) && word !== 'unsaid'

/** What the office keeps for a purpose that is about no single unit. */
export const officeFor = (purpose: Exclude<Said, 'case'>): string => `${OWNERS.office}.${purpose}`
/** What the office, or who assesses, keeps in the case of a unit. */
export const officeOn = (unit: string): string => `${OWNERS.office}.case.${unit}`
/** Where a file of a case may lie; the last one is of before purposes were asked. */
export const ownersOnCase = (unit: string): readonly string[] => [unit, officeOn(unit), OWNERS.office]
/** What a meeting decides on, or has decided: the office's, and each body's. */
export const OF_MEETINGS = ['minutes', 'groupMinutes', 'assessmentMinutes', 'executiveMinutes'] as const
/** The same for a paper of the office; for the minutes of any body. */
export const ownersFor = (purpose: Exclude<Said, 'case'>): readonly string[] => [
  ...(purpose === 'minutes' ? OF_MEETINGS : [purpose]).map(officeFor),
  OWNERS.office,
]

/** Its name and its digest may tell who objected, or that somebody sent this very paper in. */
const OF_OBJECTORS: ReadonlySet<Purpose> = new Set(['objection', 'sent', 'unsaid'])
export const isOfObjector = (owner: string): boolean => {
  const purpose = fileOwner(owner)?.purpose
  return purpose === undefined || OF_OBJECTORS.has(purpose)
}

/** Undefined for what is no owner's name. */
export function fileOwner(name: string): FileOwner | undefined {
  const [owner = '', purpose, unit, ...more] = name.split('.')
  if (owner !== OWNERS.office) return purpose === undefined ? { of: 'unit', unit: owner, purpose: 'case' } : undefined
  if (purpose === undefined) return { of: 'office', purpose: 'unsaid' }
  if (!isSaid(purpose) || more.length > 0 || (purpose === 'case') !== Boolean(unit)) return undefined
  return unit ? { of: 'office', purpose, unit } : { of: 'office', purpose }
}
