/** Whole years of holidays, as a county enters them. The one of 2027 is invented. */
import { addDays, daysBetween } from '#calendar/deadline.ts'

const days = (first: string, last: string): string[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i))

export const HOLIDAYS_2019 = {
  year: 2019,
  source: '国务院办公厅关于2019年部分节假日安排的通知',
  off: [
    ...['2018-12-30', '2018-12-31', '2019-01-01'],
    ...days('2019-02-04', '2019-02-10'),
    ...days('2019-04-05', '2019-04-07'),
    ...days('2019-05-01', '2019-05-04'),
    ...days('2019-06-07', '2019-06-09'),
    ...days('2019-09-13', '2019-09-15'),
    ...days('2019-10-01', '2019-10-07'),
  ],
  work: ['2018-12-29', '2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05', '2019-09-29', '2019-10-12'],
}
export const HOLIDAYS_2027 = {
  year: 2027,
  source: '国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕0号）',
  off: [
    ...days('2027-01-01', '2027-01-03'),
    ...days('2027-02-05', '2027-02-11'),
    ...days('2027-04-03', '2027-04-05'),
    ...days('2027-05-01', '2027-05-03'),
    ...days('2027-06-09', '2027-06-11'),
    ...days('2027-09-15', '2027-09-17'),
    ...days('2027-10-01', '2027-10-07'),
  ],
  work: ['2027-01-09'],
}
