/** What whoever fills in the form should know first: restored, changed by others, returned, sent back, or read only. */
import { Alert, Button } from 'antd'
import type { CasePage, ShownPaper } from '#contracts/case-page.ts'
import type { Draft } from '../forms/autosave.ts'
import type { LateFiles } from './use-late-files.ts'

type Props = {
  page: CasePage
  paper: ShownPaper
  draft: Draft
  locked: boolean
  isSigned: boolean
  carries: boolean
  late: LateFiles
  unlock: () => void
}
const BELOW = { marginBottom: 16 } as const

export function FormNews({ page, paper, draft, locked, isSigned, carries, late, unlock }: Props) {
  const labelsOf = (names: readonly string[]) =>
    paper.fields
      .filter(({ name }) => names.includes(name))
      .map(({ label }) => `“${label}”`)
      .join('、')
  return (
    <>
      {late.said.map((sentence) => (
        <Alert key={sentence} type="warning" showIcon role="alert" style={BELOW} title={sentence} />
      ))}
      {draft.restored.length > 0 && (
        <Alert
          type="info"
          showIcon
          closable={{ 'aria-label': '关闭' }}
          style={BELOW}
          title={`已恢复上次没有保存到系统的内容：${labelsOf(draft.restored)}`}
        />
      )}
      {draft.taken && (
        <Alert
          type="info"
          showIcon
          role="status"
          style={BELOW}
          title={`${draft.taken.by || '另一处'}修改了${labelsOf(draft.taken.fields)}，已显示在下面；您填写的没有变。`}
        />
      )}
      {paper.declined && (
        <Alert
          type="warning"
          showIcon
          style={BELOW}
          title={`${paper.declined.by}退回修改：${paper.declined.reason}`}
          description="请修改后再送签署。"
        />
      )}
      {page.sinceReturn && !locked && (
        <Alert
          type="warning"
          showIcon
          style={BELOW}
          title={`${page.sinceReturn.by}退回补正`}
          description={`${
            paper.reopens
              ? `请修改下列${paper.reopens.length}项。其他各项没有退回，不能修改。`
              : `退回理由：${page.sinceReturn.reason}`
          }原有签署已失效，修改后重新签署再提交；没有修改的，须在核对时写明理由。`}
        />
      )}
      {locked && (
        <Alert
          type="info"
          showIcon
          style={BELOW}
          title={
            isSigned || carries
              ? `${paper.title}已有签署，现在只能查看。`
              : `${paper.title}由本单位经办人填写，您也可以修改。`
          }
          action={<Button onClick={unlock}>修改{paper.title}</Button>}
        />
      )}
    </>
  )
}
