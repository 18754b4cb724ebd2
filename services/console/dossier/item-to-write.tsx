/** An answer that is written: what was chosen, in words, with its files; it keeps itself. */
import { Alert, Typography } from 'antd'
import { useEffect } from 'react'
import { shownMinute } from '#calendar/said.ts'
import type { FileReference } from '#contracts/case-page.ts'
import { answerForm, type DossierItem, type DossierPage } from '#contracts/dossier/dossier.ts'
import { fieldsOf } from '#contracts/forms.ts'
import { Answer } from '../entry/answer.tsx'
import { SaveLine } from '../entry/save-line.tsx'
import { FileNotes } from '../upload/file-notes.ts'
import { UsesOnForm } from '../upload/offered-files.ts'
import { EarlierAnswer } from './earlier-answer.tsx'
import { ItemAsRead } from './item-as-read.tsx'
import { useAnswer } from './use-answer.ts'

const FIELDS = fieldsOf(answerForm)

type Props = {
  params: { readonly batch: string; readonly unit: string }
  item: DossierItem
  owner: string
  shown: FileReference | undefined
  show: (file: FileReference) => void
  /** Where the unit's last answers are, if there are any. */
  earlier: DossierPage['earlier']
  /** Told of the way to save what is typed before another item comes. */
  leaving: (flush: () => Promise<boolean>) => void
}

export function ItemToWrite({ params, item, owner, shown, show, earlier, leaving }: Props) {
  const { autosave, draft } = useAnswer(params, item)
  useEffect(() => leaving(() => autosave.flush()), [autosave, leaving])
  const names = Object.fromEntries(item.references.map(({ sha256, name }) => [sha256, name]))
  return (
    <FileNotes value={item.references}>
      <UsesOnForm value={item.files}>
        {item.before && (
          <details style={{ marginBottom: 8 }}>
            <summary>退回前提交的内容</summary>
            <ItemAsRead said={item.before} shown={shown} show={show} />
          </details>
        )}
        {earlier && item.number === 0 && (
          <EarlierAnswer
            {...{ earlier, item, shown, show, draft }}
            unit={params.unit}
            put={(...put) => autosave.put(...put)}
          />
        )}
        {draft.restored.length > 0 && (
          <Alert
            type="info"
            showIcon
            closable={{ 'aria-label': '关闭' }}
            style={{ marginBottom: 8 }}
            title="已恢复上次没有保存到系统的内容。"
          />
        )}
        {draft.taken && (
          <Alert
            type="info"
            showIcon
            role="status"
            style={{ marginBottom: 8 }}
            title={`${draft.taken.by || '另一处'}修改了这一项，已显示在下面；您填写的没有变。`}
          />
        )}
        {FIELDS.map((field) => (
          <Answer key={field.name} {...{ field, draft, autosave, owner, names }} strict={false} missing={false} />
        ))}
        <SaveLine draft={draft} />
        {item.by && item.at && (
          <Typography.Text type="secondary" style={{ display: 'block' }}>
            {item.by}最后修改于{shownMinute(item.at)}
          </Typography.Text>
        )}
      </UsesOnForm>
    </FileNotes>
  )
}
