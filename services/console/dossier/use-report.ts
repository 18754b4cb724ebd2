import { type DossierPage, dossierEndpoints } from '#contracts/dossier/dossier.ts'
import type { Paper } from '#papers/paper.ts'
import { useApi } from '../session/api.ts'
import { arrived } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import { NotYet } from '../word/not-yet.ts'

/** Makes the report of what stands there: read part by part, as the standard may be long. @param flush saves what is typed */
export function useReport(page: DossierPage, flush: () => Promise<boolean>): () => Promise<Paper> {
  const api = useApi()
  const training = useTraining() !== undefined
  const params = { batch: page.batch.id, unit: page.unit.id }
  return async () => {
    if (!(await flush())) throw new NotYet('还有内容没有保存到系统，请稍候再生成自评报告。')
    const [reportPaper, parts] = await Promise.all([
      arrived(async () => (await import('./report-paper.ts')).reportPaper),
      Promise.all(
        page.parts.map(({ id: part }) => api(dossierEndpoints.readReportPart, { params: { ...params, part } })),
      ),
    ])
    if (new Set(parts.map(({ manifest }) => manifest)).size > 1) throw new NotYet('自评刚刚重新定稿，请再点一次。')
    return reportPaper({ page, parts, training })
  }
}
