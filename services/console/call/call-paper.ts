/** The call 创建通知 as a document, printed and as Word has it: what units read of it, part by part. */
import { saidDay } from '#calendar/said.ts'
import type { CallPage } from '#contracts/call.ts'
import { filled } from '#papers/fill-in.ts'
import { CALL } from '#papers/forms/call.ts'
import type { Paper } from '#papers/paper.ts'

type Called = {
  readonly page: Omit<CallPage, 'batch' | 'commands' | 'inHand' | 'uninvited'>
  /** Of a county whose data is made up. */
  readonly training?: boolean
}

const ORDER = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四']

/** What stands below a part's heading, a paragraph a line. */
const saidIn = ({ text, lines, items, files = [] }: CallPage['shown'][number]): readonly string[] => [
  ...text,
  ...lines.map(({ label, said, note }) => `${label}：${said}${note ? `（${note}）` : ''}`),
  ...[...items, ...files.map(({ name }) => name)].map((one, n) => `${n + 1}．${one}`),
]

export function callPaper({ page, training = false }: Called): Paper {
  const { title, trial, opened, cancelled, document, shown } = page
  const organ = document?.organ ?? ''
  return filled(
    CALL,
    {
      标题: title,
      文号: document?.number ?? '',
      发文机关: organ,
      日期: document ? saidDay(document.date) : '',
      部分: shown.map((part, at) => ({
        部分标题: `${ORDER[at] ?? at + 1}、${part.title}`,
        部分内容: saidIn(part).join('\n'),
      })),
    },
    {
      name: [organ, document?.number ?? '', title].filter(Boolean).join('　'),
      marks: [...(training ? ['培训'] : trial ? ['演练'] : []), ...(cancelled ? ['已取消'] : opened ? [] : ['送审稿'])],
    },
  )
}
