/** The standard's parts with how far each is; a part's indicators come when it is opened. */
import { Button, Checkbox, Flex, Tag, Typography } from 'antd'
import { useEffect, useRef } from 'react'
import type { DossierLine, DossierPage } from '#contracts/dossier/dossier.ts'
import { isLeft } from '#dossier/spread/spread-progress.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { leftOf, STATUS, statusOf } from './progress.ts'
import type { Dossier } from './use-dossier.ts'

/** What is dragged within the page: the number of a file. */
export const DRAGGED = 'application/x-shifan-file'

type Props = {
  page: DossierPage
  dossier: Dossier
  current: string | undefined
  go: (part: string, item: string) => void
  onlyMissing: boolean
  setOnlyMissing: (only: boolean) => void
  /** What becomes of a file that is dragged onto an indicator, by what was dragged. */
  take?: (item: string, dragged: string) => void
  /** The indicators that are shown; all where it is left out. */
  among?: ReadonlySet<string> | undefined
  /** More of what the list is cut down by. */
  narrowing?: React.ReactNode
  /** What is said beside an indicator's title. */
  beside?: (line: DossierLine) => React.ReactNode
  /** Whether whoever goes through them is done with one; without it, whether the unit is. */
  done?: (line: DossierLine) => boolean
}

export function PartTree({
  page,
  dossier,
  current,
  go,
  onlyMissing,
  setOnlyMissing,
  take,
  among,
  narrowing,
  beside,
  done,
}: Props) {
  const { loaded, opened, failed, toggle } = dossier
  const ownLeft = [...loaded.values()].flatMap(({ items }) => items).filter((one) => among?.has(one.id) && isLeft(one))
  const left = among ? ownLeft.length : leftOf(page)
  return (
    <nav aria-label="指标">
      {page.view === 'own' && (
        <Checkbox checked={onlyMissing} onChange={({ target }) => setOnlyMissing(target.checked)}>
          {page.toMend === undefined ? '只看没写完的' : '只看没写完和退回待改的'}（{left}项）
        </Checkbox>
      )}
      {narrowing}
      {failed?.error && <Refusal error={failed.error} again={failed.refetch} />}
      <ol className="dossier-parts">
        {page.parts.map(({ id, number, title, items, missing, toMend = 0 }) => {
          const isOpen = opened.includes(id)
          const part = loaded.get(id)
          const own = (part?.items ?? []).filter((line) => among?.has(line.id) ?? true)
          // What one is at stays in sight, though it is written by now.
          const isAt = ({ id: item }: DossierLine) => item === current
          const lines = own.filter((line) => !onlyMissing || isLeft(line) || isAt(line))
          const counted = done ? part?.items : among && own
          const shown =
            counted && part
              ? { items: counted.length, left: counted.filter((line) => !(done?.(line) ?? !isLeft(line))).length }
              : { items, left: missing + toMend }
          if (part && among && own.length === 0) return null
          return (
            <li key={id}>
              <button
                type="button"
                className="dossier-part"
                aria-expanded={isOpen}
                onClick={() => toggle(id)}
                data-part={id}
              >
                <span>
                  {number} {title}
                </span>
                {done && !part ? (
                  <Tag>{items}项</Tag>
                ) : (
                  <Tag color={shown.left === 0 ? 'success' : 'default'}>
                    {shown.items - shown.left}/{shown.items}
                  </Tag>
                )}
              </button>
              {isOpen && !part && !failed && <Loading />}
              {isOpen && part && (
                <ol>
                  {lines.map((line, i) => (
                    <Line
                      key={line.id}
                      line={line}
                      heading={line.group?.number !== lines[i - 1]?.group?.number ? line.group : undefined}
                      isCurrent={line.id === current}
                      mark={markOf(line, page)}
                      go={() => go(id, line.id)}
                      take={take && ((dragged) => take(line.id, dragged))}
                      beside={beside?.(line)}
                    />
                  ))}
                  {lines.length === 0 && <li className="dossier-none">这一部分已经写完</li>}
                </ol>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** Where a return names none, nothing tells what is mended. */
function markOf({ id, reopened, toMend }: DossierLine, page: DossierPage): string | undefined {
  const isChanged = page.changed?.includes(id)
  if (isChanged && (!reopened || page.toMend === undefined)) return '定稿后修改'
  if (page.cameBack?.mended.includes(id)) return '退回已改'
  if (page.cameBack?.asBefore.includes(id)) return '退回未改'
  if (!reopened) return undefined
  return page.toMend === undefined ? '退回' : toMend ? '退回待改' : isChanged ? '退回已改，未定稿' : '退回已改'
}

type LineProps = {
  line: DossierLine
  heading: DossierLine['group']
  isCurrent: boolean
  /** What a return makes of it. */
  mark: string | undefined
  go: () => void
  take: ((dragged: string) => void) | undefined
  beside: React.ReactNode
}
function Line({ line, heading, isCurrent, mark, go, take, beside }: LineProps) {
  const { mark: sign, says } = STATUS[statusOf(line)]
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li>
      {heading && (
        <div className="dossier-group">
          {heading.number}
          {heading.title}
        </div>
      )}
      <Flex align="center">
        <Button
          type="text"
          className="dossier-line"
          aria-current={isCurrent}
          data-item={line.id}
          data-status={statusOf(line)}
          onClick={go}
          {...(take && {
            onDragOver: (event: React.DragEvent) => event.preventDefault(),
            onDrop: (event: React.DragEvent) => {
              event.preventDefault()
              take(event.dataTransfer.getData(DRAGGED))
            },
          })}
          ref={button}
        >
          <span aria-hidden>{sign}</span>
          <span className="dossier-title">
            {line.n !== undefined && `${line.n}. `}
            {line.title}
            <span className="dossier-says">（{says}）</span>
          </span>
          {mark && <Tag color={line.toMend ? 'warning' : 'default'}>{mark}</Tag>}
          {line.files > 0 && <Typography.Text type="secondary">{line.files}份</Typography.Text>}
        </Button>
        {beside}
      </Flex>
    </li>
  )
}
