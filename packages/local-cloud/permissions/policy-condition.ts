/** What is known of a call beyond action and resource, by condition key. */
export type CallContext = Record<string, readonly string[]>

/** The condition keys the fronts can fill in. On AWS every call travels over TLS, so the laptop answers as if it did. */
const KEYS = new Set(['s3:prefix', 'dynamodb:LeadingKeys', 'aws:SecureTransport', 'kms:ViaService'])

/**
 * Compiles one condition of a policy statement.
 * @throws Error when the laptop could not judge it: a condition passed over in silence would be a right that AWS does not give
 */
export function judgeCondition(
  operator: string,
  key: string,
  allowed: readonly string[],
  who: string,
): (context: CallContext) => boolean {
  if (operator === 'Null' && KEYS.has(key))
    return (context) => (valuesOf(key, context).length === 0) === isTrue(allowed)
  const [, quantifier, test] = /^(?:(ForAllValues|ForAnyValue):)?(StringEquals|StringLike|Bool)$/.exec(operator) ?? []
  if (!test || !KEYS.has(key))
    throw new Error(
      `the role of ${who} has the condition ${operator} on ${key}, which the local cloud cannot judge; it knows StringEquals, StringLike, Bool and Null on ${[...KEYS].join(', ')}`,
    )
  const patterns = allowed.map((text) => {
    const escaped = RegExp.escape(text)
    return new RegExp(`^${test === 'StringLike' ? escaped.replaceAll('\\*', '.*').replaceAll('\\?', '.') : escaped}$`)
  })
  const holds = (value: string) => patterns.some((one) => one.test(value))
  return (context) => {
    const values = valuesOf(key, context)
    if (quantifier === 'ForAllValues') return values.every(holds)
    return values.some(holds)
  }
}

const valuesOf = (key: string, context: CallContext): readonly string[] =>
  key === 'aws:SecureTransport' ? ['true'] : (context[key] ?? [])
const isTrue = ([value]: readonly string[]): boolean => value === 'true'
