/** The first of a ranked list get the outcome that goes by rank, all others the other one, in one act. */
import { Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { NumberField } from '../../forms/number-field.tsx'
import type { Entering } from '../entering.ts'
import { linesOf } from '../resolution-draft.ts'
import { firstTaken, mostTaken, otherOutcome } from './first-taken.ts'

export function TakeFirst({ page, draft, lacking, put, leave }: Omit<Entering, 'wrong'>) {
  const [typed, setTyped] = useState<number | string | undefined>(() => mostTaken(page))
  const [lacks, setLacks] = useState(false)
  const other = otherOutcome(page)
  const title = page.outcomes.find(({ value }) => value === page.limited)?.label
  if (!other || !title) return null
  const unranked = linesOf(page, draft).filter(({ unit }) => lacking[`rank ${unit}`])
  const count = typeof typed === 'number' && typed > 0 ? typed : undefined
  const take = () => {
    for (const { unit } of unranked) leave(`rank ${unit}`)
    setLacks(unranked.length > 0)
    if (count !== undefined && unranked.length === 0) put(firstTaken(page, draft, { count, other: other.value }))
  }
  return (
    <Flex align="baseline" gap={8} wrap style={{ marginBottom: 12 }}>
      <label htmlFor="resolution-first">按名次，前几名列入</label>
      <div>
        <NumberField id="resolution-first" unit="ranks" width={72} value={typed} onChange={setTyped} />
      </div>
      <Button disabled={count === undefined} onClick={take}>
        前{count ?? ' '}名“{title}”，其余“{other.label}”
      </Button>
      {lacks && unranked.length > 0 ? (
        <Typography.Text type="danger" role="alert">
          还有{unranked.length}个单位的名次需要填写或改正，见红字。
        </Typography.Text>
      ) : (
        <Typography.Text type="secondary">
          名次照名单填写，并列的填同一名次；按↑↓键增减，按回车到下一行。
        </Typography.Text>
      )}
    </Flex>
  )
}
