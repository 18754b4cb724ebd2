import { z } from 'zod/mini'
import { ApiError } from '#contracts/client.ts'
import { fieldErrors } from '#contracts/forms.ts'

type ShownAt = (path: string) => string
const lastName: ShownAt = (path) => path.split('.').at(-1) ?? path

/** Every field that is wrong, each at the field at which it is shown. */
export function wrongIn(schema: z.ZodMiniType, values: unknown, shownAt: ShownAt = lastName): Record<string, string> {
  const { error } = z.safeParse(schema, values)
  return Object.fromEntries(
    Object.entries(fieldErrors(error?.issues ?? [])).map(([path, sentence]) => [shownAt(path), sentence]),
  )
}

/**
 * Values as the contract wants them, said by field before anything is sent.
 * @param shownAt the field at which what is wrong at a path ("publication.on") is shown; that of its last name
 * @throws ApiError 422 with every wrong field
 */
export function checked<S extends z.ZodMiniType>(schema: S, values: unknown, shownAt: ShownAt = lastName): z.output<S> {
  const result = z.safeParse(schema, values)
  if (result.success) return result.data
  const fields = wrongIn(schema, values, shownAt)
  throw new ApiError(422, `还有${Object.keys(fields).length}项需要填写或修改。`, 'incomplete', fields)
}
