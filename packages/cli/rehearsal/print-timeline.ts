import { dateOf } from '#calendar/deadline.ts'
import { shownMinute, shownSecond } from '#calendar/said.ts'
import type { Told } from './play-year.ts'

const shown = { minutes: shownMinute, seconds: shownSecond }

/** The year as a person reads it: each unit's story, dated in Asia/Shanghai, and whether it ended where it should. */
export const timelineText = (cases: readonly Told[], to: 'minutes' | 'seconds' = 'minutes'): string =>
  cases
    .map(({ unit, story, expected, expectedOn, actual, actualOn, ok, timeline }) =>
      [
        `${ok ? '✓' : '✗'} ${unit}：${story}`,
        ...timeline.map(
          ({ at, on, step, event, by }) =>
            `    ${shown[to](at)}  ${step} · ${event}，${by}${on === undefined || on === dateOf(at) ? '' : `，${on}`}`,
        ),
        ...(ok ? [] : [`    应为“${expected}”${expectedOn ?? ''}，实为“${actual}”${actualOn}`]),
      ].join('\n'),
    )
    .join('\n\n')

/** Every unit's fate in a line: batch, unit, what became of it, and where and on which day it was to end and did. */
export const fatesTable = (cases: readonly Told[]): string =>
  [
    ['批次', '单位', '经过', '应到', '应在', '实到', '实在'],
    ['---', '---', '---', '---', '---', '---', '---'],
    ...cases.map(({ batch, unit, story, expected, expectedOn = '', actual, actualOn }) => [
      ...[batch, unit, story, expected, expectedOn, actual, actualOn],
    ]),
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
