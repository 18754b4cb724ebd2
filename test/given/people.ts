/** Who looks at the case of 大庄镇, with the appointments that they hold. */
import type { Holding } from '#procedure/permissions.ts'
import type { Looking } from '#steps/todo-shape.ts'
import { CLERK, HEAD, LEGAL, OFFICE_HEAD, OFFICER, SECOND, SECRETARY } from './cases.ts'
import { LEADER } from './cases-2018.ts'

const looking = (person: string, ...holdings: Holding[]): Looking => ({ person, holdings })
const unit = 'dazhuang'

export const clerk = looking(CLERK, { appointment: 'unitClerk', unit })
export const legal = looking(LEGAL, { appointment: 'unitLegalOfficer', unit })
export const unitHead = looking(HEAD, { appointment: 'unitHead', unit })
export const officer = looking(OFFICER, { appointment: 'officeOfficer' })
export const second = looking(SECOND, { appointment: 'officeOfficer' })
export const officeHead = looking(OFFICE_HEAD, { appointment: 'officeHead' })
export const secretary = looking(
  SECRETARY,
  { appointment: 'meetingSecretary' },
  { appointment: 'leadingGroupSecretary' },
)
export const leader = looking(LEADER, { appointment: 'assessmentLeader' })
export const scorer = looking('p-郑考核', { appointment: 'scorer' })
/** Of another unit. */
export const stranger = looking(
  'p-外单位',
  { appointment: 'unitClerk', unit: 'xiaoliang' },
  { appointment: 'unitHead', unit: 'xiaoliang' },
)
/** Officer and head of the office, who is also clerk and head of the unit. */
export const ofBoth = looking(
  'p-双岗',
  { appointment: 'officeOfficer' },
  { appointment: 'officeHead' },
  { appointment: 'unitClerk', unit },
  { appointment: 'unitHead', unit },
)
/** Officer and head of the office at once. */
export const wholeOffice = looking('p-一人', { appointment: 'officeOfficer' }, { appointment: 'officeHead' })

export const everybody: readonly Looking[] = [
  ...[clerk, legal, unitHead, officer, second, officeHead],
  ...[secretary, leader, scorer, stranger, ofBoth, wholeOffice],
]
