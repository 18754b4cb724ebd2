/** The right-hand side of a judgement: drafted, decided by one person, or signed; or why it is not for this person. */
import { Alert, Button, Flex } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { CasePage } from '#contracts/case-page.ts'
import type { WorkItem } from '#contracts/views.ts'
import { CameBack } from './came-back.tsx'
import { DecidePanel } from './decide-panel.tsx'
import { DraftAsRead, DraftOfAnother } from './draft-as-read.tsx'
import { DraftToSign } from './draft-to-sign.tsx'
import type { Judging } from './judging.ts'
import { choicesOf } from './judging-draft.ts'
import type { Offers } from './offers.ts'
import { DecidedElsewhere } from './queue/decided-elsewhere.tsx'

type Props = {
  page: CasePage
  /** The page as it was looked at. */
  seen: CasePage
  /** Goes on with the page as it is now. */
  goOn: () => void
  person: string
  step: string
  isOver: boolean
  offers: Offers
  judging: Judging
  next: WorkItem | undefined
}

export function JudgingPanel(props: Props) {
  const { page, person, isOver, offers, judging, next } = props
  const { draft, change, refused, sending, done } = judging
  const [again, setAgain] = useState(false)
  const { sign, back, decide, propose } = offers
  const then = next ? '，看下一件' : ''
  const shared = {
    person,
    unitName: page.unit.name,
    of: { batch: page.batch.id, unit: page.unit.id },
    kept: judging.kept,
    about: judging.about,
    draft,
    change,
    refused,
    sending,
  }
  if (page.step === props.step && page.visit !== props.seen.visit)
    return <CameBack page={page} seen={props.seen} refused={refused?.message} goOn={props.goOn} />
  if (isOver || done) return <AfterIt {...props} />
  if (page.draft && sign)
    return (
      <DraftToSign
        {...{ page, back, sending, refused }}
        touched={judging.touched}
        draft={page.draft}
        otherwise={decide}
        panel={
          decide && (
            <DecidePanel
              {...shared}
              offered={decide}
              decide={(despite) => judging.decide(decide, despite)}
              submit="办理"
            />
          )
        }
        send={judging.send}
        sign={() => judging.sign(sign)}
        submit={`签发${then}`}
        returned={judging.returned}
      />
    )
  if (decide && (decide.todo || !propose))
    return (
      <DecidePanel
        {...shared}
        offered={decide}
        decide={(despite) => judging.decide(decide, despite)}
        submit={`办理${then}`}
      />
    )
  if (!propose) return <AfterIt {...props} />
  // Whoever has begun to type goes on, whoever else has drafted meanwhile.
  if (page.draft && !again && !judging.touched)
    return (
      <Flex vertical gap={12}>
        <Alert type="info" showIcon title="已拟办，等待签发。" />
        <DraftAsRead
          draft={page.draft}
          what="拟办"
          of={{ batch: page.batch.id, unit: page.unit.id }}
          points={choicesOf(propose, 'checklist')}
          questions={choicesOf(propose, 'reopens')}
        />
        {judging.wasKept && (
          <Alert type="info" showIcon title="您此前填写、没有送签的内容仍在，点“重新拟办”接着填写。" />
        )}
        <Button onClick={() => setAgain(true)}>重新拟办</Button>
        <Further {...props} />
      </Flex>
    )
  return (
    <Flex vertical gap={8} style={{ minHeight: '100%' }}>
      {page.draftReturned && !page.draft && (
        <Alert
          type="warning"
          showIcon
          title={`${page.draftReturned.by}退回了拟办`}
          description={`${page.draftReturned.reason}（修改后再送签；认为不需要修改的，请在意见中写明）`}
        />
      )}
      {page.draft && (
        <Alert
          type="info"
          showIcon
          title={`${page.draft.by}已拟办“${page.draft.outcomeTitle}”；您送签后，以您的为准。`}
        />
      )}
      <DecidePanel
        {...shared}
        offered={propose}
        decide={(despite) => judging.propose(propose, despite)}
        submit={`送签${then}`}
        standing={
          page.draft && (
            <DraftOfAnother
              draft={page.draft}
              points={choicesOf(propose, 'checklist')}
              questions={choicesOf(propose, 'reopens')}
            />
          )
        }
      />
    </Flex>
  )
}

function AfterIt(props: Props) {
  const { page, isOver, judging, step } = props
  const { done, draft, touched } = judging
  const said = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone: reading goes on at what came of it.
  useEffect(() => {
    if (done) said.current?.focus({ preventScroll: true })
  }, [done])
  return (
    <Flex vertical gap={12} ref={said} tabIndex={-1} style={{ outline: 'none' }}>
      {done ? (
        <Alert
          type="success"
          showIcon
          title={done === 'decided' ? `本件已办理，现处“${page.stepTitle}”。` : DONE[done]}
        />
      ) : isOver ? (
        <DecidedElsewhere page={page} reason={touched || page.step !== step ? draft.reason : ''} />
      ) : (
        <Alert
          type="info"
          showIcon
          title={
            page.draft
              ? `本件已由${page.draft.by}拟办，等待签发。`
              : `本件在“${page.stepTitle}”，现在不由您办理（尚待拟办，或者是本单位、本人经手的表格）。`
          }
        />
      )}
      {page.commands.some(({ name }) => name === 'draft-correction') && (
        <Link href={`/console/cases/${page.case}`}>结论有误的，可以更正</Link>
      )}
      {page.final && <Alert type="info" showIcon title={page.final} />}
      <Further {...props} />
    </Flex>
  )
}
const DONE = { proposed: '已拟办，等待签发。', returned: '拟办已退回经办人。' } as const

// That nothing waits for this person does not say that the step is done: a draft may have gone back to an officer.
const Further = ({ page, next }: Props) =>
  next ? (
    <Link href={next.path}>看下一件：{next.title}</Link>
  ) : (
    <Link href={`/console/batches/${page.batch.id}`}>这一环节没有其他等您办理的，看批次进展</Link>
  )
