/** What somebody filled in for a record that nobody makes any more, to be copied until they have it elsewhere. */
import { Alert, Button, Typography } from 'antd'
import { useState } from 'react'
import { AnswerAsRead } from '../entry/answer-as-read.tsx'
import { forgetValues, keptValues } from '../forms/kept-values.ts'
import type { Method } from './noted.ts'
import { filledIn, recordName } from './record-fields.ts'
import type { Params } from './use-assessment.ts'

type Props = {
  params: Params
  method: Method
  /** What the refusal said, or why it cannot be made, in a sentence. */
  why: string
}

export function RecordNotMade({ params, method, why }: Props) {
  const name = recordName(params, method.name)
  const [left, setLeft] = useState(() => filledIn(keptValues(name) ?? {}, method.finds))
  if (left.length === 0) return null
  const forget = () => {
    forgetValues(name)
    setLeft([])
  }
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      style={{ marginTop: 8 }}
      title={`您填写的“${method.title}”情况没有记录，现在不能再记；请另行留存。`}
      description={
        <>
          <div>{why}</div>
          {left.map(({ field, value }) => (
            <div key={field.name}>
              <Typography.Text strong>{field.label}：</Typography.Text>
              <AnswerAsRead {...{ field, value }} names={{}} />
            </div>
          ))}
        </>
      }
      action={
        <Button size="small" onClick={forget}>
          不再显示
        </Button>
      }
    />
  )
}
