/** An EventBridge event as rules match it and functions receive it. */
export type CloudEvent = {
  version: '0'
  id: string
  'detail-type': string
  source: string
  account: string
  time: string
  region: string
  resources: readonly string[]
  detail: unknown
}

/**
 * Whether a value fits an EventBridge pattern: objects field by field, lists as one of several values,
 * `{ prefix }`, `{ suffix }`, `{ exists }` and `{ 'anything-but' }` inside lists.
 * @throws Error naming an operator it does not know
 */
export function matches(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) {
    const values = Array.isArray(value) ? value : [value]
    return pattern.map((one) => values.some((each) => fits(one, each))).some(Boolean)
  }
  if (typeof pattern !== 'object' || pattern === null)
    throw new Error(`an event pattern holds lists and objects, not ${JSON.stringify(pattern)}`)
  // Every part is looked at, so that an unknown operator is found by matching against nothing.
  const parts = Object.entries(pattern).map(([name, inner]) => matches(inner, field(value, name)))
  return parts.every(Boolean)
}

function fits(one: unknown, value: unknown): boolean {
  if (typeof one !== 'object' || one === null) return one === value
  return Object.entries(one).every(([operator, operand]) => {
    const text = typeof value === 'string' ? value : undefined
    switch (operator) {
      case 'prefix':
        return text?.startsWith(String(operand)) ?? false
      case 'suffix':
        return text?.endsWith(String(operand)) ?? false
      case 'exists':
        return (value !== undefined) === operand
      case 'anything-but':
        return value !== undefined && ![operand].flat().includes(value)
      default:
        throw new Error(
          `the local EventBridge does not know ${operator} in a pattern; it knows prefix, suffix, exists and anything-but`,
        )
    }
  })
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}
