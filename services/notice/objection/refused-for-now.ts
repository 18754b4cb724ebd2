/** What an hour has room for, and what somebody reads who finds no more of it: when again, and which other ways there are. */
import { msOf } from '#calendar/instant.ts'
import { saidDay, saidEnd, saidMinute } from '#calendar/said.ts'
import type { ObjectionLimits } from '#county/objection-limits.ts'
import type { Organs } from '#county/organs.ts'
import { type Limits, nextHour } from './limits.ts'

type Asking = { readonly address: string; readonly received: string }
type Counting = Asking & { readonly limits: Limits; readonly most: ObjectionLimits }
/** What is used up, in a sentence's first half. */
export type Full = string

const objections = (notice: string) => `objection ${notice}`
const files = (notice: string) => `files ${notice}`

/** One more form of this address. */
export async function formIsTooMany(
  notice: string,
  { limits, most: { perAddress: most }, address, received }: Counting,
): Promise<Full | undefined> {
  const has = await limits.take({ what: objections(notice), address, most, received })
  return has ? undefined : `同一网络地址一小时内最多提交${most}次，已经满额`
}

/** What was taken is sent again since its answer was lost: it takes nothing from new ones, and they nothing from it. */
export async function repeatIsTooMany(
  notice: string,
  { limits, most: { perAddress: most }, address, received }: Counting,
): Promise<string | undefined> {
  const has = await limits.take({ what: `repeat ${notice}`, address, most, received })
  return has ? undefined : `这份异议此前已经收到，不必再提交；需要再看回执的，请于${saidWait(received)}再试。`
}

/** What was refused takes nothing from what its address may send, or whoever mends mistakes is sent away for them. */
export const formCameToNothing = (
  notice: string,
  { limits, most: { perAddress: most }, address, received }: Counting,
): Promise<void> => limits.giveBack({ what: objections(notice), address, most, received })

/** Files that came with a form: first of this address, then of all. */
export async function filesAreTooMany(
  notice: string,
  count: number,
  { limits, most: { filesPerAddress, filesPerNotice }, address, received }: Counting,
): Promise<Full | undefined> {
  if (count === 0) return undefined
  const asked = { what: files(notice), count, received }
  if (!(await limits.take({ ...asked, address, most: filesPerAddress })))
    return `同一网络地址一小时内最多提交${filesPerAddress}个附件，这次的附件超出了`
  if (await limits.take({ ...asked, most: filesPerNotice })) return undefined
  await limits.giveBack({ ...asked, address, most: filesPerAddress })
  return '这一小时内各处提交的附件过多'
}

/** One more objection of all; whoever sends it was counted by their address before. */
export async function objectionIsTooMany(
  notice: string,
  { limits, most: { perNotice: most }, received }: Omit<Counting, 'address'>,
): Promise<Full | undefined> {
  return (await limits.take({ what: objections(notice), most, received })) ? undefined : '这一小时内各处提交的异议过多'
}

export async function lookUpIsTooMany({
  limits,
  most: { lookUpsPerAddress: most },
  address,
  received,
}: Counting): Promise<Full | undefined> {
  const has = await limits.take({ what: 'look up', address, most, received })
  return has ? undefined : `同一网络地址一小时内最多查询${most}次，已经满额`
}

/** Seconds, as the header Retry-After wants them. */
export const waitSeconds = (received: string): number => Math.ceil((msOf(nextHour(received)) - msOf(received)) / 1000)

/** `2018年6月11日 10:00以后（约需等待12分钟）` */
export function saidWait(received: string): string {
  const minutes = Math.ceil(waitSeconds(received) / 60)
  return `${saidMinute(nextHour(received))}以后（约需等待${minutes}分钟）`
}

/** Telephone, letter, visit and mail, as far as the county's file says where. */
export function otherWays({ office, officePhone, officeAddress, officeEmail }: Organs): string {
  const ways = [
    `来电${officePhone ? `（${officePhone}）` : ''}`,
    `来信、来访（${officeAddress ?? office}）`,
    ...(officeEmail ? [`发电子邮件（${officeEmail}）`] : []),
  ]
  return ways.join('、')
}

/**
 * @param period of the notice: where it ends before the next hour begins, the other ways alone are left
 */
export function saidFull(
  full: Full,
  received: string,
  { organs, period }: { organs: Organs; period: { lateFrom: string; lastDay: string } },
): string {
  const ways = otherWays(organs)
  if (nextHour(received) >= period.lateFrom)
    return `${full}，本次没有接收。公示期到${saidEnd(period.lateFrom)}为止，请在此之前${ways}提出；来信以邮戳日期为准，最迟${saidDay(period.lastDay)}寄出。`
  return `${full}，本次没有接收。请于${saidWait(received)}再提交；也可以${ways}提出，在公示期内提出的同样办理。`
}
