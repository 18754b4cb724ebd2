/** What is signed on paper after a return is signed after it: the paper of before says nothing of the form as it stands. */
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import type { Paper } from '#case/paper.ts'
import { digestOfUse } from '#evidence/cited-file.ts'

type Given = { readonly on?: string | undefined; readonly scan?: string | undefined }

/** What of a paper sign-off is from before the return, by field; nothing where the form never went back. @param on an Asia/Shanghai date */
export function wrongAfterReturn(paper: Paper, { on, scan }: Given): { readonly on?: string; readonly scan?: string } {
  const { sentBack, scans = {} } = paper
  if (!sentBack) return {}
  const first = scan && scans[digestOfUse(scan)]
  const since = signedSince(paper, sentBack.by.at)
  return {
    ...(on &&
      on < since.day && {
        on: `签署日期（${saidDay(on)}）早于${since.what}（${saidDay(since.day)}）；退回前的签署已经失效，请签署人在现在的表格上重新签署，并填写重新签署的日期`,
      }),
    ...(first &&
      first < sentBack.by.at && {
        scan: `这份扫描件是退回前（${saidDay(dateOf(first))}）用过的，不是重新签署的；请上传重新签字盖章的扫描件`,
      }),
  }
}

/** What the office enters was signed before it was entered, so that only the return itself comes before it. */
function signedSince({ form, byOffice }: Paper, returned: string) {
  return form && !byOffice && form.at > returned
    ? { what: '退回后修改并保存本表之日', day: dateOf(form.at) }
    : { what: '本表退回之日', day: dateOf(returned) }
}
