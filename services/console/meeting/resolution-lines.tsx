/** The cases of a meeting: one outcome for all, another one for some by a click, and who withdrew. */
import { Button, Checkbox, Flex, Input, Radio, Select, Table, Typography } from 'antd'
import { useState } from 'react'
import type { ResolutionPage } from '#contracts/meeting.ts'
import { casesBefore, type Draft, isLeft, type Listed, namesIn, type Own, type Wrong } from './resolution-draft.ts'

type Props = {
  page: ResolutionPage
  draft: Draft
  wrong: Wrong
  put: (change: Partial<Draft>) => void
}

export function ResolutionLines({ page, draft, wrong, put }: Props) {
  const putOwn = (unit: string, change: Own) =>
    put({ own: { ...draft.own, [unit]: { ...draft.own[unit], ...change } } })
  const all = casesBefore(page)
  const take = ({ unit, held }: Listed, isTaken: boolean) =>
    held
      ? putOwn(unit, { despite: isTaken })
      : put({ left: isTaken ? draft.left.filter((one) => one !== unit) : [...draft.left, unit] })
  return (
    <Table
      rowKey="unit"
      size="small"
      pagination={false}
      dataSource={[...all]}
      columns={[
        {
          title: '上会',
          width: 56,
          render: (_, one) => (
            <Checkbox
              aria-label={`${one.name}列入本次会议`}
              checked={!isLeft(one, draft)}
              onChange={({ target }) => take(one, target.checked)}
            />
          ),
        },
        {
          title: '单位',
          render: (_, one) => (
            <Typography.Text {...(isLeft(one, draft) && { type: 'secondary', delete: true })}>
              {one.name}
            </Typography.Text>
          ),
        },
        {
          title: '结论',
          render: (_, one) => {
            const { unit, name, held } = one
            const own = draft.own[unit]
            const isException = own?.outcome !== undefined && own.outcome !== draft.outcome
            if (isLeft(one, draft))
              return (
                <Typography.Text type={held ? 'warning' : 'secondary'}>
                  {held ? `暂不生效：${held}` : '本次不议'}
                </Typography.Text>
              )
            return (
              <Flex vertical gap={4}>
                {held && <Typography.Text type="warning">决定照录，暂不生效：{held}</Typography.Text>}
                <Radio.Group
                  size="small"
                  optionType="button"
                  buttonStyle={isException ? 'solid' : 'outline'}
                  aria-label={`${name}的结论`}
                  options={page.outcomes}
                  value={own?.outcome ?? draft.outcome ?? null}
                  onChange={({ target }) => putOwn(unit, { outcome: target.value })}
                />
                {isException && (
                  <>
                    <Input
                      autoFocus={!own?.reason}
                      size="small"
                      maxLength={500}
                      aria-label={`${name}的例外理由`}
                      placeholder="与其他单位不同的理由（必填）"
                      value={own?.reason ?? ''}
                      status={wrong[`reason ${unit}`] ? 'error' : ''}
                      onChange={({ target }) => putOwn(unit, { reason: target.value })}
                    />
                    {wrong[`reason ${unit}`] && (
                      <Typography.Text type="danger">{wrong[`reason ${unit}`]}</Typography.Text>
                    )}
                  </>
                )}
                {wrong[`outcome ${unit}`] && (
                  <Typography.Text type="danger">{wrong[`outcome ${unit}`]}</Typography.Text>
                )}
              </Flex>
            )
          },
        },
        {
          title: '回避人员',
          width: 200,
          render: (_, one) =>
            !isLeft(one, draft) && (
              <Recused
                name={one.name}
                members={namesIn(draft.members).filter((one) => !draft.absent.includes(one))}
                recused={draft.own[one.unit]?.recused ?? []}
                onChange={(recused) => putOwn(one.unit, { recused })}
              />
            ),
        },
      ]}
    />
  )
}

type RecusedProps = {
  name: string
  members: readonly string[]
  recused: readonly string[]
  onChange: (recused: string[]) => void
}

/** Seldom needed, so it opens only where somebody asks for it. */
function Recused({ name, members, recused, onChange }: RecusedProps) {
  const [open, setOpen] = useState(false)
  if (!open && recused.length === 0)
    return (
      <Button type="link" size="small" aria-label={`登记回避：审议${name}时`} onClick={() => setOpen(true)}>
        登记回避
      </Button>
    )
  return (
    <Select
      mode="tags"
      size="small"
      style={{ width: '100%' }}
      aria-label={`审议${name}时回避的人员`}
      autoFocus={open && recused.length === 0}
      defaultOpen={open && recused.length === 0}
      placeholder={members.length > 0 ? '选择或输入姓名' : '输入姓名'}
      options={members.map((member) => ({ value: member, label: member }))}
      tokenSeparators={['、', ',', '，', ' ']}
      value={[...recused]}
      onChange={onChange}
      onBlur={() => setOpen(false)}
    />
  )
}
