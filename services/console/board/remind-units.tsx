/** One reminder to several units, and what became of it. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, Modal, Typography } from 'antd'
import { useState } from 'react'
import { msBetween } from '#calendar/instant.ts'
import { ApiError } from '#contracts/client.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { MOST_REMINDER, type RemindersPage } from '#contracts/reminders.ts'
import { whySaysNothing } from '#contracts/sentences.ts'
import { tidyText } from '#typed/line.ts'
import { isBlank } from '#typed/unseen.ts'
import { useAskToClose } from '../forms/ask-to-close.ts'
import { saidWhole } from '../forms/refusal.ts'
import { TypedText } from '../forms/typed-text.tsx'
import { excessOf } from '../forms/typed-value.ts'
import { useApi } from '../session/api.ts'
import { lastOf, saidReminder } from './last-reminder.ts'

type Unit = {
  readonly unit: string
  readonly name: string
  readonly due?: { readonly said: string } | undefined
  /** Those that it owes, instead of a form. */
  readonly reports: readonly {
    readonly title: string
    readonly late: boolean
    readonly due: { readonly lateFrom: string; readonly said: string }
  }[]
}
type Props = {
  batch: string
  units: readonly Unit[]
  reminders: RemindersPage
  /** The server's instant. */
  now: string
  close: (isDone: boolean) => void
}
const HOUR_MS = 3_600_000

function usualText(units: readonly Unit[]): string {
  const reports = units.flatMap((one) => one.reports)
  if (reports.length > 0) return ofReports(units, reports)
  const dates = new Set(units.map(({ due }) => due?.said))
  const [date] = dates
  const until = dates.size === 1 && date ? `在${date}前` : '在各自的截止时间前'
  return `请抓紧填报，${until}提交；逾期不能再报。`
}

function ofReports(units: readonly Unit[], reports: Unit['reports']): string {
  const inOrder = [...reports].sort((a, b) => a.due.lateFrom.localeCompare(b.due.lateFrom))
  const titles = [...new Set(inOrder.map(({ title }) => title))]
  const what = titles.length <= 2 ? titles.join('、') : '尚未报送的进展报告'
  const others = units.some((one) => one.reports.length === 0) ? '尚未提交的表格和' : ''
  const late = reports.some((one) => one.late) ? '；已经逾期的请尽快补报' : ''
  return `请抓紧报送${others}${what}${late}。`
}

export default function RemindUnits({ batch, units, reminders, now, close }: Props) {
  const api = useApi()
  const queries = useQueryClient()
  const [text, setText] = useState(() => usualText(units))
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  const remind = useMutation({
    mutationFn: () =>
      api(intakeEndpoints.remindUnits, {
        params: { batch },
        body: { units: units.map(({ unit }) => unit), text, seen: reminders.seen },
        command,
      }),
    onSuccess: ({ seen, last }) => queries.setQueryData(['reminders', batch], { seen, last }),
    onError: (error) => {
      // Decided otherwise than asked: the next try is another click. Without an answer it is the same one.
      if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
      void queries.invalidateQueries({ queryKey: ['reminders', batch] })
    },
  })
  const lately = units.flatMap(({ unit, name }) => {
    const one = lastOf(reminders, unit)
    return one && msBetween(one.at, now) < HOUR_MS ? [`${name}（${saidReminder(one)}）`] : []
  })
  const done = remind.data
  const unsaid = whySaysNothing('sentence', '提醒内容', tidyText(text))
  const askToClose = useAskToClose(!done && text !== usualText(units), () => close(done !== undefined))
  return (
    <Modal
      open
      width={600}
      title={`提醒${units.length}个单位`}
      onCancel={askToClose}
      mask={{ closable: false }}
      footer={
        <Flex gap={8} justify="end">
          <Button onClick={askToClose}>{done ? '关闭' : '取消'}</Button>
          {!done && (
            <Button
              type="primary"
              loading={remind.isPending}
              disabled={isBlank(text) || unsaid !== undefined || excessOf(text, MOST_REMINDER) > 0}
              onClick={() => remind.mutate()}
            >
              提醒{units.length}个单位
            </Button>
          )}
        </Flex>
      }
    >
      {done ? (
        <Flex vertical gap={12} role="status">
          <Alert
            type={done.reminded.length > 0 ? 'success' : 'info'}
            showIcon
            title={done.reminded.length > 0 ? `已提醒${done.reminded.length}个单位。` : '没有需要提醒的单位。'}
            description="提醒显示在单位的待办、表格和进展报告上，到单位提交或者报送为止。"
          />
          {done.leftOut.map(({ unit, name, why }) => (
            <Typography.Text key={unit}>
              {name}未提醒：{why}。
            </Typography.Text>
          ))}
        </Flex>
      ) : (
        <Flex vertical gap={12}>
          <Typography.Text>{units.map(({ name }) => name).join('、')}</Typography.Text>
          {lately.length > 0 && <Alert type="warning" showIcon title={`一小时内已提醒过：${lately.join('、')}`} />}
          <TypedText
            label="提醒内容"
            rows={{ minRows: 3, maxRows: 6 }}
            most={MOST_REMINDER}
            value={text}
            wrong={unsaid !== undefined}
            onChange={(typed) => {
              setText(typed)
              remind.reset()
            }}
          />
          {unsaid && <Typography.Text type="danger">{unsaid}</Typography.Text>}
          <Typography.Text type="secondary">请不要写手机号码、身份证号等个人信息。</Typography.Text>
          {remind.error && <Alert type="error" showIcon role="alert" title={saidWhole(remind.error)} />}
        </Flex>
      )}
    </Modal>
  )
}
