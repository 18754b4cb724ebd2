/** What a field counts: days of the calendar, votes, places for units, or the place of one in an order. */
export const COUNT_UNITS = ['days', 'votes', 'places', 'ranks'] as const
export type CountUnit = (typeof COUNT_UNITS)[number]
