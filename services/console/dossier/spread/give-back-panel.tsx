/** What somebody has been given who writes nothing else: chosen, and given back to whoever spreads it. */
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Typography } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { DossierPart } from '#contracts/dossier/dossier.ts'
import type { ShareShown } from '#contracts/dossier/spread.ts'
import { Loading, Refusal } from '../../shell/states.tsx'
import { ChooseIndicators } from './choose-indicators.tsx'
import { GiveBackForm } from './give-back-form.tsx'
import { ownOf } from './spread-of.ts'
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
/** Whose they are is said once: all are theirs. */
const UNSAID: ReadonlyMap<string, ShareShown> = new Map()

export default function GiveBackPanel({ params, owner, parts, isReturned, ready, go, close }: Props) {
  const queries = useQueryClient()
  const { data: page, error, refetch } = useSpread(params, true)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (items: readonly string[], is: boolean) =>
    setChosen((before) => new Set(is ? [...before, ...items] : [...before].filter((one) => !items.includes(one))))
  const own = page ? ownOf(page) : new Set<string>()
  const choosable = parts
    .map((part) => ({ ...part, items: part.items.filter((one) => own.has(one.id) && (!isReturned || one.reopened)) }))
    .filter(({ items }) => items.length > 0)
  const items = choosable.flatMap((part) => part.items.flatMap(({ id }) => (chosen.has(id) ? [id] : [])))
  const done = () => {
    // What is given back is not read any more.
    const [left] = parts.flatMap((part) =>
      part.items.flatMap(({ id }) => (own.has(id) && !chosen.has(id) ? [{ part: part.id, item: id }] : [])),
    )
    setChosen(new Set())
    void queries.invalidateQueries({ queryKey: ['dossier', params.batch, params.unit] })
    if (left) go(left.part, left.item)
  }
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <Typography.Title level={2} ref={heading} tabIndex={-1} style={{ margin: 0, fontSize: 17 }}>
          退回分给我的指标
        </Typography.Title>
        <Typography.Text type="secondary">
          退回以后由本单位经办人改派，您不再看到这些指标，已经填写的内容不变。
        </Typography.Text>
        <Button size="small" style={{ marginInlineStart: 'auto' }} onClick={close}>
          返回逐项填写
        </Button>
      </Flex>
      {error && !page && <Refusal error={error} again={refetch} />}
      {!error && (!page || !ready) && <Loading />}
      {page && ready && !page.givesBack && page.why && <Alert type="info" showIcon title={page.why} />}
      {page && ready && page.givesBack && (
        <>
          {isReturned && (
            <Alert type="info" showIcon title="退回补正期间只能退回列明的指标，其余各项保持提交时的内容。" />
          )}
          <ChooseIndicators parts={choosable} shares={UNSAID} chosen={chosen} choose={choose} />
          <Card size="small" type="inner" title={`退回所选的${items.length}项`}>
            <GiveBackForm {...{ params, owner, items, done }} seen={page.seen} />
          </Card>
        </>
      )}
    </Flex>
  )
}
