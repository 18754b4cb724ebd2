/** The call 创建通知 as a document, printed and as Word has it: what units read of it, part by part. */
import { saidDay } from '#calendar/said.ts'
import type { CallPage } from '#contracts/call.ts'
import type { Block, Paper } from '../print/paper.ts'

type Called = {
  readonly page: Omit<CallPage, 'batch' | 'commands' | 'inHand' | 'uninvited'>
  /** Of a county whose data is made up. */
  readonly training?: boolean
}

const ORDER = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四']
const prose = (text: string): Block => ({ kind: 'words', as: 'prose', text })

/** A part with its heading: a heading alone at the foot of a sheet says nothing. */
const partOf = ({ title, text, lines, items, files = [] }: CallPage['shown'][number], at: number): readonly Block[] => [
  prose(`${ORDER[at] ?? at + 1}、${title}`),
  ...text.map(prose),
  ...lines.map(({ label, said, note }) => prose(`${label}：${said}${note ? `（${note}）` : ''}`)),
  ...[...items, ...files.map(({ name }) => name)].map((one, n) => prose(`${n + 1}．${one}`)),
]

export function callPaper({ page, training = false }: Called): Paper {
  const { title, trial, opened, cancelled, document, shown } = page
  const organ = document?.organ ?? ''
  return {
    name: [organ, document?.number ?? '', title].filter(Boolean).join('　'),
    marks: [...(training ? ['培训'] : trial ? ['演练'] : []), ...(cancelled ? ['已取消'] : opened ? [] : ['送审稿'])],
    unit: organ,
    foot: title,
    groups: [
      [{ kind: 'head', annex: document?.number ?? '', title: [title] }],
      ...shown.flatMap((part, at) => {
        const [heading, first, ...rest] = partOf(part, at)
        return [[heading, first].filter((block) => block !== undefined), ...rest.map((block) => [block])]
      }),
      [{ kind: 'signed', lines: organ ? [organ] : [], day: document ? saidDay(document.date) : '' }],
    ],
  }
}
