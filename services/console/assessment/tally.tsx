/** What the methods found together: the result, and each figure of it down to who found it and by which files. */
import { Alert, Card, Empty, Flex, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import { saidDay } from '#calendar/said.ts'
import type { TallyPage } from '#contracts/assessment/assessment.ts'
import { ApiError } from '#contracts/client.ts'
import { FINDINGS } from '#tally/finding.ts'
import { usePrinting } from '../print/use-printing.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { type Params, useTally } from './use-assessment.ts'
import './assessment.css'

type Item = TallyPage['parts'][number]['items'][number]
const VERDICTS = { ...FINDINGS, unfound: '没有认定' } as const

export default function TallyRoom(params: Params) {
  const { data, error, refetch } = useTally(params)
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const root = `/console/cases/${params.batch}/${params.unit}`
  return (
    <Flex vertical gap={8} className="tally">
      <Card styles={{ body: { padding: '10px 16px' } }}>
        <Flex gap={16} align="center" wrap>
          <Typography.Title level={1} style={{ margin: 0, fontSize: 17 }}>
            {data.unit} · {data.step}汇总
          </Typography.Title>
          {data.batch.trial && <TrialTag />}
          <Typography.Text type="secondary">{data.batch.title}</Typography.Text>
          <span style={{ marginInlineStart: 'auto' }} />
          <Link href={root} className="not-printed">
            返回申报件
          </Link>
        </Flex>
        <p className="tally-total">
          {data.total !== undefined && <strong>{data.total}分　</strong>}
          <strong>
            {data.isEnough === undefined
              ? '不能得出结果'
              : data.isEnough
                ? '按评定办法可以推荐'
                : '按评定办法不可以推荐'}
          </strong>
        </p>
        <p>{data.why}</p>
        <Typography.Text type="secondary">
          结果由考核组组长确定，本页供其参考；记录以后另作的修改不计在内。
        </Typography.Text>
        {data.missing.length > 0 && <Missing missing={data.missing} />}
      </Card>
      <Card size="small" title="评定办法（随创建通知公布）">
        <dl className="tally-rules">
          {data.rules.map(({ label, said }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Methods methods={data.methods} />
      {data.parts.map((part) => (
        <Part key={part.id} part={part} methods={data.methods} root={root} />
      ))}
    </Flex>
  )
}

const Missing = ({ missing }: Pick<TallyPage, 'missing'>) => (
  <Alert
    type="warning"
    showIcon
    style={{ marginTop: 8 }}
    title="还缺以下内容："
    description={missing.map(({ method, title, items }) => (
      <div key={method}>
        {items.length === 0
          ? `${title}：没有评分`
          : `${title}：${items.length}项没有认定——${items.map(({ place, title: of }) => `${place} ${of}`).join('；')}`}
      </div>
    ))}
  />
)

function Methods({ methods }: Pick<TallyPage, 'methods'>) {
  const shown = methods.filter(({ weight, measures }) => weight !== undefined || measures.length > 0)
  if (shown.length === 0) return null
  return (
    <Card size="small" title="各考核方式">
      <ul className="tally-methods">
        {shown.map(({ name, title, weight, score, shares, measures }) => (
          <li key={name}>
            <strong>{title}</strong>
            {weight !== undefined && `　权重${weight}%`}
            {weight !== undefined && (score === undefined ? '　没有评分' : `　${score}分`)}
            {shares.length > 0 && `（${shares.length}项指标，见下）`}
            {measures.map(({ by, on, said }) => (
              <div key={`${by} ${on} ${said}`}>
                {by}，{saidDay(on)}：{said}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  )
}

type PartProps = { part: TallyPage['parts'][number]; methods: TallyPage['methods']; root: string }

function Part({ part: { number, title, items }, methods, root }: PartProps) {
  const printing = usePrinting()
  const wanting = items.filter(({ verdict }) => verdict === 'notReached').length
  return (
    <details className="tally-part" open={printing || wanting > 0}>
      <summary>
        {number}、{title}
        <Typography.Text type="secondary">
          　{items.length}项，{wanting === 0 ? '没有未达标的' : `未达标${wanting}项`}
        </Typography.Text>
      </summary>
      {items.map((item) => (
        <Indicator key={item.item} {...{ item, methods, root, printing }} />
      ))}
    </details>
  )
}

type IndicatorProps = { item: Item; methods: TallyPage['methods']; root: string; printing: boolean }

function Indicator({ item, methods, root, printing }: IndicatorProps) {
  const scored = methods.flatMap(({ title, shares }) => {
    const share = shares.find((one) => one.item === item.item)
    return share ? [`${title}：占该方式${share.share}%，得${share.value}%`] : []
  })
  return (
    <details className="tally-item" open={printing}>
      <summary>
        <Tag color={item.verdict === 'notReached' ? 'error' : item.verdict === 'reached' ? 'success' : 'default'}>
          {VERDICTS[item.verdict]}
        </Tag>
        {item.place} {item.title}
        {item.taken && `　扣${item.taken}分`}
      </summary>
      {scored.length > 0 && <p>{scored.join('；')}</p>}
      {item.findings.length === 0 && <p>没有人认定这一项。</p>}
      <ul>
        {item.findings.map(({ method, title, by, finding, off, text, files }) => (
          <li key={`${method} ${by}`}>
            {title}，{by}：{FINDINGS[finding]}
            {off && `，扣${off}分`}
            {text && <div style={{ whiteSpace: 'pre-wrap' }}>{text}</div>}
            <Link
              className="not-printed"
              href={`${root}/assessment/${method}?item=${encodeURIComponent(item.item)}`}
              aria-label={`自评、材料和考核情况${files > 0 ? `（照片和扫描件${files}个）` : ''}：${item.title}，${by}`}
            >
              自评、材料和考核情况{files > 0 && `（照片和扫描件${files}个）`}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
