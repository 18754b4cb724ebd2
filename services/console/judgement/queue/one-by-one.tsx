/** Several cases, one command each: what failed is plain, and a case without an answer is asked again under its click. */
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { ApiError } from '#contracts/client.ts'
import { saidWhole } from '../../forms/refusal.ts'
import { rememberDecided } from './decided-here.ts'

/** `again`: no answer came, so that the same click may be asked once more. */
export type Result = { readonly ok: boolean; readonly again: boolean; readonly sentence: string }
export type Many<T> = {
  readonly items: readonly T[]
  readonly left: readonly T[]
  readonly results: Readonly<Record<string, Result>>
  readonly sending: boolean
  readonly done: boolean
  readonly go: () => void
}

/** @param ask does it for one, under this click, and says in a sentence what became of it */
export function useMany<T extends { readonly path: string }>(
  items: readonly T[],
  ask: (item: T, click: string) => Promise<string>,
): Many<T> {
  const queries = useQueryClient()
  const [results, setResults] = useState<Readonly<Record<string, Result>>>({})
  const [clicks] = useState(() => new Map(items.map(({ path }) => [path, crypto.randomUUID()])))
  const [sending, setSending] = useState(false)
  const left = items.filter(({ path }) => results[path]?.again ?? true)
  const one = async (item: T): Promise<Result> => {
    try {
      const sentence = await ask(item, clicks.get(item.path) ?? crypto.randomUUID())
      rememberDecided(item.path)
      return { ok: true, again: false, sentence }
    } catch (error) {
      const again = !(error instanceof ApiError) || error.status === 0 || error.status >= 500
      return { ok: false, again, sentence: saidWhole(error) }
    }
  }
  const go = async () => {
    setSending(true)
    // One after the other: a small county's functions are not flooded.
    for (const item of left) {
      const result = await one(item)
      setResults((all) => ({ ...all, [item.path]: result }))
    }
    setSending(false)
    void queries.invalidateQueries()
  }
  return { items, left, results, sending, done: Object.keys(results).length > 0, go: () => void go() }
}

type Item = {
  readonly path: string
  readonly title: string
  readonly unit?: { readonly name: string } | undefined
  readonly pending?: string | undefined
}
/** A unit's name, leading to its case as long as nothing is on its way, with what is still to be decided about it. */
export const CaseLink = ({ item: { path, title, unit, pending }, isStill }: { item: Item; isStill: boolean }) => (
  <>
    {isStill ? (
      <Link href={path} className="in-text">
        {unit?.name ?? title}
      </Link>
    ) : (
      <span>{unit?.name ?? title}</span>
    )}
    {pending && (
      <>
        {' '}
        <Tag color="warning">{pending}</Tag>
      </>
    )}
  </>
)

type Sums = { readonly items: readonly { readonly path: string }[] } & Omit<Many<never>, 'items' | 'left'>

export const ManyFooter = ({
  many,
  close,
  children,
}: {
  many: Sums & { readonly left: readonly unknown[] }
  close: () => void
  /** The button that begins, and that tries again. */
  children: ReactNode
}) => (
  <Flex gap={8} justify="end">
    <Button onClick={close} disabled={many.sending}>
      {many.done ? '关闭' : '取消'}
    </Button>
    {many.left.length > 0 && children}
  </Flex>
)

/** `of`: which of them, where there are several kinds. */
export function ManyResult({
  many: { items, results, sending, done },
  said,
  of = '',
}: {
  many: Sums
  said: string
  of?: string
}) {
  if (!done || sending) return null
  const failed = items.filter(({ path }) => results[path]?.ok === false).length
  return (
    <Alert
      type={failed === 0 ? 'success' : 'warning'}
      showIcon
      role="status"
      style={{ marginBottom: 12 }}
      title={
        failed === 0
          ? `${of}${items.length}件全部${said}。`
          : `${of}${items.length - failed}件已${said}，${failed}件办理未成功。`
      }
    />
  )
}
