import { Descriptions, Tag, Typography } from 'antd'
import { saidDay } from '#calendar/said.ts'
import type { NoticePage } from '#contracts/notice.ts'
import { TrialTag } from '../shell/trial-tag.tsx'
import { Due } from '../worklist/due.tsx'
import { NOTICE_STATES, type NoticeState } from './notice-states.ts'
import { isOpen } from './objection-fields.ts'
import { waitingOf } from './waiting-lines.ts'

export function stateOf({ preparation, returned, closed, period }: NoticePage, now: string | undefined): NoticeState {
  if (preparation) return 'prepared'
  if (returned) return 'returned'
  if (closed) return 'closed'
  return now !== undefined && now >= period.lateFrom ? 'over' : 'running'
}

export function NoticeFacts({ page, now }: { page: NoticePage; now: string | undefined }) {
  const state = stateOf(page, now)
  return (
    <>
      <Typography.Title level={2} style={{ marginTop: 0, fontSize: 16 }}>
        {page.title} {page.trial && <TrialTag />}
      </Typography.Title>
      <Descriptions
        column={1}
        size="small"
        items={[
          {
            key: 'state',
            label: '状态',
            children: (
              <>
                {page.cancelled && !page.closed ? (
                  <Tag>已终止</Tag>
                ) : (
                  <Tag color={state === 'closed' ? 'default' : state === 'returned' ? 'warning' : 'processing'}>
                    {NOTICE_STATES[state]}
                    {page.closed && `（${page.closed.by}）`}
                  </Tag>
                )}
                {state === 'running' && !page.cancelled && (
                  <Due
                    due={{ lateFrom: page.period.lateFrom, said: `${saidDay(page.period.lastDay)}24时期满` }}
                    now={now}
                  />
                )}
              </>
            ),
          },
          { key: 'period', label: '公示期', children: `${page.period.said}。${page.period.explained}` },
          { key: 'place', label: '发布', children: `${saidDay(page.publication.on)}，${page.publication.place}` },
          { key: 'next', label: '下一步', children: whatNext(page, state) },
        ]}
      />
    </>
  )
}

function whatNext(page: NoticePage, state: NoticeState): string {
  if (page.cancelled) return page.cancelled
  if (state === 'prepared') return '签发后发布，公示期从发布日期起算。'
  if (state === 'returned') return '修改后再送签。'
  const ended = new Set(page.lines.flatMap(({ unit, ended: said }) => (said ? [unit] : [])))
  const all = page.objections.filter(isOpen)
  const open = all.filter(({ about }) => !ended.has(about)).length
  const left = [
    open > 0 ? `还有${open}件异议没有办结，所涉单位办结后另行转出。` : '',
    all.length > open ? `有${all.length - open}件异议所涉单位已办结，照常受理、答复，不影响本批次的结论。` : '',
  ].join('')
  if (state === 'closed') {
    const waiting = waitingOf(page).length
    return waiting > 0
      ? `其余单位已转下一环节，${waiting}个单位还在等待，见名单。`
      : `各单位已转下一环节或已办结。${left}`
  }
  if (state === 'over') return `公示期已满，请逐一核对各渠道有没有期内收到的异议，然后结束公示。${left}`
  return `期满后由法制办核对各渠道，结束公示。${left}`
}
