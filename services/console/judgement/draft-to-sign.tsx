/** The head before a draft: signed with one click, sent back with a reason, or decided otherwise. */

import { Button, Collapse, Flex } from 'antd'
import { type ReactNode, useState } from 'react'
import type { CasePage, OfferedCommand, ShownDraft } from '#contracts/case-page.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { keptValues } from '../forms/kept-values.ts'
import { draftName, type Send, stayOf } from '../forms/offered-command.ts'
import { Refused } from '../forms/refused.tsx'
import type { Refusal } from './decide-panel.tsx'
import { DraftAsRead } from './draft-as-read.tsx'
import { choicesOf } from './judging-draft.ts'
import { useShortcuts } from './use-shortcuts.ts'

type Props = {
  page: CasePage
  draft: ShownDraft
  back: OfferedCommand | undefined
  /** A decision in the draft's place. */
  otherwise: OfferedCommand | undefined
  /** The panel in which it is made. */
  panel: ReactNode
  /** Something was entered for it already: a question was sent back, say. */
  touched: boolean
  send: Send
  sign: () => void
  sending: boolean
  refused: Refusal | undefined
  submit: string
  returned: () => void
}

export function DraftToSign({
  page,
  draft,
  back,
  otherwise,
  panel,
  send,
  sign,
  sending,
  refused,
  submit,
  ...on
}: Props) {
  const [chosen, choose] = useState<string[]>()
  const open = chosen ?? (on.touched ? ['otherwise'] : back && keptValues(draftName(back)) ? ['back'] : [])
  const deciding = open.includes('otherwise')
  useShortcuts(deciding ? {} : { 'Ctrl+Enter': () => sending || sign() })
  return (
    <Flex vertical gap={12}>
      <DraftAsRead
        draft={draft}
        what="拟办"
        of={{ batch: page.batch.id, unit: page.unit.id }}
        points={otherwise ? choicesOf(otherwise, 'checklist') : []}
        questions={(page.form?.fields ?? []).map(({ name, label }) => ({ value: name, label }))}
      />
      {!deciding && (
        <Button type="primary" block loading={sending} onClick={sign}>
          {submit}
        </Button>
      )}
      {refused && !deciding && <Refused refused={refused} shown={[]} />}
      <Collapse
        size="small"
        activeKey={open}
        // One at a time; its own accordion says so in a role that is not right.
        onChange={(keys) => choose(keys.slice(-1))}
        items={[
          ...(back
            ? [
                {
                  key: 'back',
                  label: '退回拟办',
                  children: (
                    <CommandForm
                      key={draft.drafted}
                      name={draftName(back)}
                      about={stayOf(page)}
                      fields={back.fields}
                      values={back.values}
                      owner={officeOn(page.unit.id)}
                      submit={back.title}
                      confirm={back.confirm}
                      send={async (values, click) => {
                        await send(back)(values, click)
                        on.returned()
                      }}
                    />
                  ),
                },
              ]
            : []),
          ...(otherwise ? [{ key: 'otherwise', label: '另作结论', children: panel }] : []),
        ]}
      />
    </Flex>
  )
}
