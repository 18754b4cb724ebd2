/** An officer prepares a measure on a title, the head approves it or sends it back. */
import { batchStream } from '#batch/batch.ts'
import { problemOfNumber } from '#batch/call-rules.ts'
import type { titleEndpoints } from '#contracts/title/title.ts'
import type { UseCase } from '#edge/use-case.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { Refused } from '#ledger/refused.ts'
import { knownAs } from '#rows/known.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import { isOfAnotherYear } from '#title/earlier-batch.ts'
import * as deciders from '#title/measures.ts'
import type { MeasureOf } from '#title/title-events.ts'
import { askedBy, decideAndShow } from './decide-and-show.ts'
import type { LookedAtTitle } from './look-at-title.ts'
import type { TitleDeps } from './title-deps.ts'

type Uses = typeof titleEndpoints

export const prepareMeasure =
  (deps: TitleDeps): UseCase<Uses['prepareMeasure']> =>
  (call) => {
    const { replaces, ...measure } = call.body
    return decideAndShow(deps, call, async (looked) => {
      if (measure.kind === 'enter') mustBeBefore(looked, call.params.batch, measure)
      if (measure.kind === 'propose') mustBeAsked(looked, call.params.batch, measure)
      await mustBeKept(deps, call.params.unit, measure)
      return deciders.prepareMeasure(looked.stream, { measure, replaces }, askedBy(call))
    })
  }

export const approveMeasure =
  (deps: TitleDeps): UseCase<Uses['approveMeasure']> =>
  (call) =>
    decideAndShow(deps, call, async ({ stream, read }) => {
      const { prepared } = read.state
      // What was sound when it was prepared may have been found infected since.
      if (prepared) await mustBeKept(deps, call.params.unit, prepared.measure)
      return deciders.approveMeasure(stream, call.body, askedBy(call))
    })

export const returnMeasure =
  (deps: TitleDeps): UseCase<Uses['returnMeasure']> =>
  (call) =>
    decideAndShow(deps, call, async ({ stream }) => deciders.returnMeasure(stream, call.body, askedBy(call)))

export const dropMeasure =
  (deps: TitleDeps): UseCase<Uses['dropMeasure']> =>
  (call) =>
    decideAndShow(deps, call, async ({ stream }) => deciders.dropMeasure(stream, call.body, askedBy(call)))

/** A title of a batch that this system runs is conferred by its naming. @throws Refused */
function mustBeBefore({ known }: LookedAtTitle, batch: string, { on, number }: MeasureOf<'enter'>): void {
  const wrong = problemOfNumber(batch)
  if (wrong) throw new Refused('incomplete', `批次编号应为“年份-期数”，如2016-1；收到“${batch}”。`, { batch: wrong })
  if (knownAs(known, 'batch', batchStream(batch)))
    throw new Refused('conflict', `“${batch}”批次由本系统办理，命名以后自动列入名录，不能补录。`)
  const wrongs = {
    ...(isOfAnotherYear(batch, on) && {
      on: `${batch}批次的命名日期应在${batch.slice(0, 4)}年或者次年；请核对批次编号和日期`,
    }),
    ...(!/[〔[（(]\d{4}[〕\]）)].*\d+.*号$/u.test(number) && { number: `文号应如“泗政〔2016〕9号”；收到“${number}”` }),
  }
  if (Object.keys(wrongs).length > 0) throw new Refused('incomplete', '补录的称号还需要修改。', wrongs)
}

/** What the batch froze is chosen from, and what belongs to the veto is not said of another ground. @throws Refused */
function mustBeAsked(
  { known }: LookedAtTitle,
  batch: string,
  { ground, situation, happened, discovered }: MeasureOf<'propose'>,
) {
  const situations = knownAs(known, 'batch', batchStream(batch))?.terms?.vetoes?.items ?? []
  const isOwn = situations.length === 0 || situations.some(({ title }) => title === situation)
  if (ground === 'veto' && situation && !isOwn)
    throw new Refused('incomplete', '提请取消还需要修改。', { situation: '请从本批次通知列出的一票否决情形中选择' })
  if (ground !== 'veto' && (situation ?? happened ?? discovered) !== undefined)
    throw new Refused('incomplete', '提请取消还需要修改。', { ground: '不是一票否决的，不填写情形和发生、发现的日期' })
}

/** @throws Refused naming the file that cannot be used */
async function mustBeKept({ ledger }: TitleDeps, unit: string, measure: object): Promise<void> {
  const scan = 'scan' in measure && typeof measure.scan === 'string' ? measure.scan : undefined
  const { wrong } = scan ? await keptFile(ledger, officeOn(unit), scan) : { wrong: undefined }
  if (wrong) throw new Refused('incomplete', '扫描件还不能使用。', { scan: wrong })
}
