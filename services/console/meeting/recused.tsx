/** Who withdrew from one case: members by a click, others by name. Nobody is added by a key that was meant for moving on. */
import { Button, Flex } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { isSameName } from '#typed/names.ts'
import { readNames } from '#typed/people.ts'
import { Reading } from '../forms/reading.tsx'
import { TypedText } from '../forms/typed-text.tsx'
import type { Own } from './resolution-draft.ts'

type Props = {
  unit: string
  name: string
  members: readonly string[]
  own: Pick<Own, 'recused' | 'others'>
  wrong: string | undefined
  put: (change: Pick<Own, 'recused' | 'others'>) => void
}

/** Seldom needed, so it opens only where somebody asks for it. */
export function Recused({ unit, name, members, own: { recused = [], others = '' }, wrong, put }: Props) {
  const [open, setOpen] = useState(false)
  const opened = useRef<HTMLElement>(null)
  // The button that opened this has gone, and whoever pressed it goes on from here.
  useEffect(() => {
    if (open) opened.current?.querySelector<HTMLElement>('button, input')?.focus()
  }, [open])
  if (!open && recused.length === 0 && others === '')
    return (
      <Button type="link" size="small" aria-label={`登记回避：审议${name}时`} onClick={() => setOpen(true)}>
        登记回避
      </Button>
    )
  const id = `recused-${unit}`
  const read = readNames(others)
  // Whoever was chosen and is no member any more stays visible, to be taken back.
  const offered = [...members, ...recused.filter((one) => !members.some((member) => isSameName(one, member)))]
  return (
    <Flex
      vertical
      gap={4}
      component="fieldset"
      ref={opened}
      style={{ border: 0, margin: 0, padding: 0 }}
      aria-label={`审议${name}时回避的人员`}
      // Enter ends the typing of a name; it must not hand in the form.
      onKeyDown={(event) => event.key === 'Enter' && event.target instanceof HTMLInputElement && event.preventDefault()}
    >
      <Flex wrap gap={4}>
        {offered.map((member) => {
          const isChosen = recused.some((one) => isSameName(one, member))
          return (
            <Button
              key={member}
              size="small"
              title={member}
              aria-pressed={isChosen}
              type={isChosen ? 'primary' : 'default'}
              onClick={() =>
                put({
                  recused: isChosen ? recused.filter((one) => !isSameName(one, member)) : [...recused, member],
                  others,
                })
              }
            >
              {member}
              {isChosen && '（回避）'}
            </Button>
          )
        })}
      </Flex>
      <TypedText
        id={id}
        size="small"
        label={`审议${name}时回避的其他人员`}
        placeholder={members.length > 0 ? '其他人员的姓名' : '姓名'}
        value={others}
        onChange={(text) => put({ recused, others: text })}
        describedBy={`${id}-read`}
        wrong={wrong !== undefined}
      />
      <Reading
        id={id}
        read={read.names.length > 0 ? `回避：${read.names.join('、')}` : undefined}
        wrong={wrong ?? read.wrong}
      />
    </Flex>
  )
}
