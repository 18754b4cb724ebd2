/** An officer prepares a measure on a title, the head approves it or sends it back. */
import { batchStream } from '#batch/batch.ts'
import { problemOfNumber } from '#batch/call-rules.ts'
import type { TitlePage, titleEndpoints } from '#contracts/title/title.ts'
import type { Call, UseCase } from '#edge/use-case.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { Overtaken } from '#ledger/by-two.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { knownAs } from '#rows/known.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import { isOfAnotherYear } from '#title/earlier-batch.ts'
import * as deciders from '#title/measures.ts'
import type { Title } from '#title/title.ts'
import type { MeasureOf, TitleEvent } from '#title/title-events.ts'
import { decideOnTitle, type LookedAtTitle, lookAtTitle } from './look-at-title.ts'
import { showTitle } from './show-title.ts'
import type { TitleDeps } from './title-deps.ts'

type Uses = typeof titleEndpoints
type Click = Pick<Call<Uses['approveMeasure']>, 'params' | 'caller' | 'received' | 'command'>

export const prepareMeasure =
  (deps: TitleDeps): UseCase<Uses['prepareMeasure']> =>
  (call) => {
    const { replaces, ...measure } = call.body
    return decide(deps, call, async (looked) => {
      if (measure.kind === 'enter') mustBeBefore(looked, call.params.batch, measure)
      if (measure.kind === 'propose') mustBeAsked(looked, call.params.batch, measure)
      await mustBeKept(deps, call.params.unit, measure)
      return deciders.prepareMeasure(looked.stream, { measure, replaces }, asked(call))
    })
  }

export const approveMeasure =
  (deps: TitleDeps): UseCase<Uses['approveMeasure']> =>
  (call) =>
    decide(deps, call, async ({ stream, read }) => {
      const { prepared } = read.state
      // What was sound when it was prepared may have been found infected since.
      if (prepared) await mustBeKept(deps, call.params.unit, prepared.measure)
      return deciders.approveMeasure(stream, call.body, asked(call))
    })

export const returnMeasure =
  (deps: TitleDeps): UseCase<Uses['returnMeasure']> =>
  (call) =>
    decide(deps, call, async ({ stream }) => deciders.returnMeasure(stream, call.body, asked(call)))

const asked = ({ caller, received }: Click) => ({ by: caller.person, received })

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

async function decide(
  deps: TitleDeps,
  click: Click,
  prepare: (looked: LookedAtTitle) => Promise<Decision<TitleEvent, Title>>,
): Promise<TitlePage> {
  const looked = await lookAtTitle(deps, click)
  const { command, caller } = click
  try {
    const read = await decideOnTitle(deps, looked, { by: caller.person, command }, () => prepare(looked))
    return await showTitle(deps, click, { ...looked, read })
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
    throw error.named((await namesOfPeople(deps, [error.by], looked.known))(error.by))
  }
}
