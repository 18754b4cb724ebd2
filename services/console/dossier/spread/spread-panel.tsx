/** Who of the unit writes what: how far each is, and the way to give indicators to somebody. */
import { Alert, Button, Flex, Typography } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { shownMinute } from '#calendar/said.ts'
import type { DossierPart } from '#contracts/dossier/dossier.ts'
import { isLeft } from '#dossier/spread/spread-progress.ts'
import { useServerNow } from '../../shell/server-now.ts'
import { Loading, Refusal } from '../../shell/states.tsx'
import { ChooseIndicators } from './choose-indicators.tsx'
import { GiveShare } from './give-share.tsx'
import { OwnToGiveBack } from './own-to-give-back.tsx'
import { ownOf, shareOf, standings } from './spread-of.ts'
import { PartsTable, StandingsTable } from './standings-table.tsx'
import { type Params, useSpread } from './use-spread.ts'

type Props = {
  params: Params
  owner: string
  parts: readonly DossierPart[]
  /** The form came back: what the return does not name stays as it was handed in. */
  isReturned: boolean
  /** All parts have come. */
  ready: boolean
  go: (part: string, item: string) => void
  close: () => void
}

export default function SpreadPanel({ params, owner, parts, isReturned, ready, go, close }: Props) {
  const { data: page, error, refetch } = useSpread(params, true)
  const now = useServerNow()()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (items: readonly string[], is: boolean) =>
    setChosen((before) => new Set(is ? [...before, ...items] : [...before].filter((one) => !items.includes(one))))
  const partOf = (item: string) => parts.find(({ items }) => items.some(({ id }) => id === item))?.id ?? ''
  const lines = new Map(parts.flatMap(({ items }) => items.map((line) => [line.id, line] as const)))
  const isOpen = (item: string) => !isReturned || lines.get(item)?.reopened === true
  const isWaiting = (item: string) => {
    const line = lines.get(item)
    return line !== undefined && isOpen(item) && isLeft(line)
  }
  const backs = page?.may && ready ? page.backs.filter(({ item }) => isWaiting(item)) : []
  const choosable = parts
    .map((part) => ({ ...part, items: part.items.filter(({ id }) => isOpen(id)) }))
    .filter(({ items }) => items.length > 0)
  // Whoever opens it by the keyboard goes on in it.
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <Typography.Title level={2} ref={heading} tabIndex={-1} style={{ margin: 0, fontSize: 17 }}>
          自评分工
        </Typography.Title>
        <Typography.Text type="secondary">
          分工说明各项由谁填写；本单位经办人仍可填写任何一项，科室经办人只看到和填写分给自己的；每项都记有最后是谁修改的。
        </Typography.Text>
        <Button size="small" style={{ marginInlineStart: 'auto' }} onClick={close}>
          返回逐项填写
        </Button>
      </Flex>
      {error && !page && <Refusal error={error} again={refetch} />}
      {!error && (!page || !ready) && <Loading />}
      {page && ready && (
        <>
          {page.why && <Alert type="info" showIcon title={page.why} />}
          {page.may && isReturned && (
            <Alert type="info" showIcon title="退回补正期间只能分派退回的指标，其余各项保持提交时的内容。" />
          )}
          {backs.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={`有${backs.length}项退回，还没有改派`}
              description={backs.map(({ item, name, at, reason }) => (
                <div key={item}>
                  {lines.get(item)?.place} {lines.get(item)?.title}：{name}于{shownMinute(at)}退回，{reason}
                </div>
              ))}
              action={
                page.may && (
                  <Button size="small" onClick={() => setChosen(new Set(backs.map(({ item }) => item)))}>
                    选中退回的
                  </Button>
                )
              }
            />
          )}
          {page.shares.length === 0 && (
            <Alert
              type="info"
              showIcon
              title={page.may ? '还没有分工。请在下面选择指标和填写人员。' : '本单位还没有分工。'}
            />
          )}
          {page.may && page.people.length === 1 && (
            <Alert
              type="info"
              showIcon
              title="能填写本单位自评的只有1人；需要增加的，请系统管理员登记创建单位经办人或者科室经办人岗位。"
            />
          )}
          <StandingsTable
            standings={standings(page, parts, now)}
            now={now}
            isOpen={isOpen}
            go={(item) => go(partOf(item), item)}
            choose={page.may ? (items) => setChosen(new Set(items)) : undefined}
          />
          {page.may && (
            <>
              <Typography.Title level={3} style={{ margin: 0, fontSize: 15 }} data-chosen>
                选择指标（已选{chosen.size}项）
              </Typography.Title>
              <ChooseIndicators {...{ chosen, choose }} parts={choosable} shares={shareOf(page)} />
              <GiveShare
                {...{ params, page, owner }}
                items={[...lines.keys()].filter((id) => chosen.has(id))}
                shares={shareOf(page)}
                done={() => setChosen(new Set())}
              />
            </>
          )}
          {!page.may && page.givesBack && ownOf(page).size > 0 && (
            <OwnToGiveBack {...{ params, owner, page, parts, isReturned }} done={() => undefined} />
          )}
          <PartsTable {...{ page, parts }} />
        </>
      )}
    </Flex>
  )
}
