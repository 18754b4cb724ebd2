/** What is known of a unit from elsewhere, beside what is checked of it: on its way, shown, or not read. */
import type { UseQueryResult } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { inNameOrder } from '#typed/names.ts'
import { BesideComing } from './beside-coming.tsx'

export const BesideCard = ({ what, children }: { what: string; children: ReactNode }) => (
  <Card size="small" title={what} className="not-printed" role="region" aria-label={what} style={{ marginBlock: 8 }}>
    {children}
  </Card>
)

type Props<Page> = {
  what: string
  query: Pick<UseQueryResult<Page>, 'data' | 'fetchStatus' | 'isError' | 'refetch'>
  shown: (page: Page) => ReactNode
}
/** Whoever checks a unit is told where it could not be read: no line would say that nothing is known. */
export function BesideOf<Page>({ what, query: { data, fetchStatus, isError, refetch }, shown }: Props<Page>) {
  if (data !== undefined) return shown(data)
  if (!isError && fetchStatus === 'fetching') return <BesideComing what={what} />
  return (
    <BesideCard what={what}>
      <Alert
        type="error"
        showIcon
        role="alert"
        title={`${what}没有读到，请重试。`}
        action={
          <Button size="small" loading={fetchStatus === 'fetching'} onClick={() => void refetch()}>
            重试
          </Button>
        }
      />
    </BesideCard>
  )
}

export type Listed = { readonly unit: string; readonly name: string }
/** Unit by unit of a list. `of`: nothing where nothing is known of one. */
type LinesProps = { what: string; units: readonly Listed[]; none: string; of: (unit: string) => ReactNode }
export const BesideList = ({ what, units, none, of }: LinesProps) => (
  <BesideCard what={what}>
    <Flex vertical gap={8} style={{ maxHeight: 320, overflow: 'auto' }}>
      {inNameOrder(units).map(({ unit, name }) => (
        <div key={unit}>
          <Typography.Text strong>{name}</Typography.Text>
          {of(unit) ?? `：${none}`}
        </div>
      ))}
    </Flex>
  </BesideCard>
)
