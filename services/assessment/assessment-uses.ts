import type { assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import type { UseCases } from '#edge/use-case.ts'
import type { AssessmentDeps } from './assessment-deps.ts'
import { noteIndicator, readAssessmentItem } from './note-indicator.ts'
import { readTally } from './read-tally.ts'
import { recordMethod } from './record-method.ts'
import { readAssessment } from './show-assessment.ts'

/** Which use case answers what is asked about an assessment. */
export const assessmentUses = (deps: AssessmentDeps): UseCases<typeof assessmentEndpoints> => ({
  readAssessment: readAssessment(deps),
  readAssessmentItem: readAssessmentItem(deps),
  readTally: readTally(deps),
  noteIndicator: noteIndicator(deps),
  recordMethod: recordMethod(deps),
})
