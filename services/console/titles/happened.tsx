/** Everything that was decided and recorded of a title since its naming, in order. */
import { Card, Flex, Tag, Typography } from 'antd'
import { saidDay, shownMinute } from '#calendar/said.ts'
import type { TitlePage } from '#contracts/title/title.ts'
import { FileLink } from '../meeting/file-link.tsx'
import { MeasureShown } from './measure-shown.tsx'
import { RevocationButtons } from './revocation-buttons.tsx'

export const Happened = ({ page }: { page: TitlePage }) => (
  <Card size="small" title="命名以后">
    {page.history.length === 0 ? (
      <Typography.Text type="secondary">没有复查、警示和取消的记录。</Typography.Text>
    ) : (
      <Flex vertical gap={16}>
        {page.history.map((one) => (
          <section key={`${one.at} ${one.said}`} aria-label={one.said}>
            <Typography.Text strong>
              {saidDay(one.on)}　{one.said}
            </Typography.Text>{' '}
            {one.corrected && <Tag color="warning">已更正</Tag>}
            <div>
              <Typography.Text type="secondary">
                {one.preparedBy ? `${one.preparedBy}拟制，${one.by}签发` : `${one.by}登记`}，{shownMinute(one.at)}
              </Typography.Text>
            </div>
            {one.measure && <MeasureShown measure={one.measure} />}
            {one.measure && <RevocationButtons page={page} measure={one.measure} />}
            {one.text && <div style={{ whiteSpace: 'pre-wrap' }}>{one.text}</div>}
            {one.present && (
              <div>
                出席：{one.present.join('、')}
                {one.absent && one.absent.length > 0 && `；缺席：${one.absent.join('、')}`}
              </div>
            )}
            {one.majorityDiffered && <div>多数人的不同意见：{one.majorityDiffered}</div>}
            {one.minutes && <FileLink file={one.minutes} />}
          </section>
        ))}
      </Flex>
    )}
  </Card>
)
