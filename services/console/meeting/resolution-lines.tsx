/** The cases of a meeting: one outcome for all, another one for some by a click, and who withdrew. */
import { Checkbox, Flex, Radio, Table, Typography } from 'antd'
import { inNameOrder } from '#typed/names.ts'
import { Reading } from '../forms/reading.tsx'
import { TypedText } from '../forms/typed-text.tsx'
import { excessOf } from '../forms/typed-value.ts'
import type { Entering } from './entering.ts'
import { idOfEntry } from './faults.ts'
import { RankField } from './ranked/rank-field.tsx'
import { useRankOrder } from './ranked/use-rank-order.ts'
import { namesIn } from './read-members.ts'
import { Recused } from './recused.tsx'
import { casesBefore, isLeft, type Listed, linesOf, MOST_REASON, type Own } from './resolution-draft.ts'

export function ResolutionLines({ page, draft, wrong, lacking, put, leave }: Entering) {
  const putOwn = (unit: string, change: Own) =>
    put({ own: { ...draft.own, [unit]: { ...draft.own[unit], ...change } } })
  // What is too long says so itself.
  const saidOf = (entry: string, text: string) =>
    excessOf(text, MOST_REASON) > 0
      ? { read: undefined, wrong: undefined }
      : { read: undefined, wrong: wrong[entry], later: lacking[entry] }
  const hasShared = (outcome = '') => (draft.reasons?.[outcome] ?? '').trim() !== ''
  const all = casesBefore(page)
  const lines = new Map(linesOf(page, draft).map((line) => [line.unit, line]))
  const { rows, left } = useRankOrder(all, (unit) => lines.get(unit)?.rank)
  const take = ({ unit, held }: Listed, isTaken: boolean) =>
    held
      ? putOwn(unit, { despite: isTaken })
      : put({ left: isTaken ? draft.left.filter((one) => one !== unit) : [...draft.left, unit] })
  return (
    <Table
      className="stacks"
      rowKey="unit"
      size="small"
      pagination={false}
      dataSource={page.ranked ? rows : inNameOrder(all)}
      onRow={({ unit }) => ({ id: idOfEntry(unit) })}
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
        ...(page.ranked
          ? [
              {
                title: '名次',
                width: 150,
                render: (_: unknown, { unit, name }: Listed) => {
                  const line = lines.get(unit)
                  return (
                    line && (
                      <RankField
                        {...{ unit, name }}
                        value={draft.own[unit]?.rank}
                        even={[...lines.values()].filter(({ rank }) => rank !== undefined && rank === line.rank).length}
                        wrong={wrong[`rank ${unit}`]}
                        put={(rank) => putOwn(unit, { rank })}
                        left={(to) => left(to, () => leave(`rank ${unit}`))}
                      />
                    )
                  )
                },
              },
            ]
          : []),
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
            const line = lines.get(unit)
            const { isException, isPassedOver } = line ?? { isException: false, isPassedOver: false }
            const shared = !isPassedOver && hasShared(own?.outcome)
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
                    <TypedText
                      autoFocus={!own?.reason && !shared && !isPassedOver}
                      size="small"
                      most={MOST_REASON}
                      label={`${name}的例外理由`}
                      placeholder={
                        shared
                          ? '适用共同理由，可另写'
                          : isPassedOver
                            ? '名次在前而没有列入的理由（必填）'
                            : '与其他单位不同的理由（必填）'
                      }
                      value={own?.reason ?? ''}
                      wrong={wrong[`reason ${unit}`] !== undefined}
                      onChange={(text) => putOwn(unit, { reason: text })}
                      left={() => leave(`reason ${unit}`)}
                    />
                    <Reading id={`reason-${unit}`} {...saidOf(`reason ${unit}`, own?.reason ?? '')} />
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
          width: page.ranked ? 150 : 200,
          render: (_, one) =>
            !isLeft(one, draft) && (
              <Recused
                unit={one.unit}
                name={one.name}
                members={namesIn(page, draft.members).filter((one) => !draft.absent.includes(one))}
                own={draft.own[one.unit] ?? {}}
                wrong={wrong[`recused ${one.unit}`]}
                put={(change) => putOwn(one.unit, change)}
              />
            ),
        },
      ]}
    />
  )
}
