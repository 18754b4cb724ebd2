const isRecord = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null

/** What stands at a path of a parsed value; undefined where nothing does. */
export const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((within, step) => (isRecord(within) && Object.hasOwn(within, step) ? within[step] : undefined), value)

/** The innermost thing on the way to a path that has an id. */
export function nearestAround(
  value: unknown,
  path: readonly PropertyKey[],
): Readonly<Record<PropertyKey, unknown>> | undefined {
  for (let length = path.length; length > 0; length--) {
    const within = valueAt(value, path.slice(0, length))
    if (isRecord(within) && Object.hasOwn(within, 'id')) return within
  }
  return undefined
}
