/** What a call may say of its number and its days: asked by whoever fills it in before anything is sent, and by the county. */
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'

/** Pages and papers are addressed by it: a year of this century and how many calls it has had. */
const NUMBER = /^20\d{2}-[1-9]\d?$/

/** Why a batch cannot have this number. */
export const problemOfNumber = (batch: string): string | undefined =>
  NUMBER.test(batch) ? undefined : '应为“年份-期数”，用半角数字和短横，期数从1到99，如2018-2'

/** Why one cannot have a number that was used. */
export const NUMBER_TAKEN = '这个编号的批次已经发布，请用下一个编号'

/** How many days after the call a date may be at most, five years: a mistyped one could not be taken back. */
const LONGEST = 5 * 366

/** An approval of before this is mistyped: no cycle of such an activity is longer than five years. */
const OLDEST = LONGEST
/** Of before this it may be right, for a programme that was approved for several years, and is asked about. */
const A_YEAR = 366

/** Whether an approval is so old that whoever calls says that it is meant. @param now an instant */
export const isOldApproval = (approved: string, now: string): boolean => approved < addDays(dateOf(now), -A_YEAR)

/** `lateFrom`: the first late instant, where a date was given. In the procedure's order. */
export type DatedStep = { readonly step: string; readonly title: string; readonly lateFrom: string | undefined }

/**
 * Of days that cannot be any more, not yet, or not in this order, by field.
 * @param approved the day of the approval, and `issued` the document's own, where one was given
 * @param now an instant
 */
export function problemsOfDays(
  {
    approved,
    issued,
    dated,
  }: {
    readonly approved: string | undefined
    readonly issued?: string | undefined
    readonly dated: readonly DatedStep[]
  },
  now: string,
): Record<string, string> {
  const longest = firstLateInstant(addDays(dateOf(now), LONGEST))
  const whyNot = ({ title, lateFrom }: DatedStep, before: DatedStep | undefined): string | undefined => {
    if (!lateFrom) return undefined
    if (lateFrom <= now) return '截止日期已经过去，请另选'
    if (before?.lateFrom && lateFrom <= before.lateFrom) return `“${title}”的截止日期应晚于前一环节`
    return lateFrom > longest ? '截止日期不能晚于通知发布后五年' : undefined
  }
  const oldest = addDays(dateOf(now), -OLDEST)
  return {
    ...(issued && issued > dateOf(now) && { 'document.date': '成文日期不能晚于今天' }),
    ...(issued &&
      approved &&
      issued < approved &&
      approved <= dateOf(now) && { 'document.date': '成文日期不能早于批准日期' }),
    ...(approved && approved > dateOf(now) && { 'approval.date': '批准日期不能晚于今天' }),
    ...(approved &&
      approved < oldest && {
        'approval.date': `批准日期（${saidDay(approved)}）已超过五年，不能作为本批次的依据；请核对批准文件的日期`,
      }),
    ...Object.fromEntries(
      dated.flatMap((one, i) => {
        const why = whyNot(one, dated[i - 1])
        return why ? [[`dates.${one.step}`, why]] : []
      }),
    ),
  }
}
