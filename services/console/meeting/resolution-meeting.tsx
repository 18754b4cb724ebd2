/** The meeting itself: which one, when, who took part, how it decided, by which paper. */
import { Button, DatePicker, Flex, Form, Input, InputNumber, Radio, Typography } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useId, useState } from 'react'
import type { ResolutionPage } from '#contracts/meeting.ts'
import { FileField } from '../upload/file-field.tsx'
import { type Draft, namesIn, paperOf, saidDiscussion, type Wrong } from './resolution-draft.ts'

type Props = {
  page: ResolutionPage
  draft: Draft
  wrong: Wrong
  put: (change: Partial<Draft>) => void
}

export function ResolutionMeeting({ page, draft, wrong, put }: Props) {
  const form = useId()
  const id = (field: string) => `${form}${field}`
  const item = (field: string, label: string, input: ReactNode, more: { extra?: ReactNode; optional?: true } = {}) => (
    <Form.Item
      label={label}
      htmlFor={id(field)}
      required={!more.optional}
      extra={more.extra}
      validateStatus={wrong[field] ? 'error' : ''}
      help={wrong[field]}
      style={{ marginBottom: 12 }}
    >
      {input}
    </Form.Item>
  )
  return (
    <>
      {item(
        'meeting',
        '会议名称',
        <Input
          id={id('meeting')}
          maxLength={200}
          value={draft.meeting}
          onChange={({ target }) => put({ meeting: target.value })}
        />,
      )}
      <Flex gap={12}>
        <div style={{ flex: 1 }}>
          {item(
            'number',
            `${paperOf(page)}编号`,
            <Input
              id={id('number')}
              maxLength={200}
              placeholder={page.record === 'signedList' ? '如考核组名单1号' : '如泗政常纪〔2018〕38号'}
              value={draft.number}
              onChange={({ target }) => put({ number: target.value })}
            />,
          )}
        </div>
        <div style={{ width: 160 }}>
          {item(
            'date',
            page.record === 'signedList' ? '签名日期' : '会议日期',
            <DatePicker
              id={id('date')}
              style={{ width: '100%' }}
              format="YYYY-MM-DD"
              placeholder={page.today}
              defaultPickerValue={dayjs(page.today)}
              value={draft.date ? dayjs(draft.date) : null}
              disabledDate={(day) => day.isAfter(dayjs(page.today), 'day')}
              onChange={(day) => put({ date: day ? day.format('YYYY-MM-DD') : undefined })}
            />,
          )}
        </div>
      </Flex>
      {item(
        'members',
        '出席人员',
        <Input.TextArea
          id={id('members')}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder="可从纪要中整段粘贴，姓名之间用顿号或空格分开"
          value={draft.members}
          onChange={({ target }) => put({ members: target.value })}
        />,
        { extra: <Absent draft={draft} put={put} /> },
      )}
      <How page={page} draft={draft} wrong={wrong} put={put} id={id} />
      {item(
        'minutes',
        `${paperOf(page)}扫描件`,
        <FileField
          id={id('minutes')}
          label={`${paperOf(page)}扫描件`}
          owner="office"
          several={false}
          names={{}}
          value={draft.minutes ? [draft.minutes] : []}
          onChange={([minutes]) => put({ minutes })}
        />,
      )}
    </>
  )
}

/** Names are typed once; whoever was absent is marked by a click. */
function Absent({ draft, put }: Pick<Props, 'draft' | 'put'>) {
  const names = namesIn(draft.members)
  if (names.length === 0) return <>登记后，本环节下一次登记时自动带出。</>
  const absent = names.filter((name) => draft.absent.includes(name))
  return (
    <fieldset aria-label="缺席人员" style={{ border: 0, margin: '4px 0 0', padding: 0 }}>
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

function How({ page, draft, wrong, put, id }: Props & { id: (field: string) => string }) {
  const [differed, setDiffered] = useState(draft.majorityDiffered !== undefined)
  // A list is signed, not discussed, so that no majority can have differed.
  const hasDiscussed = draft.how === 'discussion' && page.record !== 'signedList'
  const ways = [
    { value: 'discussion', label: saidDiscussion(page) },
    ...(page.votes ? [{ value: 'vote', label: '表决' }] : []),
  ]
  const votes = (field: 'inFavour' | 'against' | 'abstained', label: string) => (
    <label htmlFor={id(field)}>
      {label}{' '}
      <InputNumber
        id={id(field)}
        min={0}
        precision={0}
        style={{ width: 72 }}
        value={draft[field] ?? null}
        onChange={(count) => put({ [field]: count ?? undefined })}
      />
    </label>
  )
  return (
    <Form.Item label="决定方式" validateStatus={wrong.how ? 'error' : ''} help={wrong.how} style={{ marginBottom: 12 }}>
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
            {votes('inFavour', '同意')}
            {votes('against', '反对')}
            {votes('abstained', '弃权')}
          </Flex>
        )}
        {hasDiscussed && !differed && (
          <Button type="link" size="small" style={{ padding: 0, alignSelf: 'start' }} onClick={() => setDiffered(true)}>
            决定与多数人意见不一致？写明理由
          </Button>
        )}
        {hasDiscussed && differed && (
          <Input.TextArea
            aria-label="与多数人意见不一致的理由"
            autoFocus={!draft.majorityDiffered}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            placeholder="行政首长的决定与多数人意见不一致的，写明理由"
            value={draft.majorityDiffered ?? ''}
            onChange={({ target }) => put({ majorityDiffered: target.value || undefined })}
          />
        )}
      </Flex>
    </Form.Item>
  )
}
