import { Flex, Tag, Typography } from 'antd'
import { Suspense } from 'react'
import type { Choice } from '#contracts/forms.ts'
import { DateField } from '../forms/date-field.tsx'
import { partOfPage } from '../session/parts.ts'

const IndicatorNames = partOfPage(() => import('../dossier/indicator-names.tsx'))

type Props = {
  /** Of the self-assessment, where it is sent back: which indicators, and whose. */
  indicators: { readonly batch: string; readonly unit: string; readonly ids: readonly string[] } | undefined
  leaveOut: (indicator: string) => void
  questions: readonly Choice[]
  lastDay: string | undefined
  wrong: string | undefined
  /** Takes a question off the list. */
  take: (question: string) => void
  put: (lastDay: string | undefined) => void
}

/** What a return says besides its opinion: the questions that are reopened, and until when. */
export const ReturnFields = ({ questions, indicators, leaveOut, lastDay, wrong, take, put }: Props) => (
  <Flex vertical gap={4}>
    <div>
      需补正的栏目：
      {questions.length === 0 && <Typography.Text type="warning">请在左侧勾选</Typography.Text>}
      {questions.map(({ value, label }) => (
        <Tag
          key={value}
          closable
          onClose={(event) => {
            event.preventDefault()
            take(value)
          }}
        >
          {label}
        </Tag>
      ))}
    </div>
    {indicators && (
      <div>
        需补正的指标：
        {indicators.ids.length === 0 && <Typography.Text type="warning">没有选的，各项指标都可以修改</Typography.Text>}
        {indicators.ids.length > 0 && (
          <Suspense>
            <IndicatorNames {...indicators} leaveOut={leaveOut} />
          </Suspense>
        )}
      </div>
    )}
    <Flex gap={8} align="center">
      <label htmlFor="judging-last-day">补正截止</label>
      <div>
        <DateField id="judging-last-day" size="small" placeholder="按通知规定" value={lastDay} onChange={put} />
      </div>
    </Flex>
    {wrong && <Typography.Text type="danger">{wrong}</Typography.Text>}
  </Flex>
)
