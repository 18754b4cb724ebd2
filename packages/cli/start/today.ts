/** When the demonstration begins, and the instant at which it is handed over: on a day of 2018, whose holidays are known. */
export const BEGINNING = '2018-04-10T09:00:00+08:00'
export const TODAY = '2018-05-08T10:30:00+08:00'
