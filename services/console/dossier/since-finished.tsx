/** Beside a form that holds a finished self-assessment: what of that was written since, and what came back and was not. */
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'wouter'
import type { CasePage } from '#contracts/case-page.ts'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { useApi } from '../session/api.ts'
import { Refusal } from '../shell/states.tsx'
import { dossierKey } from './use-dossier.ts'

type Said = { readonly changed?: number | undefined; readonly toMend?: number | undefined; readonly isBack: boolean }

/** Undefined where the form holds what the unit has written, and nothing waits to be mended. */
export function saidSince({ changed = 0, toMend = 0, isBack }: Said): string | undefined {
  const left = toMend > 0 ? `退回的指标还有${toMend}项没有改` : undefined
  const then = isBack ? '退回前' : '定稿时'
  const finished =
    changed > 0
      ? `自评${isBack ? '退回' : '定稿'}之后修改了${changed}项，没有重新定稿，申报表中还是${then}的内容`
      : isBack
        ? '自评退回后没有重新定稿，申报表中还是退回前的内容'
        : undefined
  const said = [finished, left].filter((one) => one !== undefined)
  return said.length > 0 ? `${said.join('；')}。` : undefined
}

/** `leads`: the way to the self-assessment is not beside it. */
type Props = { readonly page: CasePage; readonly leads: boolean }

export default function SinceFinished({ page, leads }: Props) {
  const params = { batch: page.batch.id, unit: page.unit.id }
  const api = useApi()
  // Never taken from what was read before: it is what somebody is about to sign or hand in.
  const dossier = useQuery({
    queryKey: dossierKey(params),
    queryFn: () => api(dossierEndpoints.readDossier, { params }),
    staleTime: 0,
  })
  if (dossier.error && !dossier.data) return <Refusal error={dossier.error} again={dossier.refetch} />
  if (!dossier.data) return null
  const isBack = page.form?.selfAssessment?.sentBack !== undefined
  const { changed, toMend, writes } = dossier.data
  const said = saidSince({ changed: changed?.length, toMend, isBack })
  if (said === undefined) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="not-printed"
      title={said}
      {...(leads && {
        action: (
          <Link href={`/console/cases/${page.case}/dossier`}>
            {writes && (isBack || toMend) ? '修改退回的自评' : '逐项查看自评'}
          </Link>
        ),
      })}
    />
  )
}
