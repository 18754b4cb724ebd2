/** When the demonstration begins, and the instant at which it is handed over: on a day of 2018, whose holidays are known. */
export const BEGINNING = '2018-04-10T09:00:00+08:00'
/** Where the whole of it begins, for whoever looks around: a batch that is finished is in it. */
export const FIRST_BATCH_BEGINNING = '2016-10-10T09:00:00+08:00'
export const TODAY = '2018-05-08T10:30:00+08:00'
