/** The documents of one step of a batch: the next one is prepared, another person approves it, the earlier ones are shown. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Card, Collapse, Empty, Flex } from 'antd'
import { Link } from 'wouter'
import type { AnnouncementsPage as Page } from '#contracts/announcement.ts'
import { ApiError } from '#contracts/client.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { KnownOfUnits } from '../beside/known-beside.tsx'
import { keptValues } from '../forms/kept-values.ts'
import { useLookAgain } from '../list/look-again.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { AnnouncementCard } from './announcement-card.tsx'
import { AnnouncementForm, nameOfDraft } from './announcement-form.tsx'

export default function AnnouncementsPage({ batch, step }: { batch: string; step: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const lookingAgain = useLookAgain()
  const key = ['announcements', batch, step]
  const params = { batch, step }
  const {
    data: page,
    error,
    refetch,
  } = useQuery({ queryKey: key, queryFn: () => api(intakeEndpoints.readAnnouncements, { params }) })
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is typed.
  if (error && !page) return <Refusal error={error} again={refetch} />
  if (!page) return <Loading />
  const show = (next: Page) => {
    queries.setQueryData(key, next)
    void queries.invalidateQueries()
  }
  const mayPrepare = page.commands.includes('prepare-announcement')
  // What waits for approval or went back is mended, not written anew.
  const pending = page.all.find(({ approvedBy }) => !approvedBy)
  const form = (
    <AnnouncementForm
      // What is typed and chosen stays when somebody else prepares the same one meanwhile.
      key={pending?.n ?? page.all.length + 1}
      page={page}
      before={pending}
      send={async (body, command) =>
        show(await lookingAgain(() => api(intakeEndpoints.prepareAnnouncement, { params, body, command })))
      }
    />
  )
  return (
    <Flex vertical gap={16}>
      <Card
        size="small"
        title={`${page.batchTitle} · ${page.document}`}
        extra={<Link href={`/console/batches/${batch}`}>批次进展</Link>}
        className="not-printed"
      >
        {!mayPrepare ? (
          page.all.length === 0 && <Empty description={`还没有${page.document}`} />
        ) : pending && !pending.returned ? (
          <Collapse
            defaultActiveKey={keptValues(nameOfDraft(batch, step)) ? ['again'] : []}
            items={[{ key: 'again', label: '修改待签发的文稿', children: form }]}
          />
        ) : (
          form
        )}
        {!mayPrepare && page.all.length > 0 && `共${page.all.length}份`}
      </Card>
      {mayPrepare && <KnownOfUnits batch={batch} units={page.waiting} />}
      {[...page.all].reverse().map((one) => (
        <AnnouncementCard key={one.n} page={page} one={one} show={show} />
      ))}
    </Flex>
  )
}
