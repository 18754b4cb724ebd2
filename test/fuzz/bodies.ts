/** Bodies made from the schemas that the API checks them by: good ones, and good ones with something wrong in them. */
import type { z } from 'zod/mini'
import type { Draw } from './draw.ts'
import { hostileText, hostileValue, named } from './hostile.ts'

/** Words that may stand somewhere: where one fits, it is used. */
export type Words = { readonly all: () => readonly string[] }

type Schema = z.core.$ZodType
const isGood = (schema: Schema, value: unknown): boolean => {
  const { issues } = schema._zod.run({ value, issues: [] }, { async: false }) as { issues: readonly unknown[] }
  return issues.length === 0
}

/** A value that the schema takes, as far as words and chance find one. */
export function goodValue(schema: Schema, words: Words, draw: Draw): unknown {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] }
  const among = (made: readonly unknown[], otherwise: unknown) => {
    const fitting = made.filter((one) => isGood(schema, one))
    return fitting.length > 0 ? draw.pick(fitting) : otherwise
  }
  switch (def.type) {
    case 'object': {
      const rest = def.catchall && def.catchall._zod.def.type !== 'never' && draw.chance(0.3)
      return {
        ...Object.fromEntries(
          Object.entries(def.shape).flatMap(([key, part]) => {
            const value = goodValue(part, words, draw)
            return value === undefined ? [] : [[key, value]]
          }),
        ),
        ...(rest && { [draw.pick(words.all())]: draw.pick(words.all()) }),
      }
    }
    case 'array':
      return Array.from({ length: draw.pick([0, 1, 1, 2]) }, () => goodValue(def.element, words, draw))
    case 'record':
      return Object.fromEntries(
        Array.from({ length: draw.pick([0, 1, 2]) }, () => [
          draw.pick(words.all()),
          goodValue(def.valueType, words, draw),
        ]),
      )
    case 'optional':
      return draw.chance(0.4) ? undefined : goodValue(def.innerType, words, draw)
    case 'nullable':
      return draw.chance(0.4) ? null : goodValue(def.innerType, words, draw)
    case 'default':
    case 'readonly':
    case 'nonoptional':
      return goodValue(def.innerType, words, draw)
    case 'union':
      return goodValue(draw.pick(def.options), words, draw)
    case 'enum':
      return draw.pick(Object.values(def.entries))
    case 'literal':
      return draw.pick(def.values)
    case 'boolean':
      return draw.chance(0.6)
    case 'number':
      return among([1, 2, 7, 10, 0, 30], 1)
    case 'string': {
      const some = Array.from({ length: 40 }, () => draw.pick(words.all()))
      return among([...some, ...words.all()], '无异议')
    }
    default:
      return draw.pick([words.all()[0], 1, null, {}])
  }
}

type Place = { readonly holder: object; readonly key: string }
/** Deeper than the API reads. One hostile value of 4,000 levels can be written; one within another overflows the stack that writes it. */
const MOST_LEVELS = 100
function placesIn(value: unknown, level = 0, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null || level === MOST_LEVELS) return found
  for (const [key, one] of Object.entries(value)) {
    found.push({ holder: value, key })
    placesIn(one, level + 1, found)
  }
  return found
}
const put = (holder: object, key: string, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

/** The body with a word of the county where another one belongs: it passes the schema as often as not. */
export function strange(body: unknown, words: Words, draw: Draw): unknown {
  const all = structuredClone(body)
  const texts = placesIn(all).filter(({ holder, key }) => typeof Reflect.get(holder, key) === 'string')
  if (texts.length === 0) return all
  const { holder, key } = draw.pick(texts)
  put(holder, key, draw.chance(0.3) ? hostileText(draw).slice(0, 40) : draw.pick(words.all()))
  return all
}
/** The body with one to three things wrong. */
export function spoiled(body: unknown, draw: Draw): unknown {
  if (draw.chance(0.05)) return hostileValue(draw)
  let all = structuredClone(body)
  for (let times = draw.pick([1, 1, 1, 2, 3]); times > 0; times--) {
    const places = placesIn(all)
    const place = places.length > 0 && draw.chance(0.85) ? draw.pick(places) : undefined
    if (!place) all = withMore(all, draw)
    else if (draw.chance(0.1)) Reflect.deleteProperty(place.holder, place.key)
    else if (draw.chance(0.5)) put(place.holder, place.key, hostileText(draw))
    else put(place.holder, place.key, hostileValue(draw))
  }
  return all
}
/** A field more, by a name that no form has. */
const withMore = (body: unknown, draw: Draw): unknown => {
  const more = named(hostileText(draw).slice(0, 80), hostileValue(draw))
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return more
  for (const [key, value] of Object.entries(more)) put(body, key, value)
  return body
}
