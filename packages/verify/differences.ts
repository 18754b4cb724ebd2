/** Where two JSON values differ, and the single values that one is made of, each by its path (`events[0].reason`). */
import { isDeepStrictEqual } from 'node:util'

export type Difference = { readonly path: string; readonly is: unknown; readonly was: unknown }
type Key = string | number
type Scalar = string | number | boolean
export type Leaf = { readonly keys: readonly Key[]; readonly value: Scalar }

type Json = Readonly<Record<string, unknown>>
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function differences(is: unknown, was: unknown, path = ''): Difference[] {
  if (isDeepStrictEqual(is, was)) return []
  if (isObject(is) && isObject(was))
    return [...new Set([...Object.keys(is), ...Object.keys(was)])].flatMap((key) =>
      differences(is[key], was[key], path === '' ? key : `${path}.${key}`),
    )
  if (Array.isArray(is) && Array.isArray(was))
    return Array.from({ length: Math.max(is.length, was.length) }, (_, i) =>
      differences(is[i], was[i], `${path}[${i}]`),
    ).flat()
  return [{ path, is, was }]
}

/** All single values in it. */
export function leavesOf(value: unknown, keys: readonly Key[] = []): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [{ keys, value }]
  if (Array.isArray(value)) return value.flatMap((one, i) => leavesOf(one, [...keys, i]))
  if (isObject(value)) return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...keys, key]))
  return []
}

/** What the leaf is called: its last name, whatever its place in a list. */
export const nameOf = ({ keys }: Leaf): string => String(keys.findLast((key) => typeof key === 'string') ?? '')

export const pathOf = (keys: readonly PropertyKey[]): string =>
  keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    return path === '' ? String(key) : `${path}.${String(key)}`
  }, '')

/** The value with another one in the leaf's place; without that place when there is none. */
export function withLeaf(value: unknown, [key, ...more]: readonly Key[], leaf: Scalar | undefined): unknown {
  if (key === undefined) return leaf
  if (Array.isArray(value) && typeof key === 'number') {
    if (more.length === 0 && leaf === undefined) return value.toSpliced(key, 1)
    return value.with(key, withLeaf(value[key], more, leaf))
  }
  if (!isObject(value)) return value
  const { [key]: inner, ...others } = value
  if (more.length === 0 && leaf === undefined) return others
  return { ...others, [key]: withLeaf(inner, more, leaf) }
}
