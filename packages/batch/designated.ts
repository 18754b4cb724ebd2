/**
 * Whom a call is for: units in the roster's scope, and besides those that it names itself 指定, each with its reason
 * (001 一: 工作突出的单位可以延伸到二级机构或派出机构). Frozen with the call, by the name and kind of that day.
 */
import { z } from 'zod/mini'
import { isByDesignation, type KindOfUnit, kindOfUnit, UNIT_KINDS } from '#roster/unit.ts'

export const MOST_DESIGNATED = 20
export const LONGEST_DESIGNATION = 200
const one = z.object({
  unit: z.string(),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  kind: kindOfUnit,
  reason: z.string().check(z.minLength(1), z.maxLength(LONGEST_DESIGNATION)),
})
export type Designated = z.infer<typeof one>
export const designated = z.optional(z.array(one).check(z.minLength(1), z.maxLength(MOST_DESIGNATED)))

type Call = {
  readonly designated?: readonly Designated[] | undefined
  readonly contact?: { readonly phone?: string | undefined } | undefined
}

/** Whether a unit takes part where a call is open. */
export const isInvited = (
  { designated: named = [] }: Pick<Call, 'designated'>,
  { unit, inScope }: { readonly unit: string; readonly inScope: boolean },
): boolean => inScope || named.some((body) => body.unit === unit)

/** Why a unit that is not invited cannot take part, and whom it may ask. */
export function whyNotInvited({ contact }: Call, { name, kind }: { readonly name: string; readonly kind: KindOfUnit }) {
  const ask = `请按创建通知的联系方式${contact?.phone ? `（电话${contact.phone}）` : ''}向法制办询问`
  return isByDesignation(kind)
    ? `${name}是${UNIT_KINDS[kind]}，由创建通知指定的才参加，本批次的通知没有指定${name}；认为应当参加的，${ask}。`
    : `${name}不在创建范围内，本批次的通知也没有指定${name}；如范围有误，请联系系统管理员更正名册，其他情况${ask}。`
}

/** In words, for everybody. */
export const saidDesignated = ({ name, kind }: Designated): string => `${name}（${UNIT_KINDS[kind]}）`
