/** The meeting itself: which one, when, who took part, how it decided, by which paper. */

import { Button, Flex, Form, Radio, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ResolutionPage } from '#contracts/meeting.ts'
import { DateField } from '../forms/date-field.tsx'
import { NumberField } from '../forms/number-field.tsx'
import { TypedText } from '../forms/typed-text.tsx'
import { excessOf, whyUnread } from '../forms/typed-value.ts'
import { FileField } from '../upload/file-field.tsx'
import type { Entering } from './entering.ts'
import { idOfEntry } from './faults.ts'
import { readMembers, withMembers } from './read-members.ts'
import { votersIn } from './ready-to-send.ts'
import { type Draft, paperOf, saidBeside, saidDiscussion } from './resolution-draft.ts'
import { saidVotes, VOTES } from './resolution-votes.ts'

export function ResolutionMeeting({ page, draft, wrong, lacking, put, leave }: Entering) {
  const id = idOfEntry
  const item = (field: string, label: string, input: ReactNode, more: { extra?: ReactNode; optional?: true } = {}) => (
    <Form.Item
      label={label}
      htmlFor={id(field)}
      required={!more.optional}
      extra={more.extra}
      validateStatus={wrong[field] ? 'error' : ''}
      help={isSaid(page, field, draft) ? undefined : (wrong[field] ?? later(field))}
      style={{ marginBottom: 12 }}
    >
      {input}
    </Form.Item>
  )
  // It has its place already, or the button that is clicked on leaving would move away.
  const later = (field: string) =>
    LEFT.has(field) && lacking[field] && <span style={{ visibility: 'hidden' }}>{lacking[field]}</span>
  return (
    <>
      {item(
        'meeting',
        '会议名称',
        <TypedText
          id={id('meeting')}
          most={200}
          value={draft.meeting}
          onChange={(meeting) => put({ meeting })}
          left={() => leave('meeting')}
        />,
      )}
      <Flex gap={12}>
        <div style={{ flex: 1 }}>
          {item(
            'number',
            `${paperOf(page)}编号`,
            <TypedText
              id={id('number')}
              most={200}
              placeholder={page.record === 'signedList' ? '如考核组名单1号' : '如泗政常纪〔2018〕38号'}
              value={draft.number}
              onChange={(number) => put({ number })}
              left={() => leave('number')}
            />,
          )}
        </div>
        <div style={{ width: 160 }}>
          {item(
            'date',
            page.record === 'signedList' ? '签名日期' : '会议日期',
            <DateField
              id={id('date')}
              latest={page.today}
              value={draft.date}
              onChange={(date) => put({ date })}
              // Whoever opens the calendar has not left it empty.
              left={() => draft.date && leave('date')}
            />,
          )}
        </div>
      </Flex>
      {item(
        'members',
        '出席人员',
        <TypedText
          id={id('members')}
          rows={{ minRows: 2, maxRows: 6 }}
          placeholder="可从纪要中整段粘贴，姓名之间用顿号或空格分开"
          value={draft.members}
          onChange={(text) => put(withMembers(page, draft, text))}
          left={() => leave('members')}
        />,
        { extra: <Absent page={page} draft={draft} put={put} /> },
      )}
      <How {...{ page, draft, wrong, put, leave, id }} />
      {item(
        'minutes',
        `${paperOf(page)}扫描件`,
        <FileField
          id={id('minutes')}
          label={`${paperOf(page)}扫描件`}
          owner={page.minutesTo}
          several={false}
          names={{}}
          value={draft.minutes ? [draft.minutes] : []}
          onChange={([minutes]) => put({ minutes })}
        />,
      )}
    </>
  )
}

/** Those of them that say it on being left. */
const LEFT: ReadonlySet<string> = new Set(['meeting', 'number', 'members'])
/** Whether the field itself says what is wrong with it. */
const isSaid = (page: ResolutionPage, field: string, { date, members, meeting, number }: Draft): boolean =>
  (field === 'date' && whyUnread('date', date) !== undefined) ||
  (field === 'members' && readMembers(page, members).wrong !== undefined) ||
  (field === 'meeting' && excessOf(meeting, 200) > 0) ||
  (field === 'number' && excessOf(number, 200) > 0)

/** Names are typed once; whoever was absent is marked by a click. */
function Absent({ page, draft, put }: Pick<Entering, 'page' | 'draft' | 'put'>) {
  const { names, beside, wrong } = readMembers(page, draft.members)
  const unread = wrong && <Typography.Text type="danger">{wrong}</Typography.Text>
  const apart = beside.length > 0 && <div>{saidBeside(beside)}</div>
  if (names.length === 0)
    return unread || apart ? (
      <>
        {unread}
        {apart}
      </>
    ) : (
      <>登记后，本环节下一次登记时自动带出。</>
    )
  const absent = names.filter((name) => draft.absent.includes(name))
  return (
    <fieldset aria-label="缺席人员" style={{ border: 0, margin: '4px 0 0', padding: 0 }}>
      {unread && <div role="alert">{unread}</div>}
      {apart}
      出席{names.length - absent.length}人，缺席{absent.length}人；请点选缺席人员：
      <Flex wrap gap={4} style={{ marginTop: 4 }}>
        {names.map((name) => {
          const isAbsent = absent.includes(name)
          return (
            <Button
              key={name}
              size="small"
              aria-pressed={isAbsent}
              danger={isAbsent}
              onClick={() => put({ absent: isAbsent ? absent.filter((one) => one !== name) : [...absent, name] })}
            >
              {name}
              {isAbsent && '（缺席）'}
            </Button>
          )
        })}
      </Flex>
    </fieldset>
  )
}

function How({ page, draft, wrong, put, leave, id }: Omit<Entering, 'lacking'> & { id: (field: string) => string }) {
  const [differed, setDiffered] = useState(draft.majorityDiffered !== undefined)
  // A list is signed, not discussed, so that no majority can have differed.
  const hasDiscussed = draft.how === 'discussion' && page.record !== 'signedList'
  const ways = [
    { value: 'discussion', label: saidDiscussion(page) },
    ...(page.votes ? [{ value: 'vote', label: '表决' }] : []),
  ]
  const counted = saidVotes(draft, votersIn(page, draft))
  const votes = (field: keyof typeof VOTES) => (
    <div>
      <label htmlFor={id(field)}>{VOTES[field]} </label>
      <NumberField
        id={id(field)}
        width={72}
        unit="votes"
        value={draft[field]}
        onChange={(count) => put({ [field]: count })}
      />
    </div>
  )
  return (
    <Form.Item
      id={id('how')}
      label="决定方式"
      validateStatus={wrong.how ? 'error' : ''}
      help={wrong.how}
      style={{ marginBottom: 12 }}
    >
      <Flex vertical gap={8}>
        {page.votes ? (
          <Radio.Group
            aria-label="决定方式"
            options={ways}
            value={draft.how}
            onChange={({ target }) => put({ how: target.value })}
          />
        ) : (
          <Typography.Text>
            {page.record === 'signedList' ? saidDiscussion(page) : `${saidDiscussion(page)}（该会议不实行表决）`}
          </Typography.Text>
        )}
        {draft.how === 'vote' && (
          <Flex gap={12} wrap>
            {votes('inFavour')}
            {votes('against')}
            {votes('abstained')}
          </Flex>
        )}
        {draft.how === 'vote' && !wrong.how && (
          <Typography.Text type={counted.isWrong ? 'danger' : 'secondary'} role="status">
            {counted.said}
          </Typography.Text>
        )}
        {hasDiscussed && !differed && (
          <Button type="link" size="small" style={{ padding: 0, alignSelf: 'start' }} onClick={() => setDiffered(true)}>
            决定与多数人意见不一致？写明理由
          </Button>
        )}
        {hasDiscussed && differed && (
          <TypedText
            label="与多数人意见不一致的理由"
            autoFocus={!draft.majorityDiffered}
            rows={{ minRows: 2, maxRows: 6 }}
            most={1000}
            placeholder="行政首长的决定与多数人意见不一致的，写明理由"
            value={draft.majorityDiffered ?? ''}
            onChange={(text) => put({ majorityDiffered: text || undefined })}
            left={() => leave('how')}
          />
        )}
      </Flex>
    </Form.Item>
  )
}
