import type { publicEndpoints } from '#contracts/notice.ts'
import type { PageUse } from '#edge/use-case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { OBJECTION_STATUS, objectionKind, objectionStream } from '#steps/notice/objection.ts'
import { publishedNotice } from '../notice/read-notices.ts'
import { lookUpPage, standingPage } from '../pages/public-answers-html.ts'
import { unitNameAt } from '../unit-name.ts'
import { answerByOf } from './answer-by.ts'
import { readForm } from './read-form.ts'
import { isCode, readCode, readNumber } from './receipt.ts'
import { lookUpIsTooMany, otherWays, saidWait, waitSeconds } from './refused-for-now.ts'
import type { PublicDeps } from './take-objection.ts'

export const lookUpForm =
  ({ organs }: Pick<PublicDeps, 'organs'>): PageUse<typeof publicEndpoints.lookUpForm> =>
  async ({ query }) => ({ html: lookUpPage({ organs, receipt: query.receipt ?? '' }) })

/** How an objection stands, for whoever has number and code; which of the two was wrong is told to nobody. */
export const lookUpObjection =
  ({ ledger, organs, limits, most }: PublicDeps): PageUse<typeof publicEndpoints.lookUpObjection> =>
  async ({ rawBody, headers, sourceIp, received }) => {
    const form = await readForm({ rawBody, headers })
    const receipt = form.value('receipt').trim()
    const full = await lookUpIsTooMany({ limits, most, address: sourceIp, received })
    if (full)
      return {
        status: 429,
        headers: { 'retry-after': String(waitSeconds(received)) },
        html: lookUpPage({
          ...{ organs, receipt, code: form.value('code') },
          wrong: `${full}，本次没有查询。请于${saidWait(received)}再查；也可以${otherWays(organs)}查询。所填内容都在。`,
        }),
      }
    const known = await find(ledger, receipt, readCode(form.value('code')))
    if (!known)
      return {
        status: 422,
        html: lookUpPage({ organs, receipt, wrong: '回执编号或查询码不对；请对照回执核对后再试。' }),
      }
    const { found, line } = known
    const { state } = await readStream(ledger, objectionKind, objectionStream(line.objection))
    const status = OBJECTION_STATUS[state.status === 'unknown' ? 'received' : state.status]
    return {
      html: standingPage({
        found,
        organs,
        about: await unitNameAt(ledger, line.about, found.published.at),
        objection: line.objection,
        at: line.at,
        status,
        answerBy: answerByOf(found.published, line, state),
        reply: state.reply,
      }),
    }
  }

async function find(ledger: Ledger, receipt: string, code: string) {
  const named = readNumber(receipt)
  if (!named) return undefined
  try {
    const found = await publishedNotice(ledger, named.batch, named.n)
    const { objections } = found.notice
    const line = Object.hasOwn(objections, named.objection) ? objections[named.objection] : undefined
    return line && isCode(line.objection, code, line.code) ? { found, line } : undefined
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}
