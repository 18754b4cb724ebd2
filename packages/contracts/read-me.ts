/** Who the caller is and what they hold today: the console begins with it, whoever looks. */
import { z } from 'zod/mini'
import type { Endpoint } from './endpoint.ts'

const me = z.object({
  person: z.string(),
  name: z.string(),
  appointments: z.array(
    z.object({
      appointment: z.string(),
      title: z.string(),
      unit: z.optional(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
})

export const readMe = {
  method: 'GET',
  path: '/api/me',
  access: 'signedIn',
  title: '查看本人信息',
  response: me,
} as const satisfies Endpoint
