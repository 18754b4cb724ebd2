import { Alert, Flex } from 'antd'
import type { AmendmentShown, CancelledShown } from '#contracts/change.ts'

type Props = {
  /** Of a case. */
  page: { readonly amendments: readonly AmendmentShown[]; readonly cancelled?: CancelledShown | undefined }
}

/** What became of the call's dates, the newest first, and of its batch. */
export const AmendmentLines = ({ page: { amendments, cancelled } }: Props) =>
  (cancelled || amendments.length > 0) && (
    <Flex vertical gap={8} style={{ width: '100%', marginTop: 8 }}>
      {cancelled && (
        <Alert type="error" showIcon title={`本批次已取消。理由：${cancelled.reason}${signed(cancelled)}`} />
      )}
      {[...amendments].reverse().map((one) => (
        <Alert
          key={`${one.said} ${one.dates[0]?.to}`}
          type="info"
          showIcon
          title={`通知变更：${one.dates.map(({ title, from, to }) => `“${title}”的截止时间由${from}改为${to}`).join('；')}。理由：${one.reason}${signed(one)}`}
        />
      ))}
    </Flex>
  )

const signed = ({ organ, said, number }: { organ: string; said: string; number?: string | undefined }): string =>
  `（${organ}，${said}${number ? `，${number}` : ''}）`
