/** A conclusion that its own checklist or its own opinion contradicts: it may be meant, and is said and asked about before it counts. */
import { saysOtherwise } from './said-conclusion.ts'

type Effect = 'on' | 'back' | 'end'
type Checklist = Readonly<Record<string, boolean>>
type Judged = { readonly checklist?: Checklist | undefined; readonly reason?: string | undefined }
export type AtOdds = { readonly field: 'checklist' | 'reason'; readonly why: string }

/**
 * @param effect whether the outcome leads on, back for mending, or to an end; a return is about the form, not about the
 * checklist
 * @param title the outcome, as it is shown
 */
export function whatIsAtOdds(
  effect: Effect | undefined,
  title: string,
  { checklist, reason }: Judged,
): AtOdds | undefined {
  const answers = Object.values(checklist ?? {})
  const unmet = answers.filter((yes) => !yes).length
  const of = (field: AtOdds['field'], why: string): AtOdds => ({ field, why: `${why}，结论却是“${title}”` })
  if (effect === 'on' && unmet > 0) return of('checklist', `核对清单还有${unmet}项没有勾选`)
  if (effect === 'end' && answers.length > 0 && unmet === 0) return of('checklist', '核对清单全部勾选为符合')
  const said = effect && saysOtherwise(effect, reason ?? '')
  return said === undefined ? undefined : of('reason', `意见中写的是“${said}”`)
}
export const whyAtOdds = (...judged: Parameters<typeof whatIsAtOdds>): string | undefined =>
  whatIsAtOdds(...judged)?.why

type Way = { readonly title: string; readonly on?: unknown; readonly back?: unknown }
export const effectOf = ({ on, back }: Way): Effect => (back ? 'back' : on ? 'on' : 'end')
