/** A file that comes after somebody has signed the form is not added to what they signed. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CasePage, ShownPaper } from '#contracts/case-page.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { useApi } from '../session/api.ts'
import { saidLate, signedMeanwhile } from '../upload/waiting.ts'
import { paperOf } from './paper-of.ts'

/** @param complete whether it lacks nothing: only then can somebody have signed it elsewhere */
export function useLateFiles(page: CasePage, paper: ShownPaper, complete: boolean) {
  const api = useApi()
  const queries = useQueryClient()
  const [said, setSaid] = useState<readonly string[]>([])
  const now = useRef({ page, paper, complete })
  useEffect(() => {
    now.current = { page, paper, complete }
  })
  const takes = useCallback(() => {
    const before = now.current.paper.signOffs
    return async (file: string): Promise<boolean> => {
      const { complete, page, paper } = now.current
      let { signOffs } = paper
      if (complete && signOffs.some(({ mode }) => mode)) {
        const params = { batch: page.batch.id, unit: page.unit.id }
        const next = await api(intakeEndpoints.readCase, { params })
        queries.setQueryData(['case', params.batch, params.unit], next)
        signOffs = paperOf(next)?.signOffs ?? signOffs
      }
      const titles = signedMeanwhile(before, signOffs)
      if (titles.length === 0) return true
      setSaid((all) => [...new Set([...all, saidLate(file, titles, paper.title)])])
      return false
    }
  }, [api, queries])
  return { takes, said }
}
export type LateFiles = ReturnType<typeof useLateFiles>
