/** What this person may do about a title now, one thing at a time. */
import { Card, Flex, Select, Typography } from 'antd'
import { useState } from 'react'
import { shownMinute } from '#calendar/said.ts'
import { type FieldDefinition, fieldsOf } from '#contracts/forms.ts'
import {
  measureBody,
  measureForms,
  plaqueForm,
  recheckForm,
  type TitlePage,
  titleEndpoints,
} from '#contracts/title/title.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { useLookAgain } from '../list/look-again.ts'
import { useApi } from '../session/api.ts'
import { asSeen, isAbout } from './as-seen.ts'
import { hasMet } from './has-met.ts'
import { RecordMeeting } from './record-meeting.tsx'

type Props = { page: TitlePage; show: (page: TitlePage) => void }
type Kind = TitlePage['measures'][number]['kind']

export function TitleActions({ page, show }: Props) {
  const { measures, commands, pending } = page
  const [chosen, choose] = useState<string>()
  const offers = [
    ...(commands.includes('record-title-meeting')
      ? [{ value: 'meeting', label: hasMet(page) ? '更正会议决定' : '登记会议决定' }]
      : []),
    ...(commands.includes('record-plaque') ? [{ value: 'plaque', label: '登记收回牌匾' }] : []),
    ...measures.map(({ kind, title }) => ({ value: kind, label: `拟制：${title}` })),
    ...(commands.includes('recheck-title') ? [{ value: 'recheck', label: '登记年度复查' }] : []),
  ]
  // What was recorded already is opened on purpose only.
  const only = offers.length === 1 && !hasMet(page) ? offers[0] : undefined
  const open =
    offers.find(({ value }) => value === chosen) ?? offers.find(({ value }) => value === pending?.measure.kind) ?? only
  if (offers.length === 0) return null
  return (
    <Card size="small" title="办理" className="not-printed">
      <Flex vertical gap={12}>
        <Flex gap={8} align="center" wrap>
          <Typography.Text>办理事项</Typography.Text>
          <Select
            aria-label="办理事项"
            placeholder="请选择"
            style={{ minWidth: 280 }}
            value={open?.value ?? null}
            onChange={(value: string) => choose(value)}
            options={offers}
          />
        </Flex>
        {open && <Acting key={open.value} {...{ page, show, what: open.value }} />}
      </Flex>
    </Card>
  )
}

function Acting({ page, show, what }: Props & { what: string }) {
  const measure = page.measures.find(({ kind }) => kind === what)
  if (what === 'meeting') return <RecordMeeting page={page} show={show} />
  if (what === 'plaque') return <Plaque page={page} show={show} />
  if (what === 'recheck') return <Recheck page={page} show={show} />
  return measure ? <PrepareMeasure page={page} show={show} kind={measure.kind} title={measure.title} /> : null
}

const nameOf = ({ batch, unit }: TitlePage, what: string) => `title/${batch}/${unit}/${what}`

/** A situation is chosen where the batch froze them; what belongs to one ground is asked where that is chosen. */
export const measureFields = (kind: Kind, situations: readonly string[]): FieldDefinition[] =>
  fieldsOf(measureForms[kind]).map((field) => ({
    ...field,
    ...(field.when && { required: true }),
    ...(field.name === 'situation' &&
      situations.length > 0 && {
        kind: 'choice' as const,
        choices: situations.map((one) => ({ value: one, label: one })),
      }),
  }))

function PrepareMeasure({ page, show, kind, title }: Props & { kind: Kind; title: string }) {
  const api = useApi()
  const lookingAgain = useLookAgain()
  const { batch, unit, pending, situations, today } = page
  const form = nameOf(page, kind)
  const send = async (values: Values, command: string) => {
    const said = checked(measureBody, { kind, ...values })
    const sent = lookingAgain(() =>
      asSeen(form, pending?.prepared, (seen) => {
        // What came back gives way to anybody.
        const isBack = seen === pending?.prepared && pending?.returned !== undefined
        const body = { ...said, ...(seen && !isBack && { replaces: seen }) }
        return api(titleEndpoints.prepareMeasure, { params: { batch, unit }, body, command })
      }),
    )
    show(await sent)
    return `${title}已送签`
  }
  const entered = page.history.filter(({ measure }) => measure?.kind === 'enter').at(-1)?.measure
  const standing = pending?.measure.kind === kind ? pending.measure : kind === 'enter' ? entered : undefined
  const again = standing ? beginning(standing) : kind === 'enter' ? {} : { on: today }
  return (
    <>
      {pending && pending.returned === undefined && (
        <Typography.Text type="warning">
          已有一稿“{pending.measure.title}”待签发，送签后以新的一稿为准。
        </Typography.Text>
      )}
      <CommandForm
        // Of what waits now: what was sent is there to be changed, not what was before it.
        key={pending?.prepared ?? ''}
        name={form}
        about={{
          is: isAbout(pending?.prepared),
          otherwise: pending
            ? `已有新的稿：${pending.by}于${shownMinute(pending.at)}拟制“${pending.measure.title}”；这里是您在那以前填写的内容，请与上面的稿核对后再送签。`
            : '这里有为此前的一稿填写的内容，请核对后再送签。',
        }}
        fields={measureFields(kind, situations)}
        values={again}
        owner={officeOn(unit)}
        submit="送签"
        label={`送签${title}`}
        send={send}
      />
    </>
  )
}

/** What was prepared is there to be changed; files are named by whoever sends them again. */
function beginning({
  kind: _kind,
  title: _title,
  scan,
  ...said
}: NonNullable<TitlePage['pending']>['measure']): Values {
  return { ...said, ...(scan && { scan: `${scan.sha256} ${scan.name}` }) }
}

function Recheck({ page, show }: Props) {
  const api = useApi()
  const { batch, unit, today } = page
  const send = async (values: Values, command: string) => {
    const body = checked(recheckForm, values)
    show(await api(titleEndpoints.recheckTitle, { params: { batch, unit }, body, command }))
  }
  return (
    <CommandForm
      name={nameOf(page, 'recheck')}
      fields={fieldsOf(recheckForm)}
      values={{ year: Number(today.slice(0, 4)), on: today }}
      owner={officeOn(unit)}
      submit="登记年度复查"
      confirm="登记后不能删改，公开名录显示已作该年度复查；复查发现问题的，另行警示、暂停或者提请取消。是否登记？"
      send={send}
    />
  )
}

function Plaque({ page, show }: Props) {
  const api = useApi()
  const { batch, unit, today } = page
  const send = async (values: Values, command: string) => {
    const body = checked(plaqueForm, values)
    show(await api(titleEndpoints.recordPlaque, { params: { batch, unit }, body, command }))
  }
  return (
    <CommandForm
      name={nameOf(page, 'plaque')}
      fields={fieldsOf(plaqueForm)}
      values={{ on: today }}
      owner={officeOn(unit)}
      submit="登记收回牌匾"
      confirm="登记后不能删改。牌匾已经收回，是否登记？"
      send={send}
    />
  )
}
