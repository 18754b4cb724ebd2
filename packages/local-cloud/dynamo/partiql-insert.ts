import { z } from 'zod/mini'
import { AwsError } from '#local-cloud/wire/aws-error.ts'
import type { Item } from './item-size.ts'

const Input = z.object({ Statement: z.string(), Parameters: z._default(z.array(z.unknown()), []) })
const INSERT = /^\s*INSERT\s+INTO\s+"([^"]+)"\s+VALUE\s+\{((?:\s*'[^']+'\s*:\s*\?\s*,?)+)\}\s*;?\s*$/i

/**
 * The one PartiQL statement known here: `INSERT INTO "t" VALUE {'a': ?, …}` puts an item where there is none.
 * @throws AwsError ValidationException for any other statement
 */
export function insertOf(input: unknown): { table: string; item: Item } {
  const { Statement, Parameters } = Input.parse(input)
  const [, table, fields] = INSERT.exec(Statement) ?? []
  if (!table || !fields)
    throw new AwsError(
      'ValidationException',
      `the local DynamoDB knows only INSERT INTO "table" VALUE {'name': ?, …}, not ${Statement}`,
    )
  const names = [...fields.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? '')
  if (names.length !== Parameters.length)
    throw new AwsError(
      'ValidationException',
      `Number of parameters in request and statement don't match: ${names.length} names, ${Parameters.length} parameters`,
    )
  return { table, item: Object.fromEntries(names.map((name, at) => [name, Parameters[at]])) }
}
