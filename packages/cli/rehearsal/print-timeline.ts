import { dateOf } from '#calendar/deadline.ts'
import { shownMinute, shownSecond } from '#calendar/said.ts'
import type { Told } from './play-year.ts'

const shown = { minutes: shownMinute, seconds: shownSecond }

/** The year as a person reads it: each unit's story, dated in Asia/Shanghai, and whether it ended where it should. */
export const timelineText = (cases: readonly Told[], to: 'minutes' | 'seconds' = 'minutes'): string =>
  cases
    .map(({ unit, story, expected, actual, ok, timeline }) =>
      [
        `${ok ? '✓' : '✗'} ${unit}：${story}`,
        ...timeline.map(
          ({ at, on, step, event, by }) =>
            `    ${shown[to](at)}  ${step} · ${event}，${by}${on === undefined || on === dateOf(at) ? '' : `，${on}`}`,
        ),
        ...(ok ? [] : [`    应为“${expected}”，实为“${actual}”`]),
      ].join('\n'),
    )
    .join('\n\n')
