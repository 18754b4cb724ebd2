import { Alert } from 'antd'
import { saidShortDay } from '#calendar/said.ts'
import type { Reminder } from '#contracts/reminders.ts'
import type { DueReminder } from '#contracts/shown/reminded.ts'

/** What the office reminds the unit of. `about`: of which unit and batch, where that is not plain. */
export const ReminderLine = ({ reminder, about = '' }: { reminder: Reminder | undefined; about?: string }) =>
  reminder && (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={`法制办提醒（${saidShortDay(reminder.at)} ${reminder.by}）：${reminder.text}`}
      description={about || undefined}
    />
  )

/** What it was reminded of by itself. */
export const DueReminderLine = ({ reminder, about = '' }: { reminder: DueReminder | undefined; about?: string }) =>
  reminder && (
    <Alert
      type="warning"
      showIcon
      role="note"
      title={`到期提醒（${saidShortDay(reminder.at)}）：${reminder.text}`}
      description={about || undefined}
    />
  )
