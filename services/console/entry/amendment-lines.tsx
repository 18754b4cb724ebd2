import { Alert, Flex } from 'antd'
import type { AmendmentShown, CancelledShown } from '#contracts/change.ts'
import { newsOfDates } from './news-of-dates.ts'

type Props = {
  /** Of a case. */
  page: { readonly amendments: readonly AmendmentShown[]; readonly cancelled?: CancelledShown | undefined }
  /** The server's instant. */
  now: number | undefined
}

/** What became of the call's dates as long as they are to come, the newest first, and of its batch. */
export function AmendmentLines({ page: { amendments, cancelled }, now }: Props) {
  const news = newsOfDates(amendments, now)
  if (!cancelled && news.length === 0) return null
  return (
    <Flex vertical gap={8} style={{ width: '100%', marginTop: 8 }}>
      {cancelled && (
        <Alert type="error" showIcon title={`本批次已取消。理由：${cancelled.reason}${signed(cancelled)}`} />
      )}
      {[...news].reverse().map((one) => (
        <Alert
          key={`${one.said} ${one.dates[0]?.to}`}
          type="info"
          showIcon
          title={`通知变更：${one.dates.map(({ title, from, to }) => `“${title}”的截止时间由${from}改为${to}`).join('；')}。理由：${one.reason}${signed(one)}`}
        />
      ))}
    </Flex>
  )
}

const signed = ({ organ, said, number }: { organ: string; said: string; number?: string | undefined }): string =>
  `（${organ}，${said}${number ? `，${number}` : ''}）`
