import { Button, Flex, Tag, Typography } from 'antd'
import { useEffect, useRef } from 'react'
import type { DossierItem } from '#contracts/dossier/dossier.ts'

type Props = {
  item: DossierItem
  previous: (() => void) | undefined
  next: (() => void) | undefined
  /** How the two are called from the keyboard. */
  keys: { readonly previous: string; readonly next: string }
  children?: React.ReactNode
}

/** Which indicator it is, and the way to the next one. */
export function ItemHead({ item, previous, next, keys, children }: Props) {
  const heading = useRef<HTMLElement>(null)
  // Reading goes on at the name of the indicator that has come.
  useEffect(() => {
    if (item.id) heading.current?.focus({ preventScroll: true })
  }, [item.id])
  return (
    <>
      <Flex gap={8} align="center" wrap>
        <Tag>{item.place}</Tag>
        {children}
        <span style={{ marginInlineStart: 'auto' }} />
        <Button size="small" disabled={!previous} title={keys.previous} onClick={previous}>
          上一项
        </Button>
        <Button size="small" disabled={!next} title={keys.next} onClick={next}>
          下一项
        </Button>
      </Flex>
      <Typography.Title
        ref={heading}
        tabIndex={-1}
        level={2}
        style={{ margin: '8px 0 4px', fontSize: 17, outline: 'none' }}
      >
        {item.title}
      </Typography.Title>
      <Typography.Paragraph type="secondary" style={{ marginBottom: 8 }}>
        可以证明的材料：{item.evidence}
        {item.note && `。${item.note}`}
      </Typography.Paragraph>
    </>
  )
}
