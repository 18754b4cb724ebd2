import { Button, Checkbox, Flex, Modal, Select, Typography } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useAskToClose } from '../forms/ask-to-close.ts'
import { Reading } from '../forms/reading.tsx'
import { TypedText } from '../forms/typed-text.tsx'
import { tellsOfSomebody } from '../kept/kept.ts'
import { arePhrases, DEFAULT_PHRASES, type Phrase, whyNoPhrase } from './phrases.ts'

type Props = { phrases: readonly Phrase[]; keep: (phrases: readonly Phrase[]) => void; close: () => void }
type Line = Phrase & { readonly key: number }

const OPTIONS = [
  { value: 'on' as const, label: '通过' },
  { value: 'back' as const, label: '退回' },
  { value: 'end' as const, label: '不予通过' },
]
let last = 0
const numbered = (phrases: readonly Phrase[]): readonly Line[] => phrases.map((one) => ({ ...one, key: ++last }))

export function PhraseEditor({ phrases, keep, close }: Props) {
  const [lines, setLines] = useState<readonly Line[]>(() => numbered(phrases))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const put = (key: number, change: Partial<Phrase>) => {
    setLines((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))
    setLeft((all) => new Set([...all].filter((one) => !Object.keys(change).some((field) => one === `${key} ${field}`))))
  }
  const leave = (key: number, field: keyof Phrase) => setLeft((all) => new Set([...all, `${key} ${field}`]))
  const said = (line: Line, field: 'title' | 'text') => {
    const why = whyNoPhrase(line)[field]
    return { read: undefined, wrong: left.has(`${line.key} ${field}`) ? why : undefined, later: why }
  }
  const list = useRef<HTMLDivElement>(null)
  /** Where a line was taken away: its button has gone, and the next one has the focus. */
  const gone = useRef<number>(undefined)
  useEffect(() => {
    if (gone.current === undefined) return
    const left = [...(list.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? [])]
    const next = left[Math.min(gone.current, left.length - 1)] ?? list.current?.querySelector<HTMLElement>('[data-add]')
    gone.current = undefined
    next?.focus()
  })
  const complete = arePhrases(lines)
  const asPhrases = lines.map(({ key: _key, ...one }) => one)
  const askToClose = useAskToClose(JSON.stringify(asPhrases) !== JSON.stringify(phrases), close)
  return (
    <Modal
      open
      width={760}
      title="我的常用意见"
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: !complete }}
      onCancel={askToClose}
      onOk={() => {
        keep(asPhrases)
        close()
      }}
    >
      <Typography.Paragraph type="secondary">
        只保存在本人这台电脑的这个浏览器里，换电脑后需要重新设置。
      </Typography.Paragraph>
      <Flex vertical gap={12} ref={list}>
        {lines.map((line, i) => {
          const { key, effect, title, text, allPoints } = line
          return (
            <Flex key={key} gap={8} align="start">
              <Select
                aria-label={`第${i + 1}条的结论`}
                style={{ width: 110 }}
                options={OPTIONS}
                value={effect}
                onChange={(chosen) => put(key, { effect: chosen })}
              />
              <div style={{ width: 120 }}>
                <TypedText
                  label={`第${i + 1}条的名称`}
                  most={12}
                  placeholder="名称"
                  value={title}
                  wrong={said(line, 'title').wrong !== undefined}
                  onChange={(typed) => put(key, { title: typed })}
                  left={() => leave(key, 'title')}
                />
                <Reading id={`phrase-${key}-title`} {...said(line, 'title')} />
              </div>
              <Flex vertical gap={4} flex={1}>
                <TypedText
                  label={`第${i + 1}条的意见`}
                  rows={{ minRows: 1, maxRows: 8 }}
                  most={1000}
                  placeholder="意见全文"
                  value={text}
                  wrong={said(line, 'text').wrong !== undefined}
                  onChange={(typed) => put(key, { text: typed })}
                  left={() => leave(key, 'text')}
                />
                <Reading id={`phrase-${key}-text`} {...said(line, 'text')} />
                {tellsOfSomebody({ title, text }) && (
                  <Typography.Text type="warning">
                    本条写有电话号码、身份证号或邮箱，涉及个人，不会存到这台电脑，离开本页后不再保留；需要长期使用的，请删去号码或邮箱。
                  </Typography.Text>
                )}
                {effect === 'on' && (
                  <Checkbox checked={allPoints} onChange={({ target }) => put(key, { allPoints: target.checked })}>
                    同时把核对清单全部勾选
                  </Checkbox>
                )}
              </Flex>
              <Button
                aria-label={`删除第${i + 1}条`}
                data-remove
                onClick={() => {
                  gone.current = i
                  setLines((all) => all.filter((one) => one.key !== key))
                }}
              >
                删除
              </Button>
            </Flex>
          )
        })}
        <Flex gap={8}>
          <Button
            data-add
            onClick={() =>
              setLines((all) => [...all, ...numbered([{ effect: 'on', title: '', text: '', allPoints: false }])])
            }
          >
            添加一条
          </Button>
          <Button type="text" onClick={() => setLines(numbered(DEFAULT_PHRASES))}>
            恢复初始
          </Button>
          {!complete && <Typography.Text type="warning">每条都要有名称和意见，且不超过字数。</Typography.Text>}
        </Flex>
      </Flex>
    </Modal>
  )
}
