/** `npm run accept`: the same stories against any deployment, from outside, in a trial batch of its own. */
import { apiClient } from '#contracts/client.ts'
import type { NoticePage } from '#contracts/notice.ts'
import { Sentence } from '#typed/sentence.ts'
import { type Told, tellStories } from '../rehearsal/play-year.ts'
import { timelineText } from '../rehearsal/print-timeline.ts'
import { PROCEDURE } from '../rehearsal/second-batch.ts'
import { eventually, type Stage } from '../rehearsal/stage.ts'
import { given, originOf, understood } from '../understood.ts'
import { endBatch, openOnBoard, openTrial } from './batch-of-its-own.ts'
import { type Cast, castParts } from './cast.ts'
import { freshToken, readTokens } from './read-tokens.ts'
import { castOf, storiesOf } from './stories.ts'
import { playTrial } from './trial.ts'

const USAGE = '用法：npm run accept -- --api https://网站地址 --tokens 令牌文件'
/** Past the two minutes after a period, the period itself, and what a slow start adds. */
const PATIENCE_SECONDS = 360
/** What a token has to last at the beginning: through the acts that have a deadline. */
const BEGINNING_SECONDS = 240

export type Acceptance = {
  readonly origin: string
  readonly tokens: string
  readonly now: () => Date
  readonly told: (line: string) => void
  /** For whoever can look inside the deployment, which an acceptance cannot. */
  readonly atReview?: (batch: string, unit: string) => Promise<void>
  readonly atNotice?: (notice: NoticePage) => Promise<void>
}
export type Accepted = {
  readonly ok: boolean
  readonly batch: string
  readonly cases: readonly Told[]
  readonly seconds: number
}

/** @returns the exit code: 0 when every story ended as it should */
export async function acceptCommand(args: string[]): Promise<number> {
  const { origin, tokens } = readArguments(args)
  const accepted = await accept({ origin, tokens, now: () => new Date(), told: (line) => console.error(line) })
  console.log(acceptedText(accepted))
  return accepted.ok ? 0 : 1
}

/** @throws Sentence saying what did not come; what is open of the batch by then has been withdrawn */
export async function accept({ origin, tokens, now, told, atReview, atNotice }: Acceptance): Promise<Accepted> {
  const began = performance.now()
  const elapsed = () => `${((performance.now() - began) / 1000).toFixed(1).padStart(6)}秒`
  const tell = (what: string) => told(`${elapsed()}  ${what}`)
  const first = readTokens(tokens, now(), BEGINNING_SECONDS)
  const asLogin = (login: string) => apiClient(origin, () => freshToken(tokens, login, { now, told: tell }))
  const cast = await castParts(Object.keys(first), asLogin)
  const playing = castOf(cast.units)
  const stage = await openTrial((batch) => stageOf(origin, batch, cast, asLogin), now)
  tell(`演练批次${stage.batch}已发布`)
  try {
    await playTrial({
      stage,
      playing,
      now,
      told: tell,
      ...(atReview && { atReview: (unit: string) => atReview(stage.batch, unit) }),
      ...(atNotice && { atNotice }),
    })
    const cases = await tellStories(stage, PROCEDURE, storiesOf(playing))
    const onBoard = await eventually(
      stage,
      () => openOnBoard(stage),
      (open) => open.length === 0,
    )
    if (onBoard.length > 0) throw new Sentence(`批次进展中${onBoard.join('、')}仍未办结；请查project-rows的日志。`)
    tell('六件都已办结，批次进展与之一致')
    return {
      ok: cases.every(({ ok }) => ok),
      batch: stage.batch,
      cases,
      seconds: Math.round((performance.now() - began) / 1000),
    }
  } finally {
    const open = await endBatch(stage, cast.units)
    if (open.length > 0) tell(`未办结的${open.map(({ name }) => name).join('、')}已代为退出，演练批次到此结束`)
  }
}

const stageOf = (
  origin: string,
  batch: string,
  { loginOf }: Cast,
  asLogin: (login: string) => ReturnType<typeof apiClient>,
): Stage => ({
  origin,
  batch,
  as: (part) => asLogin(loginOf(part)),
  settle: async () => {},
  patience: PATIENCE_SECONDS,
  sent: new Map(),
})

export const acceptedText = ({ ok, batch, cases, seconds }: Accepted): string =>
  `${timelineText(cases, 'seconds')}\n\n${ok ? '六个单位的办理结果均与预期相符' : '有单位的办理结果与预期不符'}：演练批次${batch}，用时${seconds}秒。`

function readArguments(args: string[]): { origin: string; tokens: string } {
  const { values } = understood(args, USAGE, { options: { api: { type: 'string' }, tokens: { type: 'string' } } })
  return { origin: originOf(values.api, USAGE), tokens: given(values.tokens, USAGE) }
}
