/** The day on which a notice is published, as far as it can be judged before it is sent. */
import { ApiError } from '#contracts/client.ts'
import { isDay } from '#contracts/forms.ts'

type Known = {
  /** The server's date, once it is known. */
  readonly today: string | undefined
  /** Whether a picture of the page on that day is attached. */
  readonly proved: boolean
  /** The last day of the period that follows from it, once it is counted. */
  readonly lastDay?: string | undefined
  /** Why no period could be counted from it. */
  readonly error: Error | null
}

/** Why it cannot be that day; undefined when it can, or is not known yet. */
export function whyNotOn(on: string, { today, proved, lastDay, error }: Known): string | undefined {
  if (!isDay(on)) return undefined
  if (error instanceof ApiError && error.status === 422) return error.fields['publication.on'] ?? error.message
  if (today === undefined) return undefined
  if (on > today) return '发布日期不能晚于今天'
  if (lastDay !== undefined && lastDay < today) return '自这一天起算的公示期已经结束'
  return on < today && !proved ? '请改为今天，或附发布当日的网页截图' : undefined
}
