import type { z } from 'zod/mini'
import type { noticeDraft } from '#contracts/notice.ts'

export type NoticeState = z.output<typeof noticeDraft>['notices'][number]['state']
export const NOTICE_STATES: Readonly<Record<NoticeState, string>> = {
  prepared: '待签发',
  returned: '已退回',
  running: '公示中',
  over: '已期满',
  closed: '已结束',
}
