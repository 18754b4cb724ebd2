/**
 * The most that a request may ask for, two of them for who asks; these numbers only ever go down. A function that has
 * just started reads texts of a case besides, within `MOST` all the same: `services/intake/case/sdk-calls.test.ts`.
 */
export const COMMANDS: Record<string, number> = {
  openCase: 8,
  saveForm: 8,
  signForm: 8,
  declineSigning: 7,
  submitForm: 7,
  recallForm: 7,
  draftDecision: 6,
  returnDraft: 6,
  signDraft: 7,
  decideStep: 7,
  // One of them reads the form, which a function that only corrects has not had before it.
  draftCorrection: 9,
  returnCorrection: 7,
  signCorrection: 8,
  enterWithdrawal: 8,
  confirmWithdrawal: 7,
  cancelWithdrawal: 7,
  raiseVeto: 6,
  confirmVeto: 6,
  dismissVeto: 6,
  extendCase: 7,
  reportProgress: 8,
  guideUnit: 7,
  recordMethod: 9,
  noteIndicator: 8,
  endMethod: 7,
  settleInquiry: 7,
  closeNotice: 6,
  recordProof: 5,
  returnNotice: 6,
  enterObjection: 8,
  admitObjection: 6,
  declineObjection: 7,
  findObjection: 6,
  returnAnnouncement: 8,
  saveDossierItem: 7,
  spreadDossier: 9,
  giveBackShare: 9,
  enterHolidays: 4,
  // Three of them for what else is the same bytes, of a verdict that may change it; four of a clean one on what waits.
  recordScan: 7,
  prepareCall: 10,
  openCall: 6,
  returnCall: 6,
  prepareAmendment: 7,
  approveAmendment: 7,
  returnAmendment: 7,
  prepareCancelling: 7,
  approveCancelling: 7,
  returnCancelling: 7,
  sendConsultation: 8,
  chaseOrgan: 8,
  // One of them keeps what an organ knows, or why; what is known is remembered.
  enterReply: 9,
  correctReply: 9,
  withdrawReply: 9,
  withdrawConsultation: 9,
  // Two more where the office asks whether a unit enters its own kind.
  enterResult: 7,
  // One of them keeps why, one what was found.
  correctResult: 8,
  withdrawResult: 7,
  issueBulletin: 9,
  noteBulletin: 7,
  recordVisit: 8,
  answerFinding: 8,
  settleFinding: 8,
  prepareMeasure: 8,
  approveMeasure: 7,
  returnMeasure: 6,
  dropMeasure: 6,
  recordTitleMeeting: 9,
  recheckTitle: 6,
  recordPlaque: 6,
  draftExperience: 7,
  consentToExperience: 6,
  declineExperience: 6,
  proposeExperience: 6,
  returnExperience: 5,
  publishExperience: 6,
  returnExperienceProposal: 6,
  withdrawExperience: 7,
  takeExperienceDown: 7,
}
/** What is asked for however many cases there are, and once more for each; of a notice or a document also once for each that the batch has. */
export const LISTS: Record<string, number> = {
  prepareList: 7,
  recordResolution: 8,
  prepareNotice: 7,
  approveNotice: 6,
  prepareAnnouncement: 8,
  approveAnnouncement: 8,
  remindUnits: 6,
  // Once more for each indicator of the part, whose words lie in its own stream.
  readReportPart: 5,
}
/** What is decided about several at once, each in a stream of its own: read and appended to. */
export const TOGETHER: Record<string, number> = {
  admitObjections: 5,
  declineObjections: 5,
  findObjections: 5,
}
export const PAGES: Record<string, number> = {
  readCase: 7,
  readEarlier: 6,
  // No unit is assessed once more here.
  readInquiries: 4,
  // Two of them record who read it.
  readContact: 6,
  // One of them for acts that came back to whoever prepares them, where a case stands at such a step.
  readWorklist: 8,
  readBoard: 8,
  readRegister: 6,
  readTitle: 5,
  readExperience: 6,
  listBatches: 3,
  listProcedures: 3,
  readNotice: 5,
  draftNotice: 5,
  previewNotice: 5,
  // One of them reads the file that came with it, as a whole; two record who read it.
  readObjection: 9,
  // One of them reads the notice with open objections; once more for each further one.
  readObjectionQueue: 5,
  // What the office reads names what was handed in, by its list.
  readDossier: 6,
  readDossierPart: 5,
  readDossierItem: 7,
  // Two of them read who may write it, and one the standard.
  readSpread: 9,
  listOpenings: 5,
  // One of them reads the names of the units.
  listScans: 4,
  // One of them reads the newest list, and one the names of who proposed and approved.
  readRetention: 5,
  readResolutions: 6,
  // Two of them for the one case that waits: its stream, and the form that names its project.
  readSubmission: 7,
  readAnnouncements: 7,
  readReminders: 4,
  readChanges: 6,
  // Three of them tell the office which units have read them.
  readBulletins: 9,
  // Two of them tell the office whom it may ask about.
  readConsultations: 7,
  readResults: 5,
  // Three years.
  readRecentResults: 7,
  // Two of them tell the office which units enter for themselves.
  readEntering: 5,
  readCall: 5,
  previewCall: 3,
  // One of them tells the office who may have visited.
  readInspection: 7,
}
/** Pages with the five methods of an assessment side by side: a stream for each, and one for each other scorer once it has ended. */
export const SIDE_BY_SIDE: Record<string, number> = {
  // Of the scorers of this county; five of them are others' sheets by methods that have ended.
  readAssessment: 17,
  readAssessmentItem: 12,
  // The sheets that records took in, beside what every look at an assessment reads.
  readTally: 14,
}
/** What no bound may exceed, of a command on a case and of a page. */
export const MOST = { command: 10, page: 9 }
