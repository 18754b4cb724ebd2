import { useQuery } from '@tanstack/react-query'
import { Typography } from 'antd'
import { useEffect } from 'react'
import { Link } from 'wouter'
import type { AssessmentPage } from '#contracts/assessment/assessment.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { useApi } from '../session/api.ts'
import { nextUnit } from './noted.ts'
import type { Params } from './use-assessment.ts'

type Props = { params: Params; page: AssessmentPage; method: string }

/** The way to the next unit that waits for whoever looks, without the list in between; to whoever records, that none is left. */
export function NextUnit({ params, page, method }: Props) {
  const api = useApi()
  const { data, refetch } = useQuery({
    queryKey: ['worklist'],
    queryFn: () => api(viewsEndpoints.readWorklist),
  })
  // What has ended this one may have ended the others too: a batch is cancelled as a whole.
  const standing = `${page.over} ${page.methods.filter(({ ended }) => ended).length}`
  useEffect(() => {
    if (standing) void refetch({ cancelRefetch: false })
  }, [standing, refetch])
  const next = nextUnit(data?.items ?? [], { ...params, method })
  if (next?.unit)
    return (
      <Link href={next.path} className="not-printed">
        下一单位：{next.unit.name}
      </Link>
    )
  if (!data || !page.scores) return null
  return (
    <Typography.Text type="secondary" className="not-printed">
      没有其他待考核的单位
    </Typography.Text>
  )
}
