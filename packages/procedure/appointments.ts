/** What a person may be appointed to. A login proves only who somebody is; an appointment says what they may do. */
import { z } from 'zod/mini'

export const APPOINTMENTS = {
  unitClerk: '创建单位经办人',
  unitLegalOfficer: '创建单位法制机构负责人',
  unitHead: '创建单位主要负责人',
  departmentClerk: '科室经办人',
  officeOfficer: '法制办经办人',
  officeHead: '法制办负责人',
  leadingGroupSecretary: '领导小组秘书',
  assessmentLeader: '考核组组长',
  scorer: '考核组成员',
  meetingSecretary: '会议秘书',
  administrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditor: '审计管理员',
  malwareScanner: '查毒程序',
} as const
export type Appointment = keyof typeof APPOINTMENTS

/** The names of what has titles, as a list that a schema takes. */
export function namesOf<Titles extends object>(titles: Titles) {
  const names: Extract<keyof Titles, string>[] = []
  for (const name in titles) names.push(name)
  return names
}
export const appointmentName = z.enum(namesOf(APPOINTMENTS), { error: '请选择岗位' })

/** In a department of a unit 科室: whoever writes of its self-assessment what they were given, and has no other part in it. */
export const OF_DEPARTMENT: Appointment = 'departmentClerk'

const INSIDE_A_UNIT: ReadonlySet<Appointment> = new Set(['unitClerk', 'unitLegalOfficer', 'unitHead', OF_DEPARTMENT])
/** Whether it is held in one unit, for that unit only. */
export const isInsideUnit = (appointment: Appointment): boolean => INSIDE_A_UNIT.has(appointment)

/** Whom the county's own address is told of what their unit has to do soon. */
const REMINDED: ReadonlySet<Appointment> = new Set(['unitClerk', 'unitHead'])
export const isReminded = (appointment: Appointment): boolean => REMINDED.has(appointment)

/** Who keeps the roster: whom it has, and who logs in as whom. */
export const ADMINISTRATOR: Appointment = 'administrator'
/** Whose approval gives what somebody else has entered its effect. */
export const SECURITY_ADMINISTRATOR: Appointment = 'securityAdministrator'
/** Those without whom nothing of the roster can change: one enters, the other approves. */
export const KEEPERS: readonly Appointment[] = [ADMINISTRATOR, SECURITY_ADMINISTRATOR]

/** As 等保 has them 三员: whoever is one of them is none of the others. */
const TECHNICAL: ReadonlySet<Appointment> = new Set<Appointment>([...KEEPERS, 'auditor', 'malwareScanner'])
/** Whether it keeps the system, or is a machine, and has no part in what is decided. */
export const isTechnical = (appointment: Appointment): boolean => TECHNICAL.has(appointment)
