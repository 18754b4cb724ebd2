/** A clerk of the unit drafts its experience summary 经验材料, or drafts it anew. */
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { shownMinute } from '#calendar/said.ts'
import { fieldsOf } from '#contracts/forms.ts'
import { type ExperiencePage, experienceEndpoints, experienceForm } from '#contracts/title/experience.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { keptValues, type Values } from '../forms/kept-values.ts'
import { useLookAgain } from '../list/look-again.ts'
import { useApi } from '../session/api.ts'
import { asSeen, isAbout } from './as-seen.ts'

type Props = { page: ExperiencePage; show: (page: ExperiencePage) => void }

export function DraftExperience({ page, show }: Props) {
  const api = useApi()
  const lookingAgain = useLookAgain()
  const { batch, unit, inHand, published } = page
  const form = `title/${batch}/${unit}/experience`
  // What was typed and not sent is there again, and so is what came back.
  const [isAsked, ask] = useState(() => keptValues(form) !== undefined)
  if (!isAsked && inHand?.waits !== 'mending')
    return (
      <div className="not-printed">
        <Button onClick={() => ask(true)}>{inHand ? '修改经验材料' : '起草经验材料'}</Button>
      </div>
    )
  const standing = inHand ?? published
  const send = async (values: Values, command: string) => {
    const said = checked(experienceForm, values)
    const sent = lookingAgain(() =>
      asSeen(form, inHand?.draft, (replaces) =>
        api(experienceEndpoints.draftExperience, {
          ...{ params: { batch, unit }, body: { ...said, ...(replaces && { replaces }) }, command },
        }),
      ),
    )
    show(await sent)
    ask(false)
    return '经验材料已送单位负责人'
  }
  return (
    <div className="not-printed">
      {inHand && inHand.waits !== 'mending' && (
        <Typography.Text type="warning">已有一稿在办理，送签后以新的一稿为准，须重新同意。</Typography.Text>
      )}
      <CommandForm
        // Of what stands now: what was sent is there to be changed.
        key={inHand?.draft ?? ''}
        name={form}
        about={{
          is: isAbout(inHand?.draft),
          otherwise: inHand
            ? `已有新的稿：${inHand.drafted.by}于${shownMinute(inHand.drafted.at)}起草；这里是您在那以前填写的内容，请与上面的稿核对后再送签。`
            : '这里有为此前的一稿填写的内容，请核对后再送签。',
        }}
        fields={fieldsOf(experienceForm)}
        values={standing ? { title: standing.title, text: standing.text } : {}}
        owner={officeFor('minutes')}
        submit="送单位负责人"
        label="起草经验材料"
        send={send}
      />
    </div>
  )
}
