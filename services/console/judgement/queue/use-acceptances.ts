/** The outcome that leads on, of each of several groups of cases, as the first case of each has it. */
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { CasePage } from '#contracts/case-page.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import type { WorkItem } from '#contracts/views.ts'
import { useApi } from '../../session/api.ts'
import { choicesOf, type OutcomeChoice, outcomesOf } from '../judging-draft.ts'
import { offersOf } from '../offers.ts'
import { type Group, isDraft } from './many-groups.ts'

/** `outcome` is absent where the case has moved on meanwhile. */
export type Acceptance = { readonly outcome: OutcomeChoice | undefined; readonly hasChecklist: boolean }
type Groups = readonly Group<WorkItem>[]

/** What is offered of the command that the group was shown with, and of no other. */
export function acceptanceOf(page: Pick<CasePage, 'commands'>, group: Pick<WorkItem, 'command'>): Acceptance {
  const { decide, propose } = offersOf(page)
  const offered = isDraft(group) ? propose : decide
  return {
    outcome: offered && outcomesOf(offered).find(({ effect }) => effect === 'on'),
    hasChecklist: offered !== undefined && choicesOf(offered, 'checklist').length > 0,
  }
}

export function useAcceptances(groups: Groups) {
  const api = useApi()
  const asked = useQueries({
    queries: groups.map(({ batch, first }) => {
      const unit = first.unit?.id ?? ''
      return {
        queryKey: ['case', batch, unit],
        queryFn: () => api(intakeEndpoints.readCase, { params: { batch, unit } }),
      }
    }),
  })
  // Once it is known: the first case moves on while the others are still sent.
  const [known, keep] = useState<ReadonlyMap<string, Acceptance>>(new Map())
  const fresh = groups.flatMap((group, i): [string, Acceptance][] => {
    const page = asked[i]?.data
    return page ? [[group.key, acceptanceOf(page, group)]] : []
  })
  const learnt = fresh.filter(([key, { outcome }]) => outcome && !known.has(key))
  if (learnt.length > 0) keep(new Map([...known, ...learnt]))
  const now = new Map([...fresh, ...known, ...learnt])
  const error = groups.flatMap(({ key }, i) => (now.has(key) ? [] : (asked[i]?.error ?? [])))[0]
  return { of: ({ key }: { readonly key: string }) => now.get(key), error }
}
