/** What organs reply of the units of a list. */
import { Flex, Typography } from 'antd'
import { inNameOrder } from '#typed/names.ts'
import { askedAbout } from './asked-about.ts'
import { Asked, LinesOf, useAsked } from './asked-lines.tsx'

type Listed = { readonly unit: string; readonly name: string }
export default function AskedOfList({ batch, units }: { batch: string; units: readonly Listed[] }) {
  const page = useAsked(batch)
  if (!page || page.letters.length === 0 || units.length === 0) return null
  return (
    <Asked>
      <Flex vertical gap={8} style={{ maxHeight: 320, overflow: 'auto' }}>
        {inNameOrder(units).map(({ unit, name }) => (
          <div key={unit}>
            <Typography.Text strong>{name}</Typography.Text>
            {askedAbout(page, unit).length === 0 ? '：没有函询' : <LinesOf page={page} unit={unit} />}
          </div>
        ))}
      </Flex>
    </Asked>
  )
}
