/** What a scorer notes of one indicator: in words, with photos; it keeps itself, and one key says that nothing differs. */
import { Alert, Button, Flex } from 'antd'
import { type RefObject, useEffect } from 'react'
import type { AssessmentItem } from '#contracts/assessment/assessment.ts'
import { fieldsOf } from '#contracts/forms.ts'
import type { Result } from '#dossier/answer.ts'
import { LONGEST_NOTE, MOST_PICTURES } from '#steps/inquiry/sheet.ts'
import { Answer, idOf } from '../entry/answer.tsx'
import { SaveLine } from '../entry/save-line.tsx'
import { excessOf } from '../forms/typed-value.ts'
import { useShortcuts } from '../judgement/use-shortcuts.ts'
import { FileNotes } from '../upload/file-notes.ts'
import { UsesOnForm } from '../upload/offered-files.ts'
import { CiteResults } from './cite-results.tsx'
import { AGREES, agreeing, fieldsAsked, findingAsSaid, type Method, ownNote } from './noted.ts'
import type { At } from './use-assessment.ts'
import { noteFields, useNote } from './use-note.ts'

const FIELDS = fieldsOf(noteFields).map((field) => (field.kind === 'files' ? { ...field, max: MOST_PICTURES } : field))

type Props = {
  at: At
  item: AssessmentItem
  owner: string
  /** What the unit says of it, which may be so. */
  said: Result | undefined
  finds: Method['finds']
  next: (() => void) | undefined
  /** Somebody asked for the field before it was there. */
  asksToWrite: RefObject<boolean>
  /** Told of the way to save what is typed before it is recorded. */
  leaving: (flush: () => Promise<boolean>) => void
}

export function NoteToWrite({ at, item, owner, said, finds, next, asksToWrite, leaving }: Props) {
  const { autosave, draft } = useNote(at, item)
  useEffect(() => leaving(() => autosave.flush()), [autosave, leaving])
  const { note } = ownNote(item, at)
  const { files = [], references = [] } = note ?? {}
  const agree = () => {
    const found = said && findingAsSaid(said, finds)
    if (found) autosave.put('finding', found)
    const text = agreeing(draft.values.text)
    autosave.put('text', text)
    // What is too long is not saved: it is looked at before anything else.
    if (excessOf(text, LONGEST_NOTE) > 0) return
    void autosave.flush()
    next?.()
  }
  useShortcuts(said ? { 'Alt+Y': agree } : {})
  useEffect(() => {
    if (asksToWrite.current) document.getElementById(idOf('text'))?.focus()
    asksToWrite.current = false
  }, [asksToWrite])
  return (
    <FileNotes value={references}>
      <UsesOnForm value={files}>
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
            title="您在另一处修改了这一项，已显示在下面；在这里填写的没有变。"
          />
        )}
        <Flex gap={12} align="center" wrap style={{ marginBottom: 8 }} className="not-printed">
          {said && (
            <Button onClick={agree} title={`Alt+Y：填入“${AGREES}”`}>
              与自评相符{next && '，下一项'}
            </Button>
          )}
          <SaveLine draft={draft} />
        </Flex>
        {fieldsAsked(FIELDS, item, finds, draft.values.finding).map((field) => (
          <Answer
            key={field.name}
            {...{ field, draft, autosave, owner }}
            names={Object.fromEntries(references.map(({ sha256, name }) => [sha256, name]))}
            strict={false}
            missing={false}
          />
        ))}
        <CiteResults unit={at.unit} {...{ note, draft, autosave }} />
      </UsesOnForm>
    </FileNotes>
  )
}
