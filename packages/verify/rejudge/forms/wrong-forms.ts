/** Whether what a save says of the text that it keeps is what that text says: as far as the text is at hand. */
import { caseEvent } from '#case/case-events.ts'
import type { Commit } from '#ledger/ledger.ts'
import type { Bodies } from '../../bodies.ts'
import type { Finding } from '../../finding.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { oddCommit } from '../judging.ts'
import { textOf } from './text-of.ts'
import { wrongAssessment } from './wrong-assessment.ts'
import { wrongText } from './wrong-text.ts'

/** @param commits of one stream, as they were written */
export async function wrongForms(
  stream: string,
  commits: readonly Commit[],
  elsewhere: Elsewhere,
  bodies: Pick<Bodies, 'text'>,
): Promise<Finding[]> {
  if (!stream.startsWith('case/')) return []
  const findings: Finding[] = []
  for (const { number, events } of commits)
    for (const [i, stored] of events.entries()) {
      const { data: event } = caseEvent.safeParse(stored)
      if (event?.type !== 'saved') continue
      const wrong =
        wrongText({ stream, event, elsewhere }, await textOf(bodies, event.content)) ??
        (await wrongAssessment({ stream, number, event }, elsewhere, bodies))
      if (!wrong) continue
      const field = `events[${i}].${wrong.field}`
      findings.push(oddCommit(stream, number, { field, how: `的${field}${wrong.how}` }))
    }
  return findings
}
