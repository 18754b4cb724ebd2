/** A draft as whoever signs it reads it: outcome, opinion, points, and of a return its questions and date. */
import { Alert, Collapse, Flex, Tag, Typography } from 'antd'
import { Suspense } from 'react'
import { saidShortMinute } from '#calendar/said.ts'
import type { ShownDraft } from '#contracts/case-page.ts'
import type { Choice } from '#contracts/forms.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { partOfPage } from '../session/parts.ts'

const IndicatorNames = partOfPage(() => import('../dossier/indicator-names.tsx'))

type Props = {
  draft: ShownDraft
  /** What it is: 拟办, or 拟更正. */
  what: string
  points: readonly Choice[]
  questions: readonly Choice[]
  /** Whose case it is, so that indicators that are sent back are called by their names. */
  of?: { readonly batch: string; readonly unit: string }
}

export function DraftAsRead({ draft, what, points, questions, of }: Props) {
  const { by, at, outcomeTitle, reason, checklist, reopens = [], indicators = [], due, inMinutes, atOdds } = draft
  const labelOf = (name: string) =>
    questions.find(({ value }) => value === name)?.label ?? (name === ASSESSMENT.name ? ASSESSMENT.label : name)
  const isTicked = ({ value }: Choice) => checklist?.[value] ?? false
  return (
    <Flex vertical gap={8}>
      <Typography.Text type="secondary">
        {by}于{saidShortMinute(at)}
        {what}
      </Typography.Text>
      <div>
        <Tag color="processing" style={{ fontSize: 15, padding: '2px 10px' }}>
          {outcomeTitle}
        </Tag>
      </div>
      <Typography.Text style={{ whiteSpace: 'pre-wrap' }}>{reason}</Typography.Text>
      {inMinutes && <Typography.Text>{inMinutes}</Typography.Text>}
      {reopens.length > 0 && (
        <Typography.Text>
          需补正的栏目：{reopens.map(labelOf).join('、')}
          {due && `；补正截止：${due}`}
        </Typography.Text>
      )}
      {indicators.length > 0 && (
        <div>
          <Typography.Text>需补正的指标{indicators.length}项</Typography.Text>
          {of && (
            <Suspense>
              <IndicatorNames {...of} ids={indicators} />
            </Suspense>
          )}
        </div>
      )}
      {points.length > 0 && checklist && (
        <ul aria-label="核对情况" style={{ margin: 0, padding: 0, listStyle: 'none', fontSize: 13 }}>
          {points.map((point) => (
            <li key={point.value}>
              <Typography.Text style={{ fontSize: 13 }} type={isTicked(point) ? 'success' : 'danger'}>
                {isTicked(point) ? '✓ 符合' : '✗ 未勾选'}
              </Typography.Text>{' '}
              {point.label}
            </li>
          ))}
        </ul>
      )}
      {atOdds && <Alert type="warning" showIcon title={`${atOdds}。`} />}
      {points.length > 0 && !checklist && <Typography.Text type="warning">没有填写核对清单。</Typography.Text>}
    </Flex>
  )
}

/** The draft that somebody else wrote meanwhile, where one's own was refused for it: opened beside what is typed. */
export const DraftOfAnother = ({ draft, points, questions }: Omit<Props, 'what'>) => (
  <Collapse
    size="small"
    items={[
      {
        // What is open stays so when a newer one takes its place.
        key: 'standing',
        label: `打开${draft.by}拟办的“${draft.outcomeTitle}”`,
        children: <DraftAsRead {...{ draft, points, questions }} what="拟办" />,
      },
    ]}
  />
)
