/** The unit decider 创建单位. Stream `unit/<unit>`. */
import { z } from 'zod/mini'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { whyNoId } from '#typed/reserved-ids.ts'

export const UNIT_KINDS = {
  town: '乡镇',
  developmentZone: '开发区',
  department: '行政执法部门',
  provincial: '省市驻县单位',
  secondLevel: '二级机构',
  dispatched: '派出机构',
} as const
export const kindOfUnit = z.enum(['town', 'developmentZone', 'department', 'provincial', 'secondLevel', 'dispatched'], {
  error: '请选择单位类别',
})

export type KindOfUnit = z.infer<typeof kindOfUnit>
/** Below units in scope: of these a call names each that takes part, with the reason. */
export const isByDesignation = (kind: KindOfUnit): boolean => kind === 'secondLevel' || kind === 'dispatched'

/** Whatever governs a town: below a county's offices it would take part in nothing, and nobody would notice. */
const OF_TOWN = /(?:街道(?:办事处|办)?|[镇乡](?:人民)?政府|苏木(?:人民政府)?)$/u

const facts = {
  name: z.string('请填写单位名称').check(z.minLength(1, '请填写单位名称'), z.maxLength(80, '单位名称最多80字')),
  kind: kindOfUnit,
  parent: z.optional(z.string('上级单位应为单位编号')),
  inScope: z.boolean('请选择是否在创建范围内'),
}
export const unitFacts = z.object(facts)
export type UnitFacts = z.infer<typeof unitFacts>

const registered = z.object({
  type: z.literal('registered'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  unit: z.string(),
  ...facts,
})
export const unitEvent = z.discriminatedUnion('type', [registered])
export type UnitEvent = z.infer<typeof unitEvent>
export type Unit = Partial<z.infer<typeof registered>>

export const unitStream = (unit: string): string => `unit/${unit}`
export const unitKind: Kind<UnitEvent, Unit> = {
  parse: (stored) => unitEvent.parse(stored),
  initial: {},
  evolve: (_unit, event) => event,
}

/** Registers a unit or what has changed of it. */
export const registerUnit =
  (unit: string, given: UnitFacts, { by, received }: { by: string; received: string }): Decision<UnitEvent, Unit> =>
  ({ name, kind, parent, inScope }) => {
    const wrong = whyNoId(unit)
    if (wrong) throw new Refused('incomplete', `${wrong}。`, { unit: wrong })
    if (given.parent === unit)
      throw new Refused('incomplete', '单位不能是自己的上级单位；请改正或留空。', { parent: '不能是单位自己' })
    if (isByDesignation(given.kind) && OF_TOWN.test(given.name))
      throw new Refused(
        'incomplete',
        `“${given.name}”属于乡镇（含街道、苏木），不是${UNIT_KINDS[given.kind]}；单位类别请填“乡镇”。`,
        { kind: '街道、苏木和乡镇政府请填“乡镇”' },
      )
    if (given.inScope && isByDesignation(given.kind))
      throw new Refused('incomplete', '二级机构、派出机构不列入创建范围，由创建通知逐个指定；创建范围请填“否”。', {
        inScope: '二级机构、派出机构由创建通知逐个指定，请填“否”',
      })
    return name === given.name && kind === given.kind && parent === given.parent && inScope === given.inScope
      ? []
      : [{ type: 'registered', v: 1, at: received, by, unit, ...given }]
  }

/** Unit id → the one above it, of those that are looked at. */
export type Parents = ReadonlyMap<string, string | undefined>
/** Those above a unit, the nearest first; the unit itself ends them where they go round. */
export function unitsAbove(unit: string, parents: Parents): string[] {
  const above: string[] = []
  for (let one = parents.get(unit); one !== undefined && !above.includes(one); one = parents.get(one)) above.push(one)
  return above
}
/** How many of those that are looked at are above it. */
export const generationOf = (unit: string, parents: Parents): number =>
  unitsAbove(unit, parents).filter((one) => parents.has(one)).length
