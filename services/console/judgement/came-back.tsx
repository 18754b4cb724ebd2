/** The case has left its step and come back since it was looked at: what happened, what changed, and on with what was typed. */
import { Alert, Button, Flex, Typography } from 'antd'
import { useEffect, useRef } from 'react'
import { saidShortMinute } from '#calendar/said.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { wordsOf } from '../forms/words-of.ts'

type Props = {
  page: CasePage
  /** As it was looked at. */
  seen: CasePage
  refused: string | undefined
  goOn: () => void
}

export function CameBack({ page, seen, refused, goOn }: Props) {
  const since = page.timeline.slice(seen.timeline.length)
  const here = useRef<HTMLDivElement>(null)
  // Whoever pressed a button at the foot of a column that scrolls reads what came of it from its beginning.
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' })
    here.current?.focus({ preventScroll: true })
  }, [])
  return (
    <Flex vertical gap={12} ref={here} tabIndex={-1} style={{ outline: 'none' }}>
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={refused ?? '您打开页面之后，本件离开过本环节又回来，请核对现在的内容。'}
        description={since.map(({ at, by, step, event }) => (
          <div key={`${at} ${event}`}>
            {saidShortMinute(at)} {by}：{step}·{event}
          </div>
        ))}
      />
      {changedIn(seen, page).map(({ label, before, now }) => (
        <div key={label}>
          <Typography.Text strong>{label}已修改</Typography.Text>
          {now !== undefined && (
            <>
              <Typography.Paragraph type="secondary" style={WHOLE}>
                您看过的：{before}
              </Typography.Paragraph>
              <Typography.Paragraph style={WHOLE}>现在的：{now}</Typography.Paragraph>
            </>
          )}
        </div>
      ))}
      <Typography.Text>左侧是现在的内容。您填写的内容仍在，核对后可以继续办理。</Typography.Text>
      <Button type="primary" block onClick={goOn}>
        已核对，继续办理
      </Button>
    </Flex>
  )
}
const WHOLE = { whiteSpace: 'pre-wrap', marginBottom: 4 } as const

/** Questions whose answers are others; which files an answer has the form beside shows. */
function changedIn({ form: before }: CasePage, { form: now }: CasePage) {
  return (now?.fields ?? []).flatMap((field) => {
    const [then, is] = [before?.values[field.name], now?.values[field.name]]
    if (JSON.stringify(then) === JSON.stringify(is)) return []
    const said = (value: unknown): string => wordsOf(field, value) ?? '未填'
    const isFiles = field.kind === 'files' || field.kind === 'file'
    return [{ label: field.label, ...(!isFiles && { before: said(then), now: said(is) }) }]
  })
}
