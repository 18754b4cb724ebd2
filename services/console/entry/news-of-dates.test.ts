import { expect, it } from 'vitest'
import { newsOfDates } from './news-of-dates.ts'

const END = '2018-05-31T16:00:00.000Z'
const LATER = '2018-11-30T16:00:00.000Z'
const moved = (step: string, lateFrom: string) => ({ step, title: step, from: '原', to: '新', lateFrom })
const amendment = (...dates: ReturnType<typeof moved>[]) => ({ said: '5月', reason: '汛情', organ: '法制办', dates })
const both = amendment(moved('application', END), moved('declaration', LATER))

it('lets a date go once it has passed, and the amendment once all have', () => {
  expect(newsOfDates([both], Date.parse(END) - 1)).toEqual([both])
  expect(newsOfDates([both], Date.parse(END))).toEqual([amendment(moved('declaration', LATER))])
  expect(newsOfDates([both], Date.parse(LATER))).toEqual([])
  expect(newsOfDates([both], undefined)).toEqual([both])
})

it('says of a date that was moved twice where it stands', () => {
  const again = amendment(moved('application', '2018-06-10T16:00:00.000Z'))
  expect(newsOfDates([both, again], Date.parse(END) - 1)).toEqual([amendment(moved('declaration', LATER)), again])
})
