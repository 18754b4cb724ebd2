/** A conclusion that its own checklist contradicts: it may be meant, and is said and asked about before it counts. */

type Effect = 'on' | 'back' | 'end'
type Checklist = Readonly<Record<string, boolean>>

/**
 * @param effect whether the outcome leads on, back for mending, or to an end; a return is about the form, not about it
 * @param title the outcome, as it is shown
 */
export function whyAtOdds(
  effect: Effect | undefined,
  title: string,
  checklist: Checklist | undefined,
): string | undefined {
  const answers = Object.values(checklist ?? {})
  const unmet = answers.filter((yes) => !yes).length
  if (effect === 'on' && unmet > 0) return `核对清单还有${unmet}项没有勾选，结论却是“${title}”`
  if (effect === 'end' && answers.length > 0 && unmet === 0) return `核对清单全部勾选为符合，结论却是“${title}”`
  return undefined
}

type Way = { readonly title: string; readonly on?: unknown; readonly back?: unknown }
export const effectOf = ({ on, back }: Way): Effect => (back ? 'back' : on ? 'on' : 'end')
