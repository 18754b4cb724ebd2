/** What organs reply of the units of a list. */
import { Flex, Typography } from 'antd'
import type { ConsultationsPage } from '#contracts/consultation/consultation.ts'
import { inNameOrder } from '#typed/names.ts'
import { askedAbout } from './asked-about.ts'
import { Asked, AskedOf, LinesOf } from './asked-lines.tsx'

type Listed = { readonly unit: string; readonly name: string }
export default function AskedOfList({ batch, units }: { batch: string; units: readonly Listed[] }) {
  if (units.length === 0) return null
  const shown = (page: ConsultationsPage) => page.letters.length > 0 && <Lines page={page} units={units} />
  return <AskedOf batch={batch} shown={shown} />
}

function Lines({ page, units }: { page: ConsultationsPage; units: readonly Listed[] }) {
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
