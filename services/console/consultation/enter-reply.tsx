/** What one organ has replied, entered on one page: only units of which it knows something have words. */
import { Card } from 'antd'
import {
  consultationEndpoints,
  type LetterShown,
  type OrganShown,
  type ReplyShown,
} from '#contracts/consultation/consultation.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { useApi } from '../session/api.ts'
import { useShowConsultations } from './use-consultations.ts'

const wordsOf = (unit: string): string => `words ${unit}`
const REASON: FieldDefinition = {
  ...{ name: 'reason', label: '更正理由', kind: 'longText', required: true, max: 500 },
  ...{ open: true, says: 'sentence' },
}
const fieldsOf = ({ units }: LetterShown, corrects: boolean): readonly FieldDefinition[] => [
  { name: 'on', label: '收到日期', kind: 'date', required: true },
  { name: 'reference', label: '复函文号', kind: 'text', required: false, max: 60, open: true, says: 'number' },
  { name: 'scan', label: '复函扫描件', kind: 'file', required: true },
  {
    ...{ name: 'nothing', label: '复函内容', kind: 'choice', required: true },
    choices: [
      { value: 'nothing', label: '均未发现问题' },
      { value: 'some', label: '反映了部分单位的情况' },
    ],
  },
  {
    ...{ name: 'units', label: '反映了哪些单位', kind: 'choices', required: true },
    choices: units.map(({ unit, name }) => ({ value: unit, label: name })),
    when: { field: 'nothing', among: ['some'] },
  },
  ...units.map(
    ({ unit, name }): FieldDefinition => ({
      ...{ name: wordsOf(unit), label: `${name}：所反映的情况`, kind: 'longText', required: true, max: 2000 },
      ...{ open: true, says: 'sentence', when: { field: 'units', among: [unit] } },
    }),
  ),
  ...(corrects ? [REASON] : []),
]

/** As it stands, for whoever corrects it. */
const valuesOf = ({ on, reference, use, found }: ReplyShown): Values => ({
  ...{ on, scan: use, nothing: found.length > 0 ? 'some' : 'nothing' },
  ...(reference && { reference }),
  ...(found.length > 0 && { units: found.map(({ unit }) => unit) }),
  ...Object.fromEntries(found.map(({ unit, text }) => [wordsOf(unit), text])),
})

type Props = { batch: string; letter: LetterShown; organ: OrganShown; done: () => void }
export default function EnterReply({ batch, letter, organ: { organ, title, replies }, done }: Props) {
  const api = useApi()
  const show = useShowConsultations(batch)
  const last = replies.at(-1)
  const seen = replies.length
  const params = { batch, n: String(letter.n), organ }
  const send = async (values: Values, command: string) => {
    const said = (field: string) => String(values[field] ?? '')
    const chosen = values.nothing === 'some' && Array.isArray(values.units) ? values.units.map(String) : []
    const body = {
      ...{ on: said('on'), scan: said('scan'), nothing: values.nothing !== 'some' },
      ...(said('reference') && { reference: said('reference') }),
      found: chosen.map((unit) => ({ unit, text: said(wordsOf(unit)) })),
    }
    show(
      last
        ? await api(consultationEndpoints.correctReply, {
            ...{ params, body: { ...body, reason: said('reason'), seen }, command },
          })
        : await api(consultationEndpoints.enterReply, { params, body, command }),
    )
    done()
  }
  const submit = last ? '更正复函' : '登记复函'
  return (
    <Card size="small" type="inner" title={`${submit}：${title}`}>
      <CommandForm
        name={`consultations/${batch}/${letter.n}/${organ}`}
        about={{ is: String(seen), otherwise: '这里有此前登记这一复函时填写的内容，请核对后再办。' }}
        fields={fieldsOf(letter, last !== undefined)}
        values={last ? valuesOf(last) : {}}
        names={last ? { [last.scan.sha256]: last.scan.name } : {}}
        owner={officeFor('consultation')}
        submit={submit}
        send={send}
      />
    </Card>
  )
}
