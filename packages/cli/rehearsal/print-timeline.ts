import type { Told } from './play-year.ts'

const clock = (timeStyle: 'short' | 'medium') =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle })
const shanghai = { minutes: clock('short'), seconds: clock('medium') }

/** The year as a person reads it: each unit's story, dated in Asia/Shanghai, and whether it ended where it should. */
export const timelineText = (cases: readonly Told[], to: 'minutes' | 'seconds' = 'minutes'): string =>
  cases
    .map(({ unit, story, expected, actual, ok, timeline }) =>
      [
        `${ok ? '✓' : '✗'} ${unit}：${story}`,
        ...timeline.map(
          ({ at, step, event, by }) => `    ${shanghai[to].format(new Date(at))}  ${step} · ${event}，${by}`,
        ),
        ...(ok ? [] : [`    应为“${expected}”，实为“${actual}”`]),
      ].join('\n'),
    )
    .join('\n\n')
