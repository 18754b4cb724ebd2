import type { Told } from './play-year.ts'

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** The year as a person reads it: each unit's story, dated in Asia/Shanghai, and whether it ended where it should. */
export const timelineText = (cases: readonly Told[]): string =>
  cases
    .map(({ unit, story, expected, actual, ok, timeline }) =>
      [
        `${ok ? '✓' : '✗'} ${unit}:${story}`,
        ...timeline.map(({ at, step, event, by }) => `    ${shanghai.format(new Date(at))}  ${step} · ${event}(${by})`),
        ...(ok ? [] : [`    应为“${expected}”,实为“${actual}”`]),
      ].join('\n'),
    )
    .join('\n\n')
