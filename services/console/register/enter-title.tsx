/** Where the office begins to enter a title of an earlier batch: which unit, and which batch it was. */
import { Button, Flex, Select, Typography } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { problemOfNumber } from '#batch/call-rules.ts'
import { isFound } from '#typed/names.ts'
import { TypedText } from '../forms/typed-text.tsx'

export default function EnterTitle({ units }: { units: readonly { readonly unit: string; readonly name: string }[] }) {
  const [, go] = useLocation()
  const [unit, choose] = useState<string>()
  const [typed, type] = useState('')
  const [asked, ask] = useState(false)
  const batch = typed.normalize('NFKC').trim()
  const wrong = problemOfNumber(batch)
  return (
    <Flex vertical gap={8} component="section" aria-label="补录以前批次的称号">
      <Typography.Text strong>补录以前批次的称号</Typography.Text>
      <Flex gap={8} wrap>
        <Select
          aria-label="单位"
          placeholder="单位"
          showSearch={{ filterOption: (sought, option) => isFound(option?.label ?? '', sought) }}
          style={{ minWidth: 240 }}
          value={unit ?? null}
          onChange={(value: string) => choose(value)}
          options={units.map((one) => ({ value: one.unit, label: one.name }))}
        />
        <TypedText
          label="批次编号"
          placeholder="批次编号，如2016-1"
          style={{ width: 200 }}
          wrong={asked && wrong !== undefined}
          value={typed}
          onChange={type}
        />
        <Button
          onClick={() => {
            ask(true)
            if (unit && !wrong) go(`/console/titles/${batch}/${unit}`)
          }}
        >
          补录
        </Button>
      </Flex>
      {asked && (wrong || !unit) && (
        <Typography.Text type="danger" role="alert">
          {!unit ? '请选择单位。' : `批次编号应为“年份-期数”，如2016-1；收到“${typed}”。`}
        </Typography.Text>
      )}
    </Flex>
  )
}
