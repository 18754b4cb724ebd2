import { Alert, App, Button, Flex } from 'antd'
import { Link } from 'wouter'
import { saidEntry } from '#calendar/said.ts'
import type { CasePage } from '#contracts/case-page.ts'

/** Somebody else was first: who, when and what; and what this person had entered, to take along. */
export function DecidedElsewhere({ page, reason }: { page: CasePage; reason: string }) {
  const { message } = App.useApp()
  const last = page.timeline.at(-1)
  const copy = () =>
    navigator.clipboard.writeText(reason).then(
      () => message.success('意见已复制'),
      () => message.warning('浏览器不允许复制，请选中下面的文字复制。'),
    )
  return (
    <Flex vertical gap={12}>
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={last ? `${last.by}已于${saidEntry(last)}办理：${last.step}·${last.event}` : '本件已经办理'}
        description={
          <>
            {last?.reason && (
              <div>
                {last.isOpinion ? '意见' : '理由'}：{last.reason}
              </div>
            )}
            <div>本件现处“{page.stepTitle}”，无需再办。</div>
          </>
        }
      />
      {reason.trim() !== '' && (
        <Alert
          type="info"
          title="您填写的内容没有提交，保留在这里"
          description={<div style={{ whiteSpace: 'pre-wrap' }}>{reason}</div>}
          action={<Button onClick={() => void copy()}>复制意见</Button>}
        />
      )}
      <Link href={`/console/cases/${page.case}`}>查看申报件全过程</Link>
    </Flex>
  )
}
