/** Files of an open call, for anyone. `call-files` answers. */
import { z } from 'zod/mini'
import type { Endpoints } from '../endpoint.ts'

export const callFileEndpoints = {
  giveCallFile: {
    method: 'GET',
    path: '/public/batches/{batch}/files/{n}',
    access: 'anyone',
    title: '通知附件',
    response: z.string(),
  },
} as const satisfies Endpoints
