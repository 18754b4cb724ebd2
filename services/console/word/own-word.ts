/** A paper in the county's own form. */
import { KINDS } from '#evidence/kinds.ts'
import type { Paper } from '#papers/paper.ts'
import { fillTemplate } from '#papers/template/fill-template.ts'
import { NotYet } from './not-yet.ts'

/** @param form where it lies. @throws NotYet when it does not lie there any more; TypeError when the network is cut */
export async function ownWord(paper: Paper, form: string): Promise<Blob> {
  const answer = await fetch(form)
  if (!answer.ok) throw new NotYet('本县的文书格式已经更换，请刷新页面后再点“下载Word文档”。')
  const file = fillTemplate(new Uint8Array(await answer.arrayBuffer()), paper, paper.of?.values ?? {})
  return new Blob([file], { type: KINDS.docx.contentType })
}
