/** What papers there are that a county may have a form of its own for, and what is filled in there. */

/** As their files are called in a county's folder. */
export const PAPER_NAMES = [
  'call',
  'notice',
  'submission',
  'minutes',
  'decision',
  'letter',
  'certificate',
  'revocation',
  'objection-admitted',
  'objection-declined',
  'objection-answer',
  'delivery',
] as const
export type PaperName = (typeof PAPER_NAMES)[number]

export type PlainRow = Readonly<Record<string, string>>
/** By the Chinese names of the fields. Texts may have several lines; '' is nothing. */
export type PlainValues = Readonly<Record<string, string | readonly PlainRow[]>>
