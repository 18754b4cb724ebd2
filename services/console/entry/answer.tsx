/** One question of a form: its label, what the office said about it, the field, and what is wrong with it. */
import { Alert, Button, Flex, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { FieldDefinition } from '#contracts/forms.ts'
import type { Autosave, Draft } from '../forms/autosave.ts'
import { Field, VERBS } from '../forms/field.tsx'
import { wrongAt } from '../forms/refusal.ts'
import { isSaidByField } from '../forms/typed-value.ts'
import { AnswerAsRead } from './answer-as-read.tsx'

type Props = {
  field: FieldDefinition
  draft: Draft
  autosave: Autosave
  owner: string
  names: Readonly<Record<string, string>>
  /** Missing fields are marked once somebody wanted to hand in. */
  strict: boolean
  missing: boolean
  /** The title of the form that this answer was taken from, as long as it stands as there. */
  takenFrom?: string | undefined
  /** After a return: why this question was reopened, and whether its answer has changed since. */
  returned?: { readonly reason: string; readonly before: unknown; readonly changed: boolean } | undefined
}

export const idOf = (field: string): string => `answer-${field}`

export function Answer({ field, draft, autosave, owner, names, strict, missing, takenFrom, returned }: Props) {
  const [left, setLeft] = useState(false)
  const id = idOf(field.name)
  const collision = draft.collisions.find((one) => one.field === field.name)
  const given = wrongAt(draft.wrong, field.name)
  // Nobody types on in files, and in what was refused.
  const isSaidAtOnce =
    field.kind === 'files' || field.kind === 'file' || wrongAt(draft.refused, field.name) !== undefined
  const wrong = isSaidByField(field, draft.values[field.name])
    ? ''
    : (left || strict || isSaidAtOnce) && given
      ? given
      : strict && missing
        ? `请${VERBS[field.kind] ?? '填写'}${field.label}`
        : ''
  const told = [
    ...(field.help ? [`${id}-help`] : []),
    ...(wrong ? [`${id}-wrong`] : []),
    ...(returned ? [`${id}-returned`] : []),
    ...(takenFrom ? [`${id}-taken`] : []),
  ]
  return (
    <div style={{ marginBottom: 20 }} data-answer={field.name}>
      <Flex gap={8} align="center" style={{ marginBottom: 4 }}>
        <label htmlFor={id} style={{ fontWeight: 600 }}>
          {field.label}
          {field.required && <span style={{ color: '#b3261e' }}> *</span>}
        </label>
        {takenFrom && (
          <Tag color="processing" id={`${id}-taken`}>
            沿用{takenFrom}，请核对
          </Tag>
        )}
        {returned && (
          <Tag color={returned.changed ? 'success' : 'warning'}>{returned.changed ? '退回后已修改' : '需要补正'}</Tag>
        )}
      </Flex>
      {returned && (
        <Alert
          type="warning"
          id={`${id}-returned`}
          style={{ marginBottom: 6, padding: '6px 12px' }}
          title={`退回意见：${returned.reason}`}
          description={
            returned.changed &&
            returned.before !== undefined && (
              <Flex gap={8}>
                <Typography.Text type="secondary" style={{ whiteSpace: 'nowrap' }}>
                  退回时：
                </Typography.Text>
                <AnswerAsRead field={field} value={returned.before} names={names} deleted />
              </Flex>
            )
          }
        />
      )}
      <Field
        id={id}
        field={field}
        value={draft.values[field.name]}
        onChange={(value) => autosave.put(field.name, value)}
        owner={owner}
        names={names}
        composing={(now) => autosave.composing(now)}
        left={() => setLeft(true)}
        invalid={wrong !== ''}
        describedBy={told.length > 0 ? told.join(' ') : undefined}
      />
      {field.help && (
        <Typography.Text type="secondary" id={`${id}-help`}>
          {field.help}
        </Typography.Text>
      )}
      {wrong && (
        <Typography.Text type="danger" id={`${id}-wrong`} role="alert" style={{ display: 'block' }}>
          {wrong}
        </Typography.Text>
      )}
      {collision && (
        <Alert
          type="error"
          role="alert"
          style={{ marginTop: 6 }}
          title={`${collision.by || '另一处'}也修改了“${field.label}”，改成了：`}
          description={
            <Flex vertical gap={8}>
              <AnswerAsRead field={field} value={collision.theirs} names={names} />
              <Flex gap={8}>
                <Button size="small" onClick={() => autosave.choose(field.name, 'mine')}>
                  采用本人填写的
                </Button>
                <Button size="small" onClick={() => autosave.choose(field.name, 'theirs')}>
                  采用对方填写的
                </Button>
              </Flex>
            </Flex>
          }
        />
      )}
    </div>
  )
}
