/** What acceptance and rehearsal call is taken as it is: nobody finds out on a deployment that a rule of texts has moved. */
import { expect, it } from 'vitest'
import { callBody } from '#contracts/call.ts'
import { longTerms } from '../rehearsal/long-batch.ts'
import { terms } from '../rehearsal/second-batch.ts'
import { trialTerms } from './trial.ts'

it.each([
  ['an acceptance', trialTerms(new Date('2026-01-05T01:00:00.000Z'))],
  ['the short batch', terms],
  ['the long batch', longTerms],
] as const)('the call of %s', (_, call) => expect(callBody.safeParse(call).error?.issues).toBeUndefined())
