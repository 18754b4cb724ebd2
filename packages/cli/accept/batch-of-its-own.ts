/** A trial batch that nobody else uses, and its end. */
import { dateOf } from '#calendar/deadline.ts'
import { ApiError } from '#contracts/client.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { Sentence } from '#typed/sentence.ts'
import { OFFICE, openCall } from '../rehearsal/acts.ts'
import { withdrawOnPaper } from '../rehearsal/case-acts.ts'
import { readCase, type Stage } from '../rehearsal/stage.ts'
import { chooseVetoes } from './choose-vetoes.ts'
import type { Unit } from './stories.ts'
import { trialTerms } from './trial.ts'

/** Far above the numbers that a county's own batches of a year can reach. */
const NUMBERS = { last: 99, first: 60 }

/** Calls a trial batch under the highest number of this year that is free. */
export async function openTrial(stageOf: (batch: string) => Stage, now: () => Date): Promise<Stage> {
  const year = dateOf(now().toISOString()).slice(0, 4)
  const head = stageOf('').as(OFFICE.head)
  const { batches } = await head(viewsEndpoints.listBatches)
  const vetoes = await chooseVetoes(head)
  const taken = new Set(batches.map(({ batch }) => batch))
  for (let number = NUMBERS.last; number >= NUMBERS.first; number--) {
    const stage = stageOf(`${year}-${number}`)
    if (taken.has(stage.batch)) continue
    try {
      await openCall({ ...trialTerms(now()), vetoes })(stage)
      return stage
    } catch (error) {
      // The list may lag behind a batch that was called a moment ago.
      if (!(error instanceof ApiError && error.code === 'conflict')) throw error
    }
  }
  throw new Sentence(`${year}年的演练批次${NUMBERS.first}至${NUMBERS.last}都已用过；请在明年的批次中验收。`)
}

/** Withdraws whatever of the batch is still open; answers the units it did that for. */
export async function endBatch(stage: Stage, units: readonly Unit[]): Promise<readonly Unit[]> {
  const open: Unit[] = []
  for (const unit of units) {
    const page = await readCase(stage, OFFICE.officer, unit.id)
    if (page.visit === 0 || page.ended) continue
    await withdrawOnPaper(unit.id, '部署验收结束。')(stage)
    open.push(unit)
  }
  return open
}

/** What the lists say of the batch, which follow the ledger by themselves. */
export const openOnBoard = async (stage: Stage): Promise<readonly string[]> => {
  const { cases } = await stage.as(OFFICE.officer)(viewsEndpoints.readBoard, { params: { batch: stage.batch } })
  return cases.flatMap(({ ended, name }) => (ended ? [] : [name]))
}
