/** What a field counts: days of the calendar, votes, or places for units. */
export const COUNT_UNITS = ['days', 'votes', 'places'] as const
export type CountUnit = (typeof COUNT_UNITS)[number]
