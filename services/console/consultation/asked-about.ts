/** What organs say of one unit, of all letters of its batch: the lines beside a veto check and in a list. */
import { daysBetween } from '#calendar/deadline.ts'
import { type ConsultationsPage, replyShownOf } from '#contracts/consultation/consultation.ts'

type Asked = Pick<ConsultationsPage, 'letters' | 'today'>
/** Of one letter. `known`: what organs know of the unit. */
export type UnitAsked = {
  readonly n: number
  readonly reference: string
  readonly said: string
  readonly known: readonly { readonly organ: string; readonly text: string }[]
}

/** How many days a reply is late; 0 as long as it is not. */
export const daysLate = (lastDay: string, today: string): number => Math.max(0, daysBetween(lastDay, today))

/** The letters that ask about a unit, the newest first. */
export const askedAbout = ({ letters, today }: Asked, unit: string): readonly UnitAsked[] =>
  letters
    .filter(({ withdrawn, units }) => !withdrawn && units.some((one) => one.unit === unit))
    .map(({ n, reference, organs, lastDay }) => {
      const known = organs.flatMap((organ) =>
        (replyShownOf(organ)?.found ?? []).flatMap((one) =>
          one.unit === unit ? [{ organ: organ.title, text: one.text }] : [],
        ),
      )
      const waiting = organs.filter((organ) => !replyShownOf(organ))
      const replied = organs.length - waiting.length
      const late = daysLate(lastDay, today)
      return {
        ...{ n, reference, known },
        said: [
          `${organs.length}个机关已复函${replied}个${known.length > 0 || replied === 0 ? '' : '，均未发现问题'}`,
          ...(waiting.length > 0
            ? [`${waiting.map(({ title }) => title).join('、')}未复函${late > 0 ? `（逾期${late}日）` : ''}`]
            : []),
        ].join('；'),
      }
    })
