/** Files of an open call, for anyone. `call-files` answers. */
import { z } from 'zod/mini'
import type { Endpoints } from '../endpoint.ts'

const path = '/public/batches/{batch}/files/{n}'
export const callFileEndpoints = {
  giveCallFile: {
    method: 'GET',
    path,
    access: 'anyone',
    title: '通知附件',
    response: z.string(),
  },
  /** Whether it is given, for whoever keeps a list of addresses. */
  lookForCallFile: { method: 'HEAD', path, access: 'anyone', title: '通知附件', response: z.string() },
} as const satisfies Endpoints
