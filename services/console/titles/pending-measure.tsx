/** A measure that waits for the head's approval, or came back to whoever prepared it. */
import { Alert, Card, Flex } from 'antd'
import { shownMinute } from '#calendar/said.ts'
import { type TitlePage, titleEndpoints } from '#contracts/title/title.ts'
import { ApprovePanel } from '../list/approve-panel.tsx'
import { useApi } from '../session/api.ts'
import { MeasureShown } from './measure-shown.tsx'

type Props = { page: TitlePage; show: (page: TitlePage) => void }

export function PendingMeasure({ page, show }: Props) {
  const api = useApi()
  const { batch, unit, name, pending, commands } = page
  if (!pending) return null
  const { measure, prepared, by, at, returned } = pending
  const params = { batch, unit }
  return (
    <Card size="small" title={`${returned === undefined ? '待签发' : '已退回'}：${measure.title}`}>
      <Flex vertical gap={12}>
        <MeasureShown measure={measure} />
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
          <Alert type="warning" showIcon title={`已退回：${returned}`} />
        )}
      </Flex>
    </Card>
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
