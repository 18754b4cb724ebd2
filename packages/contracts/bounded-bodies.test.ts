/** The rule of the house for what is sent: no text, list or record of any body without an end, or beside the rules. */

import { describe, expect, it } from 'vitest'
import { safeParse, type z } from 'zod/mini'
import { forms } from '#procedure/forms.ts'
import { assessmentEndpoints } from './assessment/assessment.ts'
import { catalogueEndpoints } from './catalogue.ts'
import { consultationEndpoints } from './consultation/consultation.ts'
import { dossierEndpoints } from './dossier/dossier.ts'
import type { Endpoint } from './endpoint.ts'
import { evidenceEndpoints } from './evidence.ts'
import { fieldErrors, schemaOf } from './forms.ts'
import { intakeEndpoints } from './intake.ts'
import { noticeEndpoints, publicEndpoints } from './notice.ts'
import { retentionEndpoints } from './personal/retention.ts'
import { resultsEndpoints } from './results/results.ts'
import { rosterEndpoints } from './roster.ts'
import { titleEndpoints } from './title/title.ts'
import { workEndpoints } from './work/work.ts'

const endpoints: readonly (readonly [string, Endpoint])[] = Object.entries({
  ...{ ...intakeEndpoints, ...noticeEndpoints, ...publicEndpoints },
  ...{
    ...evidenceEndpoints,
    ...retentionEndpoints,
    ...rosterEndpoints,
    ...catalogueEndpoints,
    ...titleEndpoints,
    ...workEndpoints,
    ...assessmentEndpoints,
    ...consultationEndpoints,
    ...resultsEndpoints,
  },
  ...dossierEndpoints,
})
const bodies: readonly (readonly [string, z.ZodMiniType])[] = [
  ...endpoints.flatMap(([name, { body }]) => (body ? [[name, body] as const] : [])),
  ...Object.values(forms).map((form) => [`the form ${form.name}`, schemaOf(form)] as const),
]

type Schema = z.core.$ZodType
/** A text, a list or a record somewhere in a body: where, and the body around a value in its place. */
type Place = {
  readonly body: z.ZodMiniType
  readonly at: string
  readonly kind: string
  readonly itself: Schema
  readonly holding: (value: unknown) => unknown
}
const KINDS = new Set(['string', 'array', 'record'])

function placesOf(body: z.ZodMiniType, schema: Schema, path: string[], holding: Place['holding']): Place[] {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] }
  const own = KINDS.has(def.type) ? [{ body, at: path.join('.'), kind: def.type, itself: schema, holding }] : []
  const within = (inner: Schema, key: string, around: (value: unknown) => unknown) =>
    placesOf(body, inner, [...path, key], (value) => holding(around(value)))
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, part]) => within(part, key, (value) => ({ [key]: value })))
    case 'array':
      return [...own, ...within(def.element, '0', (value) => [value])]
    case 'record':
      return [...own, ...within(def.valueType, 'one', (value) => ({ one: value }))]
    case 'union': {
      const { discriminator } = def as { discriminator?: string }
      const told = (one: Schema): ((value: unknown) => unknown) => {
        if (!discriminator) return holding
        const { shape } = (one as z.core.$ZodObject)._zod.def
        const [kind] = (shape[discriminator] as z.core.$ZodLiteral)._zod.def.values
        return (value) => holding({ [discriminator]: kind, ...(value as object) })
      }
      return def.options.flatMap((one) => placesOf(body, one, path, told(one)))
    }
    case 'optional':
    case 'nullable':
    case 'default':
      return placesOf(body, def.innerType, path, holding)
    default:
      return own
  }
}
const all = bodies.flatMap(([name, body]) =>
  placesOf(body, body, [], (value) => value).map((place) => ({ ...place, name: `${name} ${place.at}` })),
)
const of = (kind: string) => all.filter((one) => one.kind === kind)
/** What is said at that place, or at what holds it. */
function saidAt({ body, at, holding }: Place, value: unknown): string | undefined {
  const { error } = body.safeParse(holding(value))
  const said = error ? fieldErrors(error.issues) : {}
  return said[at] ?? Object.entries(said).find(([field]) => field !== '' && at.startsWith(`${field}.`))?.[1]
}
function saidBelow({ body, at, holding }: Place, value: unknown): string | undefined {
  const { error } = body.safeParse(holding(value))
  return Object.entries(error ? fieldErrors(error.issues) : {}).find(([field]) => field.startsWith(`${at}.`))?.[1]
}
const taking = (places: readonly (Place & { readonly name: string })[], values: readonly unknown[]) =>
  places.flatMap((place) => values.filter((value) => saidAt(place, value) === undefined).map(() => place.name))

it('finds the places at all', () => {
  expect([of('string').length, of('array').length, of('record').length].map((n) => n > 2)).toEqual([true, true, true])
  expect(of('string').length).toBeGreaterThan(80)
})

describe('no body', () => {
  it('has a text without an end', () => {
    const long = ['无', 'a', '1', ' a', '😀'].map((one) => one.repeat(20_000))
    expect(taking(of('string'), [...long, `${'a'.repeat(64)} ${'a'.repeat(4000)}.pdf`])).toEqual([])
  })
  it('takes a text that turns its direction, that no machine shows, or that is half a character', () => {
    const bad = ['甲\u202e乙', '甲\u2066乙', '甲\u0000乙', '甲\u001b乙', '甲\uffff乙', '甲\ud800']
    // Of a file's name it is said file by file by whoever answers, so that one file holds up no other.
    const texts = of('string').filter(({ name }) => name !== 'askTickets files.0.name')
    expect(taking(texts, bad)).toEqual([])
    expect(taking(texts, [`${'a'.repeat(64)} 甲\u202e乙.pdf`])).toEqual([])
  })
  it('has a list without an end, and each says so at itself', () => {
    const said = of('array').map((place) => saidAt(place, Array(20_000).fill(undefined)) ?? `${place.name}: nothing`)
    expect(said.filter((sentence) => !/\p{Script=Han}/u.test(sentence))).toEqual([])
    expect(taking(of('array'), [Array(20_000).fill('x'), Array(20_000).fill({})])).toEqual([])
  })
  it('has a record without an end, or one with a name that every object has', () => {
    const numbered = Array.from({ length: 3000 }, (_, i) => `name-${i}`)
    const bad = [numbered, ['x'.repeat(200)], ['constructor'], ['toString'], ['甲\u202e乙']]
    const taken = of('record').flatMap((place) => {
      const fitting = [true, 7, 'online', { lastDay: '2018-05-15' }, { one: 'online' }].filter(
        (value) => saidAt(place, { one: value }) === undefined && saidBelow(place, { one: value }) === undefined,
      )
      expect([place.name, fitting.length > 0]).toEqual([place.name, true])
      const named = (names: readonly string[]) => Object.fromEntries(names.map((one) => [one, fitting[0]]))
      return bad
        .filter((names) => saidAt(place, named(names)) === undefined)
        .map((names) => `${place.name} ${names[0]}`)
    })
    expect(taken).toEqual([])
  })
})

it('of what was checked before it was sent, nothing is refused or changed by whoever takes it', () => {
  const typed = [
    ...[
      '任丹（姓名）',
      '大庄（姓名）',
      '县剧团（单位名称）',
      '张伟（财政局）',
      '张伟（单位：石龙湖）',
      '王　伟',
      '阿依古丽·买买提',
    ],
    ...[
      ' 大庄镇人民政府 ',
      '大庄镇（开发区）',
      '13955512345',
      '０５５７－７０２１２３４转８０１',
      '0557-7021234 7021235',
      ' FZB＠example.gov.cn ',
    ],
    ...[
      '泗政办秘〔2018〕22号',
      '泗政办秘[2018]22号',
      '县政府第38次常务会议',
      '没有公开执法结果。\r\n\r\n请补充。',
      '泗城镇花园路１号',
    ],
    ...[
      'wangwei',
      'AHSX\\WangWei',
      '2018-05-15',
      'dazhuang',
      `${'a'.repeat(64)} 甲 .pdf`,
      'a'.repeat(64),
      '2018-2',
      'https://www.example.gov.cn/a',
    ],
  ]
  const [seen, changed] = [new Set<string>(), [] as string[]]
  for (const { name, itself } of of('string'))
    for (const value of typed) {
      const sent = safeParse(itself, value)
      if (!sent.success) continue
      seen.add(name)
      const taken = safeParse(itself, sent.data)
      if (!taken.success || taken.data !== sent.data) changed.push(`${name}: ${value}`)
    }
  expect(seen.size).toBeGreaterThan(80)
  expect(changed).toEqual([])
})

it('of a name, an id or a reference nothing is taken that every object has', () => {
  // What is free text may say “constructor”; what names something may not.
  const words = ['没有公开执法结果。', '王大明']
  const free = of('string').filter((place) => words.some((text) => saidAt(place, text) === undefined))
  const names = of('string').filter((place) => !free.includes(place))
  expect(names.length).toBeGreaterThan(20)
  expect(taking(names, ['constructor', '__proto__'])).toEqual([])
})
