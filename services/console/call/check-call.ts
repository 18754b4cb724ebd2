/** What is said of a call before anybody is asked to confirm it. */
import { z } from 'zod/mini'
import { isOldApproval, NUMBER_TAKEN, problemOfNumber, problemsOfDays } from '#batch/call-rules.ts'
import { problemsOfScoring } from '#batch/scoring/problems-of-scoring.ts'
import { dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { instantOf } from '#calendar/instant.ts'
import { saidDay } from '#calendar/said.ts'
import { scoringBody } from '#contracts/assessment/scoring.ts'
import { callBody, type OfferedProcedure } from '#contracts/call.ts'
import type { CatalogueLine } from '#contracts/catalogue.ts'
import { ApiError } from '#contracts/client.ts'
import { isDay } from '#contracts/forms.ts'
import { tidyLine } from '#typed/line.ts'
import { wrongIn } from '../forms/checked.ts'
import type { Values } from '../forms/kept-values.ts'
import { boxField, dateField, NONE, whyField } from './call-fields.ts'
import { callOf, designatedIn } from './call-values.ts'
import { scoringOf } from './scoring-fields.ts'

/** Numbers that no new call can have. */
export type Taken = { readonly called: readonly string[]; readonly prepared: readonly string[] }

/** Why the batch cannot have that number. */
export function whyNotNumber(typed: unknown, { called, prepared }: Taken): string | undefined {
  const batch = tidyLine(String(typed ?? ''))
  const taken = called.includes(batch) ? NUMBER_TAKEN : undefined
  const inHand = prepared.includes(batch) ? '这个编号的通知正在拟制，请从批次列表打开修改，或者用下一个编号' : undefined
  return problemOfNumber(batch) ?? taken ?? inHand
}

/**
 * Says at its field whatever the county would refuse, all at once, before anybody is asked to confirm it.
 * @param taken numbers that the batch cannot have; left out where it has one
 * @param now the server's instant in milliseconds; without it days are left to the county
 * @throws ApiError
 */
export function checkCall(
  values: Values,
  {
    procedure,
    published,
    taken,
    now,
  }: {
    procedure: OfferedProcedure
    published: readonly CatalogueLine[]
    taken?: Taken
    now?: number | undefined
  },
): void {
  const number = taken && whyNotNumber(values.batch, taken)
  const dayOf = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined)
  const dated = procedure.dates.map(({ step, title }) => {
    const lastDay = dayOf(values[dateField(step)])
    return { step, title, lateFrom: lastDay && firstLateInstant(lastDay) }
  })
  const [approved, issued] = [dayOf(values.date), dayOf(values.issued)]
  const days = now === undefined ? {} : problemsOfDays({ approved, issued, dated }, instantOf(now))
  const wrong = {
    ...wrongIn(callBody, callOf(values, procedure, published), (path) => shownAt(path, designatedIn(values))),
    ...(number && { batch: number }),
    ...wrongScoring(values, procedure),
    ...(values.trial !== 'yes' && values.docNumber === undefined && { docNumber: '请填写通知的文号' }),
    ...Object.fromEntries(Object.entries(days).map(([path, said]) => [shownAt(path), said])),
  }
  if (Object.keys(wrong).length > 0)
    throw new ApiError(422, `通知有${Object.keys(wrong).length}处需要修改。`, 'incomplete', wrong)
}

/** What a way that is filled in lacks all the same. */
function wrongScoring(values: Values, procedure: OfferedProcedure): Record<string, string> {
  const { success, data } = z.safeParse(scoringBody, scoringOf(values, procedure))
  if (!success) return {}
  const methods = Object.fromEntries(procedure.methods.map(({ name, title }) => [name, title]))
  return problemsOfScoring(data, { methods, hasStandard: values.standard !== undefined && values.standard !== NONE })
}

/**
 * What whoever publishes is asked: also whether an approval of long ago, or the number of another year, is meant.
 * @param now the server's instant in milliseconds
 */
export function askOfCall({ date, batch }: Values, now: number | undefined): string {
  const ask = '由负责人签发后发布，发布后内容即固定，是否送签？'
  if (now === undefined) return ask
  const number = tidyLine(String(batch ?? ''))
  const year = dateOf(instantOf(now)).slice(0, 4)
  const otherYear =
    problemOfNumber(number) === undefined && !number.startsWith(year)
      ? `批次编号${number}不是今年（${year}年）的，发布后不能改，请核对。`
      : ''
  const old =
    typeof date === 'string' && isDay(date) && isOldApproval(date, instantOf(now))
      ? `批准日期是${saidDay(date)}，距今已超过一年，请核对本批次是否仍依据这次批准。`
      : ''
  return `${otherYear}${old}${ask}`
}

const IN_DOCUMENT: Readonly<Record<string, string>> = { number: 'docNumber', organ: 'organ', date: 'issued' }

/** At which field of the form something wrong at a path of the body is shown. */
export function shownAt(path: string, designated: readonly string[] = []): string {
  const [head = '', first, second] = path.split('.')
  const named = head === 'designated' && second === 'reason' ? designated[Number(first)] : undefined
  if (named !== undefined) return whyField(named)
  if (head === 'dates' && first) return dateField(first)
  if (head === 'signOffs' && first && second) return boxField(first, second)
  if (head === 'approval') return first ?? 'reference'
  if (head === 'document') return (first && IN_DOCUMENT[first]) ?? 'docNumber'
  if (head === 'contact') return first ?? 'phone'
  if (head === 'papers' || head === 'files' || head === 'designated') return head
  // A list's line is shown at its field.
  if (head === 'scoring') return [head, first ?? 'way', ...(first === 'weights' && second ? [second] : [])].join('.')
  return head === 'notice' ? (first ?? head) : head
}
