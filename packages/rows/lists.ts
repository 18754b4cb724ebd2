/**
 * The names of the lists, for those who write rows and those who read them. What waits for somebody stands on one list,
 * however many batches there were, so that a worklist reads nothing else; its order begins with the batch. Cases that
 * have ended and objections that are settled move to `ended`. Acts that are done, and what stands beside the cases
 * (resolutions, panels, duties, reminders, bulletins), are on the list of their batch.
 */
export const LISTS = {
  /** By the first instant at which no case may begin any more: batches, single units that were given longer, and last calls that are prepared. */
  batches: 'batches',
  open: 'open',
  /** The beginning of a batch's orders on `open`; `what`: `case/`, `notice/`, `decision/`, `objection/`, `inspection/`, `consultation`. */
  openOf: (batch: string, what = '') => `${batch}/${what}`,
  ended: (batch: string) => `ended/${batch}`,
  batch: (batch: string) => `batch/${batch}`,
  /** By indicator: what a unit says of its standard. */
  dossier: (batch: string, unit: string) => `dossier/${batch}/${unit}`,
  units: 'units',
  people: 'people',
  /** Whoever something waits for approval of, or has changed and the head of the office has not seen it. */
  changing: 'changing',
  /** Others who were ever appointed to keep the roster, instead of `people`: asked before each request of the first one. */
  administrators: 'administrators',
  evidence: (owner: string) => `evidence/${owner}`,
  /** Files of all owners that wait for the malware scanner or were found bad, instead of their owner's list; by owner. */
  scans: 'scans',
  /** By day and person. */
  opened: 'opened',
  register: 'register',
  /** Titles of which something waits for somebody, instead of `register`: all that a worklist reads of them. */
  titlesAtWork: 'titles-at-work',
  catalogues: 'catalogues',
  /** By day: what was due to be erased. */
  retention: 'retention',
} as const
