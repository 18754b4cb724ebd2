/** The roster's room: who is there and what they may do, what of it waits or has changed, and how more comes in. */
import { useQuery } from '@tanstack/react-query'
import { Flex } from 'antd'
import { Suspense } from 'react'
import { Link, Redirect } from 'wouter'
import { readMe } from '#contracts/read-me.ts'
import { useApi } from '../session/api.ts'
import { mayAsk } from '../session/may-ask.ts'
import { partOfPage } from '../session/parts.ts'
import { Loading } from '../shell/states.tsx'
import { RosterAsOf } from './roster-as-of.tsx'

const RosterChanges = partOfPage(() => import('./roster-changes.tsx'))
const EnterLines = partOfPage(() => import('./enter-lines.tsx'))
const ImportRoster = partOfPage(() => import('./import-roster.tsx'))
const Holidays = partOfPage(() => import('./holidays.tsx'))

const PARTS = { changes: RosterChanges, enter: EnterLines, import: ImportRoster, holidays: Holidays } as const
type Part = keyof typeof PARTS
const isPart = (part: string): part is Part => Object.hasOwn(PARTS, part)

export default function RosterRoom({ part }: { part: string | undefined }) {
  const api = useApi()
  const { data: me } = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  const held = me?.appointments ?? []
  const places: readonly (readonly [part: Part | undefined, title: string])[] = [
    [undefined, '单位和人员'],
    ['changes', '审批和变动'],
    ...(mayAsk('enter-appointment', held) ? [['enter', '登记'] as const] : []),
    ...(mayAsk('keep-roster', held) ? [['import', '导入名册'] as const] : []),
    ['holidays', '节假日'],
  ]
  if (part !== undefined && !isPart(part)) return <Redirect to="/console/roster" />
  const Shown = part === undefined ? RosterAsOf : PARTS[part]
  return (
    <Flex vertical gap={16}>
      <nav aria-label="名册" className="not-printed">
        <Flex gap={20} wrap>
          {places.map(([one, title]) => (
            <Link
              key={title}
              href={one ? `/console/roster/${one}` : '/console/roster'}
              aria-current={one === part ? 'page' : undefined}
              style={one === part ? { fontWeight: 'bold', color: 'inherit' } : {}}
            >
              {title}
            </Link>
          ))}
        </Flex>
      </nav>
      <Suspense fallback={<Loading />}>
        <Shown />
      </Suspense>
    </Flex>
  )
}
