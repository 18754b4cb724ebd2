/** For whoever reads nothing but what they were given: the way to give it back. */
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, Typography } from 'antd'
import { useEffect, useRef } from 'react'
import type { DossierPart } from '#contracts/dossier/dossier.ts'
import { Loading, Refusal } from '../../shell/states.tsx'
import { OwnToGiveBack } from './own-to-give-back.tsx'
import { type Params, useSpread } from './use-spread.ts'

type Props = {
  params: Params
  owner: string
  parts: readonly DossierPart[]
  isReturned: boolean
  /** All parts have come. */
  ready: boolean
  go: (part: string, item: string) => void
  close: () => void
}

export default function GiveBackPanel({ params, owner, parts, isReturned, ready, go, close }: Props) {
  const queries = useQueryClient()
  const { data: page, error, refetch } = useSpread(params, true)
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
        <OwnToGiveBack
          {...{ params, owner, page, parts, isReturned }}
          done={([next]) => {
            // What was given back is not read any more.
            void queries.invalidateQueries({ queryKey: ['dossier', params.batch, params.unit] })
            if (next) go(next.part, next.item)
          }}
        />
      )}
    </Flex>
  )
}
