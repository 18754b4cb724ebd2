/** A unit's experience summary 经验材料 on its title's page: what the public reads, what is in hand, and what may be done about both. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Tag, Typography } from 'antd'
import { saidDay, shownMinute } from '#calendar/said.ts'
import { type ExperiencePage, experienceEndpoints } from '#contracts/title/experience.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { DraftExperience } from './draft-experience.tsx'
import { NextStep } from './experience-next.tsx'
import { TakeAway } from './take-experience-away.tsx'

export function ExperienceCard({ batch, unit, name }: { batch: string; unit: string; name: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const queryKey = ['experience', batch, unit]
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => api(experienceEndpoints.readExperience, { params: { batch, unit } }),
  })
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const { published, down, inHand, commands } = data
  if (!published && !down && !inHand && commands.length === 0) return null
  const show = (page: ExperiencePage) => queries.setQueryData(queryKey, page)
  return (
    <Card size="small" title="经验材料">
      <Flex vertical gap={16}>
        {published && <Shown page={data} published={published} show={show} />}
        {down && <Alert type="warning" showIcon title={saidDown(down)} description={down.reason} />}
        {inHand && <InHand page={data} inHand={inHand} name={name} show={show} />}
        {data.whyNot && inHand && <Alert type="warning" showIcon title={data.whyNot} />}
        {commands.includes('draft-experience') && <DraftExperience page={data} show={show} />}
      </Flex>
    </Card>
  )
}

type Showing = { page: ExperiencePage; show: (page: ExperiencePage) => void }

const TAKERS: Readonly<Record<NonNullable<ExperiencePage['down']>['taker'], string>> = {
  unit: '由单位撤回',
  office: '由法制办撤下',
  revocation: '因示范单位资格取消撤下',
}
const saidDown = ({ taker, title, on, by }: NonNullable<ExperiencePage['down']>): string =>
  `“${title}”已于${saidDay(on)}${TAKERS[taker]}${by ? `（${by}办理）` : ''}，公开页面已经写明。`

const Words = ({ title, text }: { title: string; text: string }) => (
  <>
    <Typography.Text strong>{title}</Typography.Text>
    <div style={{ whiteSpace: 'pre-wrap' }}>{text}</div>
  </>
)

function Shown({ page, published, show }: Showing & { published: NonNullable<ExperiencePage['published']> }) {
  const { title, text, by, at, proposedBy, seen } = published
  return (
    <section aria-label="已公开的经验材料">
      <Flex vertical gap={8}>
        <Flex gap={8} align="center" wrap>
          <Tag color="success">已公开</Tag>
          <Typography.Text type="secondary">
            {proposedBy}提请，{by}签发，{shownMinute(at)}
          </Typography.Text>
        </Flex>
        <Words title={title} text={text} />
        {page.path && (
          <div className="not-printed">
            <Button href={page.path} target="_blank">
              公开的经验材料
            </Button>
          </div>
        )}
        <TakeAway page={page} show={show} what="published" seen={seen} />
      </Flex>
    </section>
  )
}

const WAITING: Readonly<Record<NonNullable<ExperiencePage['inHand']>['waits'], string>> = {
  mending: '已退回起草人',
  consenting: '待单位同意公开',
  proposing: '待法制办提请公开',
  publishing: '待法制办签发',
}

type Handling = Showing & { inHand: NonNullable<ExperiencePage['inHand']>; name: string }
function InHand({ page, inHand, name, show }: Handling) {
  const { waits, title, text, drafted, consented, proposed, returned, draft } = inHand
  const done = [
    [drafted, '起草'],
    [consented, '同意公开'],
    [proposed, '提请公开'],
  ] as const
  return (
    <section aria-label="办理中的经验材料">
      <Flex vertical gap={8}>
        <Flex gap={8} align="center" wrap>
          <Tag color="processing">{WAITING[waits]}</Tag>
          <Typography.Text type="secondary">
            {done.flatMap(([one, what]) => (one ? [`${one.by}${what}（${shownMinute(one.at)}）`] : [])).join('，')}
          </Typography.Text>
        </Flex>
        {returned && (
          <Alert
            type="warning"
            showIcon
            title={`${returned.by}于${shownMinute(returned.at)}退回：${returned.reason}`}
          />
        )}
        <Words title={title} text={text} />
        <NextStep page={page} inHand={inHand} name={name} show={show} />
        <TakeAway page={page} show={show} what="inHand" seen={draft} />
      </Flex>
    </section>
  )
}
