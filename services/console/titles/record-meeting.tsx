/** What the executive meeting decided on a proposal to revoke, from its minutes. */
import { Typography } from 'antd'
import { shownMinute } from '#calendar/said.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { fieldsOf } from '#contracts/forms.ts'
import { type TitlePage, titleEndpoints, titleMeetingBody, titleMeetingForm } from '#contracts/title/title.ts'
import { readPeople } from '#typed/people.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { useLookAgain } from '../list/look-again.ts'
import { useApi } from '../session/api.ts'
import { asSeen, isAbout } from './as-seen.ts'
import { hasMet } from './has-met.ts'

const MEMBERS: FieldDefinition = {
  ...{ name: 'present', label: '出席人员', kind: 'longText', required: true, max: 2000 },
  help: '可从纪要中整段粘贴，姓名之间用顿号分开；缺席的写在“请假：”或者“缺席：”后面',
}
/** Who was there stands where minutes have it, behind the day. */
const FIELDS: readonly FieldDefinition[] = fieldsOf(titleMeetingForm).flatMap((field) =>
  field.name === 'outcome' ? [MEMBERS, field] : [{ ...field, ...(field.when && { required: true }) }],
)

/** Names as minutes have them, so that they are read the same way. */
function beginning({ recorded: _recorded, by: _by, at: _at, present, absent, minutes, ...said }: Met): Values {
  const away = absent.length > 0 ? `\n缺席：${absent.join('、')}` : ''
  return { ...said, present: `${present.join('、')}${away}`, minutes: `${minutes.sha256} ${minutes.name}` }
}
type Met = NonNullable<TitlePage['met']>

type Props = { page: TitlePage; show: (page: TitlePage) => void }

export function RecordMeeting({ page, show }: Props) {
  const api = useApi()
  const lookingAgain = useLookAgain()
  const { batch, unit, name, minutesTo, met } = page
  const form = `title/${batch}/${unit}/meeting`
  const bodyOf = ({ present, ...values }: Values) => {
    const { names, absent } = readPeople(String(present ?? ''))
    return checked(
      titleMeetingBody,
      { ...values, present: names.filter((one) => !absent.includes(one)), absent },
      (path) => (/^(present|absent)\b/.test(path) ? 'present' : (path.split('.').at(-1) ?? path)),
    )
  }
  return (
    <>
      {hasMet(page) && (
        <Typography.Text type="warning">
          会议决定已经登记；再次登记即为更正，原来登记的仍在“命名以后”中。
        </Typography.Text>
      )}
      <CommandForm
        // Of what stands now: a correction begins with it.
        key={met?.recorded ?? ''}
        name={form}
        about={{
          is: isAbout(met?.recorded),
          otherwise: met
            ? `${met.by}已于${shownMinute(met.at)}登记会议决定（${met.number}）；这里是您在那以前填写的内容，请核对后再办。`
            : '这里有此前填写的内容，请核对后再办。',
        }}
        fields={FIELDS}
        values={met ? beginning(met) : {}}
        owner={minutesTo}
        submit="登记会议决定"
        check={(values) => void bodyOf(values)}
        checkField={(field, value) => (field === 'present' ? readPeople(String(value ?? '')).wrong : undefined)}
        confirm={(values) => {
          const { present, absent } = bodyOf(values)
          const said = values.outcome === 'revokes' ? `取消${name}的示范单位资格` : `不予取消${name}的示范单位资格`
          return `会议决定${said}；出席${present.length}人：${present.join('、')}${absent.length > 0 ? `；缺席${absent.length}人：${absent.join('、')}` : ''}。是否登记？`
        }}
        send={async (values, command) => {
          const body = bodyOf(values)
          show(
            await lookingAgain(() =>
              asSeen(form, met?.recorded, (replaces) =>
                api(titleEndpoints.recordTitleMeeting, {
                  params: { batch, unit },
                  body: { ...body, ...(replaces && { replaces }) },
                  command,
                }),
              ),
            ),
          )
        }}
      />
    </>
  )
}
