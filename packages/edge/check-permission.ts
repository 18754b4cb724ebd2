import type { Endpoint } from '#contracts/endpoint.ts'
import { type FileOwner, fileOwner, PURPOSES } from '#evidence/file-owner.ts'
import { Refused } from '#ledger/refused.ts'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import type { Command } from '#procedure/commands.ts'
import { isAbout, permissionFor, permissions } from '#procedure/permissions.ts'
import { nameSome } from './name-some.ts'
import type { Caller } from './use-case.ts'

/**
 * Lets through whom a permission row allows. `unit`, `file`: what the command is about, when it is about one.
 * @throws Refused naming what is missing
 */
export function checkPermission(command: Command, title: string, { holdings }: Caller, { unit, file }: About): void {
  if (permissionFor(command, holdings, { unit, file })) return
  const rows = permissions.filter((row) => row.command === command && isAbout(row, file))
  const fitting = rows.filter((row) => holdings.some(({ appointment }) => appointment === row.appointment))
  if (fitting.length > 0 && fitting.every(({ within }) => within === 'ownUnit'))
    throw new Refused('forbidden', `“${title}”只能由本单位的人员办理；此件属于其他单位。`)
  if (fitting.some(({ apartFrom }) => apartFrom === 'anyUnit'))
    throw new Refused('forbidden', `您在单位任职，按规定应当回避，不能“${title}”；请由其他人员办理。`)
  if (fitting.some(({ apartFrom }) => apartFrom === 'ownUnit'))
    throw new Refused('forbidden', `您在该单位任职，按规定应当回避，不能“${title}”；请由其他人员办理。`)
  const by = [...new Set(rows.map(({ appointment }) => APPOINTMENTS[appointment]))].join('、')
  const own = holdings.map(({ appointment }) => APPOINTMENTS[appointment]).join('、') || '无'
  const what = file ? `${title}（${PURPOSES[file.purpose]}）` : title
  throw new Refused('forbidden', `“${what}”${by ? `由${by}办理` : '不办理'}；您现在的岗位：${own}。`)
}

type About = { readonly unit?: string | undefined; readonly file?: FileOwner | undefined }

/** The unit and the file that an address is about. @throws Refused where it names no owner of files */
export function aboutOf({ unit, owner }: Readonly<Record<string, string>>): About {
  if (owner === undefined) return { unit }
  const file = fileOwner(owner)
  if (!file) throw new Refused('unknown', `没有“${owner}”这样的材料存放处；请从列表重新进入。`)
  return { unit: file.unit, file }
}

/** What the endpoint asks of its caller beyond being in the roster. */
export const commandOf = ({ access }: Endpoint): Command | undefined =>
  typeof access === 'object' ? access.command : undefined

/**
 * Nobody decides on their own unit: a list that names one is another person's.
 * @throws Refused naming it
 */
export function mustBeApart(
  title: string,
  { holdings }: Pick<Caller, 'holdings'>,
  units: readonly string[],
  nameOf: (unit: string) => string,
): void {
  const own = units.filter((unit) => holdings.some((held) => held.unit === unit))
  if (own.length > 0)
    throw new Refused(
      'forbidden',
      `您在${nameSome(own.map(nameOf), '、')}任职，按规定应当回避，不能“${title}”；请由其他人员办理。`,
    )
}
