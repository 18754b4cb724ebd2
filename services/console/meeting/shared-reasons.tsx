/** One reason for all units that get the same other outcome; a unit of which more is to be said has its own. */
import { Flex, Typography } from 'antd'
import { Reading } from '../forms/reading.tsx'
import { TypedText } from '../forms/typed-text.tsx'
import { excessOf } from '../forms/typed-value.ts'
import type { Entering } from './entering.ts'
import { idOfEntry } from './faults.ts'
import { MOST_REASON, sharedLabel, sharedOf } from './resolution-draft.ts'

export function SharedReasons({ page, draft, wrong, lacking, put, leave }: Entering) {
  return sharedOf(page, draft).map(({ value, label, count }) => {
    const [entry, text] = [`shared ${value}`, draft.reasons?.[value] ?? '']
    const id = idOfEntry(entry)
    // What is too long says so itself.
    const said = excessOf(text, MOST_REASON) > 0 ? undefined : wrong[entry]
    return (
      <div key={value} style={{ marginBottom: 12 }}>
        <Flex align="baseline" gap={12} wrap>
          <label htmlFor={id}>
            <Typography.Text strong>{sharedLabel(label)}</Typography.Text>
          </label>
          <Typography.Text type="secondary">
            本次{count}个单位；没有单独写明理由的单位适用这一理由，各单位的决定中都会写明。
          </Typography.Text>
        </Flex>
        <TypedText
          id={id}
          most={MOST_REASON}
          rows={{ minRows: 1, maxRows: 6 }}
          label={sharedLabel(label)}
          value={text}
          wrong={said !== undefined}
          describedBy={`${id}-read`}
          onChange={(typed) => put({ reasons: { ...draft.reasons, [value]: typed } })}
          left={() => leave(entry)}
        />
        <Reading id={`${id}-read`} read={undefined} wrong={said} later={lacking[entry]} />
      </div>
    )
  })
}
