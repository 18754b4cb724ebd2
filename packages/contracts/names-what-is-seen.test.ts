/** Whoever decides on something that is shown names what they saw, so that nothing is decided that nobody looked at. */

import { expect, it } from 'vitest'
import type { z } from 'zod/mini'
import { assessmentEndpoints } from './assessment/assessment.ts'
import { catalogueEndpoints } from './catalogue.ts'
import { consultationEndpoints } from './consultation/consultation.ts'
import { dossierEndpoints } from './dossier/dossier.ts'
import type { Endpoint } from './endpoint.ts'
import { evidenceEndpoints } from './evidence.ts'
import { intakeEndpoints } from './intake.ts'
import { noticeEndpoints, publicEndpoints } from './notice.ts'
import { resultsEndpoints } from './results/results.ts'
import { rosterEndpoints } from './roster.ts'
import { titleEndpoints } from './title/title.ts'
import { viewsEndpoints } from './views.ts'
import { workEndpoints } from './work/work.ts'

/**
 * What each command names. `visit`: the stay of a case at its step, within which its form does not change; `visits`: of each case. `covers`,
 * `base`: the form by its digest. `drafted`, `entered`, `raised`, `prepared`, `proposal`: what waits for a second
 * person. `corrects`: the visit at which the decision was made. `seen`: how many there were. `period`: which report is owed.
 */
const NAMED = {
  ...{ saveForm: ['base'], signForm: ['covers'], declineSigning: ['covers'], submitForm: ['covers'] },
  recallForm: ['visit'],
  ...{ draftDecision: ['visit', 'replaces'], decideStep: ['visit', 'replaces'] },
  ...{ returnDraft: ['drafted'], signDraft: ['drafted'] },
  ...{ draftCorrection: ['corrects', 'replaces'], returnCorrection: ['drafted'], signCorrection: ['drafted'] },
  ...{ confirmWithdrawal: ['entered'], cancelWithdrawal: ['entered'] },
  ...{ confirmVeto: ['raised'], dismissVeto: ['raised'] },
  ...{ extendCase: ['visit'], reportProgress: ['period'] },
  ...{
    recordMethod: ['visit', 'sheet'],
    noteIndicator: ['visit', 'number'],
    endMethod: ['visit', 'seen'],
    settleInquiry: ['visit'],
  },
  ...{ prepareAnnouncement: ['replaces'], approveAnnouncement: ['prepared'], returnAnnouncement: ['prepared'] },
  ...{ prepareCall: ['replaces'], openCall: ['prepared'], returnCall: ['prepared'] },
  ...{ prepareAmendment: ['replaces'], approveAmendment: ['prepared'], returnAmendment: ['prepared'] },
  ...{ prepareCancelling: ['replaces'], approveCancelling: ['prepared'], returnCancelling: ['prepared'] },
  ...{ prepareNotice: ['replaces'], approveNotice: ['prepared'], returnNotice: ['prepared'] },
  ...{ prepareList: ['visits'], remindUnits: ['seen'], issueBulletin: ['seen'] },
  ...{ sendConsultation: ['seen'], correctReply: ['seen'], withdrawReply: ['seen'] },
  ...{ correctResult: ['seen'], withdrawResult: ['seen'] },
  ...{ recordVisit: ['seen'], answerFinding: ['seen'], settleFinding: ['seen'] },
  ...{ approveChanges: ['proposals.proposal'], declineChange: ['proposal'], takeBackChange: ['proposal'] },
  noteChanges: ['news.seen'],
  ...{ prepareMeasure: ['replaces'], approveMeasure: ['prepared'], returnMeasure: ['prepared'] },
  ...{ dropMeasure: ['prepared'], recordTitleMeeting: ['replaces'] },
  ...{ draftExperience: ['replaces'], consentToExperience: ['seen'], declineExperience: ['seen'] },
  ...{ proposeExperience: ['seen'], returnExperience: ['seen'], returnExperienceProposal: ['seen'] },
  ...{ publishExperience: ['prepared'], withdrawExperience: ['seen'], takeExperienceDown: ['seen'] },
  ...{ saveDossierItem: ['number'], spreadDossier: ['seen'], giveBackShare: ['seen'] },
} as const satisfies Readonly<Record<string, readonly string[]>>

/** Those that name nothing, and why they need not. */
const NEEDS_NONE: Readonly<Record<string, string>> = {
  openCase: 'begins an empty form',
  enterWithdrawal: 'the unit says of itself that it leaves, and its head confirms what was entered',
  raiseVeto: 'reports what came from outside; refused while another one waits',
  guideUnit: 'advice, from which nothing follows',
  recordResolution: 'records what a meeting decided on its day; a case that came to the step later is refused',
  ...{
    recheckTitle: 'says what was found in a year; what was said of it before stays',
    recordPlaque: 'says that something came back, once',
  },
  recordProof: 'adds a paper; the one before stays on the record',
  closeNotice: 'confirms channels outside; each line follows from findings that others have signed for',
  enterObjection: 'enters what came from outside',
  ...Object.fromEntries(
    [
      'admitObjection',
      'declineObjection',
      'findObjection',
      'admitObjections',
      'declineObjections',
      'findObjections',
    ].map((name) => [
      name,
      'what an objection says never changes, and whoever comes second to it is told who was first',
    ]),
  ),
  citeInDossier: 'adds files; nothing that stands is changed',
  finishDossier: 'lists what is written; saving the form, which names what was seen, takes the list in',
  ...{ previewNotice: 'writes nothing', checkRoster: 'writes nothing' },
  chaseOrgan: 'enters what was done; an organ that has replied is not chased',
  enterReply: 'enters what came from outside; whoever comes second to it is told',
  enterResult: 'enters what came from outside; the same number is refused, and each other result stands beside it',
  withdrawConsultation: 'is refused as long as a reply stands; nothing else that came since speaks against it',
  noteBulletin: 'says that what never changes was read',
  ...{ enterHolidays: 'the whole year, as the cited notice has it', publishCatalogue: 'the whole edition' },
  ...{ registerUnit: 'the whole line', registerPerson: 'the whole line; a login names whom it leaves' },
  ...{ appoint: 'the whole line, which another person approves', writeLines: 'whole lines, all of them shown before' },
  ...{ askTickets: 'names bytes by their digest', recordScan: 'names bytes by their digest' },
  ...{ submitObjection: 'comes from outside', lookUpObjection: 'writes nothing' },
}

const all: Readonly<Record<string, Endpoint>> = {
  ...{ ...intakeEndpoints, ...noticeEndpoints, ...publicEndpoints, ...viewsEndpoints },
  ...{
    ...evidenceEndpoints,
    ...rosterEndpoints,
    ...catalogueEndpoints,
    ...titleEndpoints,
    ...workEndpoints,
    ...assessmentEndpoints,
  },
  ...dossierEndpoints,
  ...consultationEndpoints,
  ...resultsEndpoints,
}
const posts = Object.entries(all).filter(([, { method }]) => method === 'POST')
const named: Readonly<Record<string, readonly string[]>> = NAMED

it('every command names what was seen, or stands here with why it need not', () => {
  expect(posts.length).toBeGreaterThan(55)
  const placed = [...Object.keys(NAMED), ...Object.keys(NEEDS_NONE)]
  expect(placed.toSorted()).toEqual(posts.map(([name]) => name).toSorted())
})

/** The schema at `a` or `a.b`, lists and what may be left out looked through. */
function at(schema: z.core.$ZodType | undefined, [key, ...path]: readonly string[]): z.core.$ZodType | undefined {
  if (!schema) return undefined
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] }
  if (def.type === 'array') return at(def.element, key === undefined ? [] : [key, ...path])
  if (key === undefined) return schema
  if (def.type === 'union') {
    const found = def.options.map((option) => at(option, [key, ...path]))
    return found.every((one) => one?._zod.optin === found[0]?._zod.optin) ? found[0] : undefined
  }
  return def.type === 'object' ? at(def.shape[key], path) : undefined
}

// What replaces something need not say so where nothing stands, and is refused where something does.
const MAY_BE_LEFT_OUT = ['replaces', 'base']
it.each(Object.entries(named))('%s cannot be sent without it', (name, fields) => {
  for (const field of fields) {
    const schema = at(all[name]?.body, field.split('.'))
    expect([field, schema?._zod.optin]).toEqual([field, MAY_BE_LEFT_OUT.includes(field) ? 'optional' : undefined])
    expect(schema).toBeDefined()
  }
})
