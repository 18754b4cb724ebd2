/** A measure that waits for the head's approval, or came back to whoever prepared it. */
import { Alert, Button, Card, Flex } from 'antd'
import { useState } from 'react'
import { shownMinute } from '#calendar/said.ts'
import { fieldsOf } from '#contracts/forms.ts'
import { dropForm, type TitlePage, titleEndpoints } from '#contracts/title/title.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { ApprovePanel } from '../list/approve-panel.tsx'
import { useLookAgain } from '../list/look-again.ts'
import { useApi } from '../session/api.ts'
import { MeasureShown } from './measure-shown.tsx'
import { RevocationButtons } from './revocation-buttons.tsx'

type Props = { page: TitlePage; show: (page: TitlePage) => void }

export function PendingMeasure({ page, show }: Props) {
  const api = useApi()
  const { batch, unit, name, pending, commands, measures } = page
  if (!pending) return null
  const { measure, prepared, by, at, returned } = pending
  const params = { batch, unit }
  return (
    <Card size="small" title={`${returned === undefined ? '待签发' : '已退回'}：${measure.title}`}>
      <Flex vertical gap={12}>
        <MeasureShown measure={measure} />
        <RevocationButtons page={page} measure={measure} isDraft />
        {returned === undefined ? (
          <ApprovePanel
            prepared={prepared}
            name={`title/${batch}/${unit}/approving`}
            what={measure.title}
            isPublic={measure.kind !== 'propose'}
            preparedBy={`${by}（${shownMinute(at)}）`}
            mayApprove={commands.includes('approve-measure')}
            consequence={CONSEQUENCES[measure.kind](name)}
            approve={async (command) =>
              show(
                await api(titleEndpoints.approveMeasure, { params, body: { prepared, secrecyChecked: true }, command }),
              )
            }
            giveBack={async (reason, command) => {
              const body = { prepared, reason: String(reason ?? '') }
              show(await api(titleEndpoints.returnMeasure, { params, body, command }))
            }}
          />
        ) : (
          <>
            <Alert type="warning" showIcon title={`已退回：${returned}`} />
            {measures.length > 0 && <DropMeasure page={page} show={show} prepared={prepared} what={measure.title} />}
          </>
        )}
      </Flex>
    </Card>
  )
}

/** What came back is not sent again. */
function DropMeasure({ page, show, prepared, what }: Props & { prepared: string; what: string }) {
  const api = useApi()
  const lookingAgain = useLookAgain()
  const [open, setOpen] = useState(false)
  const { batch, unit } = page
  if (!open)
    return (
      <div className="not-printed">
        <Button onClick={() => setOpen(true)}>不再办理</Button>
      </div>
    )
  return (
    <CommandForm
      key={prepared}
      name={`title/${batch}/${unit}/drop`}
      about={{ is: prepared, otherwise: '这里有为此前退回的一稿填写的理由，请核对后再办。' }}
      fields={fieldsOf(dropForm)}
      values={{}}
      owner={officeOn(unit)}
      submit="确定不再办理"
      confirm={`“${what}”不再办理，退回的稿不再列入待办；理由留在“命名以后”，仅法制办可见。是否确认？`}
      send={async (values, command) => {
        const body = { prepared, ...checked(dropForm, values) }
        show(await lookingAgain(() => api(titleEndpoints.dropMeasure, { params: { batch, unit }, body, command })))
      }}
    />
  )
}

const CONSEQUENCES: Readonly<Record<NonNullable<TitlePage['pending']>['measure']['kind'], (name: string) => string>> = {
  enter: (name) => `签发后${name}列入公开的示范单位名录。`,
  warn: (name) => `签发后公开名录显示${name}受到警示，事由一并公开。`,
  suspend: (name) => `签发后公开名录显示${name}的称号暂停，事由一并公开。`,
  lift: (name) => `签发后公开名录显示${name}的称号有效。`,
  expire: (name) => `签发后${name}的称号失效，不能恢复。`,
  propose: (name) => `签发后由会议审议是否取消${name}的示范单位资格；提请不公开。`,
  revoke: (name) => `签发后${name}的示范单位资格取消，不能恢复，决定在公开名录公布。`,
}
