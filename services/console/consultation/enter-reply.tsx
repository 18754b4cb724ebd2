/** What one organ has replied, entered on one page: only units of which it knows something have words. */
import { Button, Card } from 'antd'
import { ApiError } from '#contracts/client.ts'
import {
  type ConsultationsPage,
  consultationEndpoints,
  type LetterShown,
  type OrganShown,
  type ReplyShown,
  replyShownOf,
  whyNotFound,
} from '#contracts/consultation/consultation.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { useAtField } from '../forms/at-field.ts'
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

const chosenIn = ({ nothing, units }: Values): readonly string[] =>
  nothing === 'some' && Array.isArray(units) ? units.map(String) : []
const isWords = (field: string): boolean => field.startsWith(wordsOf(''))
const whyEmpty = (value: unknown): string | undefined =>
  typeof value === 'string' ? whyNotFound(value.trim()) : undefined

/** @throws ApiError as the sending would, before anybody confirms it */
function mustSayMore(values: Values): void {
  const wrong = chosenIn(values).flatMap((unit) => {
    const why = whyEmpty(values[wordsOf(unit)])
    return why ? [[wordsOf(unit), why] as const] : []
  })
  if (wrong.length > 0) throw new ApiError(422, '所反映的情况没有写明。', 'incomplete', Object.fromEntries(wrong))
}
/** A refusal names the words by their place among those sent; on this page each has a field of its own. */
function atWords(error: unknown, chosen: readonly string[]): unknown {
  if (!(error instanceof ApiError)) return error
  const fields = Object.entries(error.fields).map(([at, said]) => {
    const unit = chosen[Number(/^found\.(\d+)/.exec(at)?.[1] ?? -1)]
    return [unit === undefined ? at : wordsOf(unit), said]
  })
  return new ApiError(error.status, error.message, error.code, Object.fromEntries(fields))
}

/** As it stands, for whoever corrects it. */
const valuesOf = ({ on, reference, use, found }: ReplyShown): Values => ({
  ...{ on, scan: use, nothing: found.length > 0 ? 'some' : 'nothing' },
  ...(reference && { reference }),
  ...(found.length > 0 && { units: found.map(({ unit }) => unit) }),
  ...Object.fromEntries(found.map(({ unit, text }) => [wordsOf(unit), text])),
})

type Props = {
  page: Pick<ConsultationsPage, 'batch' | 'today'>
  letter: LetterShown
  organ: OrganShown
  done: () => void
  /** Tells the card what a refusal said, where the page has changed meanwhile. */
  passed: (error: unknown) => void
}
export default function EnterReply({ page, letter, organ: shown, done, passed }: Props) {
  const { organ, title, replies } = shown
  const batch = page.batch.id
  const api = useApi()
  const show = useShowConsultations(batch)
  const last = replyShownOf(shown)
  const seen = replies.length
  const name = `consultations/${batch}/${letter.n}/${organ}`
  useAtField(name, 'on')
  const params = { batch, n: String(letter.n), organ }
  const send = async (values: Values, command: string) => {
    const said = (field: string) => String(values[field] ?? '')
    const chosen = chosenIn(values)
    const body = {
      ...{ on: said('on'), scan: said('scan'), nothing: values.nothing !== 'some' },
      ...(said('reference') && { reference: said('reference') }),
      found: chosen.map((unit) => ({ unit, text: said(wordsOf(unit)) })),
    }
    try {
      show(
        last
          ? await api(consultationEndpoints.correctReply, {
              ...{ params, body: { ...body, reason: said('reason'), seen }, command },
            })
          : await api(consultationEndpoints.enterReply, { params, body, command }),
      )
    } catch (error) {
      passed(error)
      throw atWords(error, chosen)
    }
    done()
  }
  const submit = last ? '更正复函' : '登记复函'
  const doing = last ? '更正' : '登记'
  // Six organs stand in one table: the name is what is mistaken.
  const question = (values: Values) => {
    const chosen = letter.units.filter(({ unit }) => chosenIn(values).includes(unit))
    const what = chosen.length > 0 ? `反映了${chosen.map(({ name }) => name).join('、')}的情况` : '均未发现问题'
    return `${doing}${title}的复函：${what}。是否${doing}？`
  }
  return (
    <Card size="small" type="inner" title={`${submit}：${title}`} extra={<Button onClick={done}>取消</Button>}>
      <CommandForm
        name={name}
        about={{ is: String(seen), otherwise: '这里有此前登记这一复函时填写的内容，请核对后再办。' }}
        fields={fieldsOf(letter, last !== undefined)}
        values={last ? valuesOf(last) : { on: page.today }}
        names={last ? { [last.scan.sha256]: last.scan.name } : {}}
        owner={officeFor('consultation')}
        submit={submit}
        confirm={question}
        check={mustSayMore}
        checkField={(field, value) => (isWords(field) ? whyEmpty(value) : undefined)}
        send={send}
      />
    </Card>
  )
}
