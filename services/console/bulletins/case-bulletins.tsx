/** What the office told the units of this case's batch, below the case. */
import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { bulletinEndpoints } from '#contracts/work/bulletins.ts'
import { useApi } from '../session/api.ts'
import { Refusal } from '../shell/states.tsx'
import { BulletinList } from './bulletin-list.tsx'

export default function CaseBulletins({ batch }: { batch: string }) {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['bulletins', batch],
    queryFn: () => api(bulletinEndpoints.readBulletins, { params: { batch } }),
  })
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data || data.bulletins.length === 0) return null
  const unread = data.bulletins.filter((one) => one.unread).length
  return (
    <Card
      className="not-printed"
      size="small"
      title={`情况交流（${data.seen}期${unread > 0 ? `，${unread}期未读` : ''}）`}
      style={{ marginTop: 16 }}
    >
      <BulletinList batch={batch} bulletins={data.bulletins} />
    </Card>
  )
}
