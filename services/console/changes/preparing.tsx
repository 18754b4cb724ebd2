/** What an officer prepares about the batch, folded until it is wanted. */

import { Collapse } from 'antd'
import { useState } from 'react'
import { amendmentBody, type ChangesPage, cancellingBody } from '#contracts/change.ts'
import { intakeEndpoints as at } from '#contracts/intake.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { keptValues } from '../forms/kept-values.ts'
import { useLookAgain } from '../list/look-again.ts'
import { useApi } from '../session/api.ts'
import { amendmentBefore, amendmentFields, amendmentOf, CANCELLING, noteBefore, noteOf } from './change-fields.ts'

type Props = {
  page: ChangesPage
  may: (command: ChangesPage['commands'][number]) => boolean
  ends: string
  show: (next: ChangesPage) => void
}

/** What the page shows, which is to be replaced. */
const over = (pending: ChangesPage['cancelling']) => (pending ? { replaces: pending.prepared } : {})

export default function Preparing({ page, may, ends, show }: Props) {
  const api = useApi()
  const lookingAgain = useLookAgain()
  const { batch, amendment, cancelling, dates } = page
  const params = { batch }
  const amending = may('prepare-amendment') &&
    dates.some(({ mayMove }) => mayMove) && {
      key: 'amend',
      label: amendment ? '修改变更通知' : '变更期限',
      children: (
        <CommandForm
          key={amendment?.prepared ?? ''}
          name={`amend/${batch}`}
          fields={amendmentFields(page)}
          values={amendmentBefore(amendment)}
          owner={officeFor('minutes')}
          submit="送签变更通知"
          send={async (values, command) => {
            const body = checked(amendmentBody, { ...amendmentOf(page, values), ...over(amendment) }, (path) => path)
            show(await lookingAgain(() => api(at.prepareAmendment, { params, body, command })))
          }}
        />
      ),
    }
  const ending = may('prepare-cancelling') && {
    key: 'cancel',
    label: cancelling ? '修改取消批次的决定' : '取消批次',
    children: (
      <CommandForm
        key={cancelling?.prepared ?? ''}
        name={`cancel/${batch}`}
        fields={CANCELLING}
        values={noteBefore(cancelling)}
        owner={officeFor('minutes')}
        submit="送签取消决定"
        danger
        confirm={`签发后${ends}是否送签？`}
        check={(values) => checked(cancellingBody, noteOf(values))}
        send={async (values, command) => {
          const body = checked(cancellingBody, { ...noteOf(values), ...over(cancelling) })
          show(await lookingAgain(() => api(at.prepareCancelling, { params, body, command })))
        }}
      />
    ),
  }
  // What somebody has begun to write lies open, or nobody would know that it is there.
  const [begun] = useState(() => [
    ...(keptValues(`amend/${batch}`) ? ['amend'] : []),
    ...(keptValues(`cancel/${batch}`) ? ['cancel'] : []),
  ])
  const items = [...(amending ? [amending] : []), ...(ending ? [ending] : [])]
  return items.length > 0 && <Collapse size="small" items={items} defaultActiveKey={begun} />
}
