import { intakeEndpoints } from '#contracts/intake.ts'
import type { Paper } from '#papers/paper.ts'
import { useApi } from '../session/api.ts'
import { arrived } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import type { Submitting } from './submission-paper.ts'

/** Makes the paper of a list that is submitted at a step: by its number, or what is still to be. */
export function useSubmission(
  batch: string,
  step: string,
): (list: number | 'next', chosen?: Pick<Submitting, 'units' | 'text'>) => Promise<Paper> {
  const api = useApi()
  const training = useTraining() !== undefined
  return async (list, chosen = {}) => {
    const [submissionPaper, page] = await Promise.all([
      arrived(async () => (await import('./submission-paper.ts')).submissionPaper),
      api(intakeEndpoints.readSubmission, { params: { batch, step, list: String(list) } }),
    ])
    return submissionPaper({ page, training, ...chosen })
  }
}
