/** The form as whoever judges it reads it: each question can be sent back; what changed since the last return is marked. */

import { Button, Checkbox, Flex, Tag, Typography } from 'antd'
import { saidShortDay } from '#calendar/said.ts'
import type { CasePage, FileReference, SinceReturn } from '#contracts/case-page.ts'
import type { Choice, FieldDefinition } from '#contracts/forms.ts'
import { cite, filesOfAnswer, isSameUse } from '#evidence/cited-file.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { asReturned } from '../case/as-returned.ts'
import { SignOffsAsRead } from '../case/sign-offs-as-read.tsx'
import { wordsOf } from '../forms/words-of.ts'
import { FileNote } from '../upload/file-note.tsx'
import { Contact } from './contact.tsx'

type Props = {
  page: CasePage
  /** What may be sent back; none where this person sends nothing back. */
  questions: readonly Choice[]
  reopens: readonly string[]
  mark: (question: string, back: boolean) => void
  shown: FileReference | undefined
  show: (file: FileReference) => void
  /** Looks at the self-assessment indicator by indicator, where there is one. */
  assess: (() => void) | undefined
}

export function FormToJudge({ page, questions, reopens, mark, shown, show, assess }: Props) {
  const { form, sinceReturn } = page
  if (!form) return <Typography.Text type="secondary">还没有表格。</Typography.Text>
  const asked = [...form.fields, ...(form.selfAssessment ? [ASSESSMENT] : [])]
  const lines = questions.length > 0 ? questions : asked.map(({ name, label }) => ({ value: name, label }))
  /** Whom to call is not shown, and asked for once. */
  const hidden = lines.find(({ value }) => !asked.some(({ name }) => name === value))?.value
  const files = [...form.files, ...(sinceReturn?.files ?? [])]
  const line = ({ value: name, label }: Choice) => {
    const field = form.fields.find((one) => one.name === name)
    const mended = sinceReturn?.answers.find((one) => one.name === name)
    return (
      <section key={name} aria-label={label} style={{ borderBottom: '1px solid #f0f0f0', paddingBlock: 8 }}>
        <Flex gap={8} align="center" justify="space-between">
          <Typography.Text strong>{label}</Typography.Text>
          <Flex gap={4} align="center">
            {mended && (
              <Tag color={mended.changed ? 'processing' : 'warning'}>{mended.changed ? '已修改' : '未修改'}</Tag>
            )}
            {questions.length > 0 && (
              <Checkbox
                aria-label={`退回：${label}`}
                className={reopens.includes(name) ? '' : 'not-printed'}
                checked={reopens.includes(name)}
                onChange={({ target }) => mark(name, target.checked)}
              >
                退回
              </Checkbox>
            )}
          </Flex>
        </Flex>
        {name === ASSESSMENT.name && <Assessed pinned={form.selfAssessment?.pinned} assess={assess} />}
        {field && <Answer field={field} value={form.values[name]} {...{ files, shown, show }} />}
        {name === hidden && <Contact batch={page.batch.id} unit={page.unit.id} />}
        {mended?.changed && field && (
          <details style={{ marginTop: 4 }}>
            <summary style={{ cursor: 'pointer' }}>退回时的内容</summary>
            <div style={{ background: '#fafafa', padding: 8 }}>
              <Answer field={field} value={mended.before} {...{ files, shown, show }} />
            </div>
          </details>
        )}
      </section>
    )
  }
  return (
    <>
      {sinceReturn && <LastReturn {...sinceReturn} isBack={form.handedIn !== undefined} />}
      {lines.map(line)}
      <SignOffsAsRead signOffs={form.signOffs} open={show} />
    </>
  )
}

type AssessedProps = {
  pinned: NonNullable<NonNullable<CasePage['form']>['selfAssessment']>['pinned']
  assess: (() => void) | undefined
}
const Assessed = ({ pinned, assess }: AssessedProps) => (
  <Flex gap={8} align="center" wrap>
    <Typography.Text>
      {pinned ? `达到${pinned.reached}项，未达到${pinned.notReached}项，不适用${pinned.notApplicable}项` : '没有定稿'}
    </Typography.Text>
    {assess && (
      <Button size="small" title="Alt+Z" onClick={assess}>
        逐项查看自评
      </Button>
    )}
  </Flex>
)

/** `isBack`: the unit has handed in again; before that what it has changed so far is its own affair. */
const LastReturn = ({ at, by, reason, answers, explanation, isBack }: SinceReturn & { isBack: boolean }) => (
  <div style={{ background: '#fffbe6', padding: 8, marginTop: 8 }}>
    <Typography.Text strong>{isBack ? '退回后重报' : '已退回，单位还没有重报'}</Typography.Text>
    <div>
      <Typography.Text type="secondary">
        {saidShortDay(at)} {by} 退回：
      </Typography.Text>
      {reason}
    </div>
    {isBack && (
      <Typography.Text>
        {[
          [
            '已修改',
            answers.flatMap(({ changed, label, asBefore }) =>
              changed ? [asBefore ? `${label}的部分指标` : label] : [],
            ),
          ] as const,
          ['未修改', asReturned(answers)] as const,
        ]
          .flatMap(([said, labels]) => (labels.length > 0 ? [`${said}：${labels.join('、')}`] : []))
          .join('；')}
      </Typography.Text>
    )}
    {explanation && <div>单位说明不作修改的理由：{explanation}</div>}
  </div>
)

type AnswerProps = Pick<Props, 'shown' | 'show'> & {
  field: FieldDefinition
  value: unknown
  files: readonly FileReference[]
}

function Answer({ field, value, files, shown, show }: AnswerProps) {
  if (field.kind !== 'files' && field.kind !== 'file') {
    const words = wordsOf(field, value)
    return words === undefined ? (
      <Typography.Text type="secondary">未填</Typography.Text>
    ) : (
      <Typography.Text style={{ whiteSpace: 'pre-wrap' }}>{words}</Typography.Text>
    )
  }
  const attached = filesOfAnswer(value, files)
  if (attached.length === 0) return <Typography.Text type="secondary">没有附件</Typography.Text>
  return attached.map((file) => (
    <Button
      key={cite(file.sha256, file.name)}
      type="link"
      size="small"
      aria-current={isSameUse(file, shown)}
      className="attached as-text"
      onClick={() => show(file)}
    >
      {file.name}
      {file.note && <FileNote note={file.note} />}
    </Button>
  ))
}
