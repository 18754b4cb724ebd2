/** The unit takes back its experience summary 经验材料, published or in hand; the office takes down what is published. */
import { Button } from 'antd'
import { useState } from 'react'
import { fieldsOf } from '#contracts/forms.ts'
import { type ExperiencePage, experienceEndpoints, takeDownForm, withdrawForm } from '#contracts/title/experience.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { useLookAgain } from '../list/look-again.ts'
import { useApi } from '../session/api.ts'

type Props = {
  page: ExperiencePage
  show: (page: ExperiencePage) => void
  what: 'published' | 'inHand'
  seen: string
}

export function TakeAway({ page, show, what, seen }: Props) {
  const api = useApi()
  const lookingAgain = useLookAgain()
  const [open, setOpen] = useState(false)
  const { batch, unit, commands } = page
  const params = { batch, unit }
  const isOwn = commands.includes('withdraw-experience')
  if (!isOwn && (what === 'inHand' || !commands.includes('take-experience-down'))) return null
  const act = isOwn ? '撤回' : '撤下'
  const called = what === 'published' ? '已公开的经验材料' : '办理中的经验材料'
  if (!open)
    return (
      <div className="not-printed">
        <Button onClick={() => setOpen(true)}>
          {act}
          {called}
        </Button>
      </div>
    )
  return (
    <CommandForm
      key={seen}
      name={`title/${batch}/${unit}/experience-away-${what}`}
      about={{ is: seen, otherwise: '这里有为此前的一份填写的理由，请核对后再办。' }}
      fields={fieldsOf(isOwn ? withdrawForm : takeDownForm)}
      values={{}}
      owner={officeFor('minutes')}
      submit={`确定${act}`}
      label={`${act}${called}`}
      confirm={
        what === 'published'
          ? `${act}后公开页面不再显示内容，只写明何时${act}；理由不公开。再公开须重新起草、同意、提请和签发。是否${act}？`
          : '撤回后这一稿不再办理。是否撤回？'
      }
      send={async (values, command) => {
        const sent = lookingAgain(() =>
          isOwn
            ? api(experienceEndpoints.withdrawExperience, {
                ...{ params, body: { what, seen, ...checked(withdrawForm, values) }, command },
              })
            : api(experienceEndpoints.takeExperienceDown, {
                ...{ params, body: { seen, ...checked(takeDownForm, values) }, command },
              }),
        )
        show(await sent)
        setOpen(false)
        return `${called}已${act}`
      }}
    />
  )
}
