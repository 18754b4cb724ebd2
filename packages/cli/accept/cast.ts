/** Who of those with a token plays which part in the acceptance. */
import { ApiError, type Client } from '#contracts/client.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { APPOINTMENTS, type Appointment } from '#procedure/appointments.ts'
import { Sentence } from '#typed/sentence.ts'
import { clerkOf, legalOf, OFFICE } from '../rehearsal/acts.ts'
import { TRIAL_UNITS, type Unit } from './stories.ts'

export type Cast = {
  /** As many as there are stories, in the order of their ids. */
  readonly units: readonly Unit[]
  /** The login that plays a part of the rehearsal. */
  readonly loginOf: (part: string) => string
}
type Held = { readonly login: string; readonly appointment: string; readonly unit: Unit | undefined }

/** @throws Sentence naming the parts that nobody with a token can play, or the token that nobody knows */
export async function castParts(logins: readonly string[], as: (login: string) => Client): Promise<Cast> {
  const held = (await Promise.all(logins.map((login) => heldBy(login, as(login))))).flat()
  const withAppointment = (appointment: Appointment) => held.filter((one) => one.appointment === appointment)
  const office = {
    [OFFICE.officer]: withAppointment('officeOfficer')[0],
    [OFFICE.head]: withAppointment('officeHead')[0],
    [OFFICE.secretary]: withAppointment('meetingSecretary')[0],
  }
  const clerks = withAppointment('unitClerk')
  const legalOfficers = withAppointment('unitLegalOfficer')
  const units = clerks
    .flatMap(({ unit }) => (unit && legalOfficers.some((legal) => legal.unit?.id === unit.id) ? [unit] : []))
    .filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at)
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .slice(0, TRIAL_UNITS)

  const missing = [
    ...(['officeOfficer', 'officeHead', 'meetingSecretary'] as const)
      .filter((appointment) => withAppointment(appointment).length === 0)
      .map((appointment) => `没有${APPOINTMENTS[appointment]}`),
    ...(units.length < TRIAL_UNITS
      ? [`经办人和法制机构负责人都有令牌的单位只有${units.length}个，需要${TRIAL_UNITS}个`]
      : []),
  ]
  if (missing.length > 0)
    throw new Sentence(
      `验收还缺角色：${missing.join('；')}。可先导入counties/acceptance.roster.csv（把“账号”一列改为本县的登录账号），再为其中每个账号取得令牌。`,
    )
  const parts = new Map<string, string>(Object.entries(office).flatMap(([part, by]) => (by ? [[part, by.login]] : [])))
  for (const { id } of units) {
    parts.set(clerkOf(id), clerks.find(({ unit }) => unit?.id === id)?.login ?? '')
    parts.set(legalOf(id), legalOfficers.find(({ unit }) => unit?.id === id)?.login ?? '')
  }
  const loginOf = (part: string): string => {
    const login = parts.get(part)
    if (!login) throw new Error(`the acceptance has no part ${part}`)
    return login
  }
  return { units, loginOf }
}

async function heldBy(login: string, api: Client): Promise<Held[]> {
  try {
    const { appointments } = await api(rosterEndpoints.readMe)
    return appointments.map(({ appointment, unit }) => ({ login, appointment, unit }))
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    throw new Sentence(`用${login}的令牌无法登录系统（${error.status}）：${error.message}`)
  }
}
