/** Why something entered by mistake is withdrawn: a reply of one organ, or a whole letter. */
import { Button, Card } from 'antd'
import { type ConsultationsPage, consultationEndpoints } from '#contracts/consultation/consultation.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { useAtField } from '../forms/at-field.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { useApi } from '../session/api.ts'
import { useShowConsultations } from './use-consultations.ts'

const REASON: FieldDefinition = {
  ...{ name: 'reason', label: '撤销理由', kind: 'longText', required: true, max: 500 },
  ...{ open: true, says: 'sentence' },
}

type Props = {
  batch: string
  n: number
  /** Whose reply it is; the letter itself without one. `seen`: how many of its replies are shown. */
  organ?: { readonly organ: string; readonly title: string; readonly seen: number }
  done: () => void
  /** Tells the card what a refusal said, where the page has changed meanwhile. */
  passed: (error: unknown) => void
}
export default function TakeBack({ batch, n, organ, done, passed }: Props) {
  const api = useApi()
  const show = useShowConsultations(batch)
  const name = `consultations/${batch}/${n}/withdraw${organ ? `/${organ.organ}` : ''}`
  useAtField(name, 'reason')
  const ask = (reason: string, command: string): Promise<ConsultationsPage> =>
    organ
      ? api(consultationEndpoints.withdrawReply, {
          params: { batch, n: String(n), organ: organ.organ },
          body: { reason, seen: organ.seen },
          command,
        })
      : api(consultationEndpoints.withdrawConsultation, { params: { batch, n: String(n) }, body: { reason }, command })
  const submit = organ ? '撤销复函' : '撤销函询'
  return (
    <Card
      size="small"
      type="inner"
      title={organ ? `${submit}：${organ.title}` : submit}
      extra={<Button onClick={done}>取消</Button>}
    >
      <CommandForm
        name={name}
        fields={[REASON]}
        values={{}}
        owner={officeFor('consultation')}
        submit={submit}
        confirm={
          organ
            ? `撤销${organ.title}的复函，该机关恢复为“未复函”，原登记的内容仍可查看。是否撤销？`
            : '撤销这次函询，不再催办，各单位处不再显示。是否撤销？'
        }
        danger
        send={async ({ reason }, command) => {
          try {
            show(await ask(String(reason ?? ''), command))
          } catch (error) {
            passed(error)
            throw error
          }
          done()
        }}
      />
    </Card>
  )
}
