import { Button, Flex, Popover, Tag, Typography } from 'antd'
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import type { CasePage } from '#contracts/case-page.ts'
import { TrialTag } from '../../shell/trial-tag.tsx'
import type { Queue } from './judgement-queue.ts'
import { saidOthers } from './said-others.ts'

const SHORTCUTS = [
  ['Alt+Y', '填入第一条“通过”常用意见'],
  ['Alt+T', '填入第一条“退回”常用意见'],
  ['Alt+O', '到意见栏'],
  ['Ctrl+Enter', '办理、送签或签发（有提问时再按Enter确认）'],
  ['Alt+J / Alt+K', '上一个 / 下一个附件'],
  ['Alt+Z', '逐项查看自评、返回表格（有自评的）'],
  ['Alt+↑ / Alt+↓', '上一项 / 下一项自评'],
  ['Alt+B', '退回这一项自评'],
  ['Alt+P / Alt+N', '上一件 / 下一件（不办理）'],
] as const

export function QueueBar({ page, queue }: { page: CasePage; queue: Queue }) {
  const [, goTo] = useLocation()
  const { previous, next, others, error, again } = queue
  const isUnread = others === undefined && error !== null
  const heading = useRef<HTMLElement>(null)
  // The button that was pressed is gone with its case: reading goes on at the name of this one.
  useEffect(() => {
    if (page.case) heading.current?.focus({ preventScroll: true })
  }, [page.case])
  return (
    <Flex gap={12} align="center" wrap>
      <Typography.Title ref={heading} tabIndex={-1} level={2} style={{ margin: 0, fontSize: 19, outline: 'none' }}>
        {page.unit.name}
      </Typography.Title>
      <Tag color="processing">{page.stepTitle}</Tag>
      {page.batch.trial && <TrialTag />}
      <Typography.Text type="secondary" style={{ flex: '1 1 240px' }}>
        {page.batch.title}
      </Typography.Text>
      <Link className="not-printed" href={`/console/cases/${page.case}`}>
        办理过程和其他操作
      </Link>
      <Popover
        title="快捷键"
        trigger="click"
        content={
          <table>
            <tbody>
              {SHORTCUTS.map(([key, what]) => (
                <tr key={key}>
                  <td style={{ paddingInlineEnd: 16 }}>
                    <Typography.Text keyboard>{key}</Typography.Text>
                  </td>
                  <td>{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      >
        <Button size="small">快捷键</Button>
      </Popover>
      <Typography.Text className="not-printed" {...(isUnread && { type: 'danger' as const, role: 'alert' })}>
        {saidOthers(queue)}
      </Typography.Text>
      {isUnread && (
        <Button size="small" onClick={again}>
          重新读取
        </Button>
      )}
      <Button size="small" disabled={!previous} title={previous?.title} onClick={() => previous && goTo(previous.path)}>
        上一件
      </Button>
      <Button size="small" disabled={!next} title={next?.title} onClick={() => next && goTo(next.path)}>
        下一件
      </Button>
    </Flex>
  )
}
