import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { onEvent } from '#edge/on-event.ts'
import { conduct } from './conduct.ts'
import { awaitNews } from './wait/await-news.ts'

const task = z.object({ case: z.string(), step: z.string(), seen: z.int(), token: z.string() })

/** A task of the state machine that ends when somebody answers its token. */
export const handler = onEvent('await', task, awaitNews(conduct(process.env, now)))
