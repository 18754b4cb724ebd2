/** Whatever is wrong in what is sent, every sentence about a field is Chinese, for whoever reads it. */

import { expect, it } from 'vitest'
import { z } from 'zod/mini'
import { assessmentEndpoints } from './assessment/assessment.ts'
import { catalogueEndpoints } from './catalogue.ts'
import { consultationEndpoints } from './consultation/consultation.ts'
import { dossierEndpoints } from './dossier/dossier.ts'
import type { Endpoint } from './endpoint.ts'
import { evidenceEndpoints } from './evidence.ts'
import { fieldErrors } from './forms.ts'
import { intakeEndpoints } from './intake.ts'
import { noticeEndpoints, publicEndpoints } from './notice.ts'
import { retentionEndpoints } from './personal/retention.ts'
import { resultsEndpoints } from './results/results.ts'
import { rosterEndpoints } from './roster.ts'
import { titleEndpoints } from './title/title.ts'
import { viewsEndpoints } from './views.ts'
import { workEndpoints } from './work/work.ts'

const all: Readonly<Record<string, Endpoint>> = {
  ...{ ...intakeEndpoints, ...noticeEndpoints, ...publicEndpoints, ...viewsEndpoints },
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
}
const posts = Object.entries(all).flatMap(([name, { method, body }]) =>
  method === 'POST' && body ? [[name, body] as const] : [],
)

const WRONG = [undefined, null, true, 7, -1, 1.5, 1e9, '', '无', '无'.repeat(5000), [], {}, [7], Array(600).fill('无')]

/** Values of every wrong type, for the schema itself and for each of its parts. */
function wrongValues(schema: z.core.$ZodType): readonly unknown[] {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] }
  switch (def.type) {
    case 'object':
      return [
        ...WRONG,
        ...Object.entries(def.shape).flatMap(([key, part]) => wrongValues(part).map((value) => ({ [key]: value }))),
      ]
    case 'array':
      return [...WRONG, ...wrongValues(def.element).map((value) => [value])]
    case 'record':
      return [...WRONG, ...wrongValues(def.valueType).map((value) => ({ one: value }))]
    case 'optional':
      return wrongValues(def.innerType)
    case 'union': {
      const { discriminator } = def as { discriminator?: string }
      const parts = def.options.flatMap((option) => wrongValues(option))
      return [...WRONG, ...parts, ...(discriminator ? def.options.flatMap((one) => typed(one, discriminator)) : [])]
    }
    default:
      return WRONG
  }
}
/** The parts of one option of a union that is told by `discriminator`. */
function typed(option: z.core.$ZodType, discriminator: string): readonly unknown[] {
  const { shape } = (option as z.core.$ZodObject)._zod.def
  const literal = shape[discriminator] as z.core.$ZodLiteral
  const [kind] = literal._zod.def.values
  return wrongValues(option).flatMap((one) =>
    one !== null && typeof one === 'object' && !Array.isArray(one) ? [{ ...one, [discriminator]: kind }] : [],
  )
}

it('walks every body', () => {
  expect(posts.length).toBeGreaterThan(40)
  expect(wrongValues(z.object({ a: z.array(z.string()) }))).toContainEqual({ a: [7] })
})

const sentencesOf = (body: z.core.$ZodType, value: unknown) => {
  const { error } = z.safeParse(body, value)
  return error ? Object.entries(fieldErrors(error.issues)).map((one) => one.join(': ')) : []
}

it.each(posts)('%s answers what is wrong in Chinese', (_, body) => {
  const sentences = new Set(wrongValues(body).flatMap((value) => sentencesOf(body, value)))
  expect([...sentences].filter((said) => !/\p{Script=Han}/u.test(said))).toEqual([])
})

it.each(posts)('%s says of what is missing which it is', (_, body) => {
  expect(sentencesOf(body, {}).filter((said) => said.includes('填写的内容不对'))).toEqual([])
})
