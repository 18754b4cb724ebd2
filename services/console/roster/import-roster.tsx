/** A whole roster from a file: read here, checked by the county, and written only after what it changes was shown. */
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Typography } from 'antd'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { type Change, calledChanges, checkRoster, withMoves } from '#roster-file/check-roster.ts'
import { decodeText, SAVE_AS } from '#roster-file/decode-text.ts'
import type { Mistake } from '#roster-file/read-csv.ts'
import { type Roster, readRoster } from '#roster-file/read-roster.ts'
import { COLUMNS } from '#roster-file/roster-columns.ts'
import { isAllThere, type Sent, sendRoster } from '#roster-file/send-roster.ts'
import { type Refusal as Refusing, refusalOf } from '../forms/refusal.ts'
import { Refused } from '../forms/refused.tsx'
import { useApi } from '../session/api.ts'
import { useRefusal } from '../session/session-ends.ts'

type Read = { readonly file: string; readonly roster: Roster; readonly notes: readonly Mistake[]; readonly run: string }
type State =
  | { readonly is: 'wrong'; readonly file: string; readonly mistakes: readonly Mistake[] }
  | { readonly is: 'checked'; readonly read: Read; readonly changes: readonly Change[] }
  | { readonly is: 'sent'; readonly file: string; readonly sent: Sent }

export default function ImportRoster() {
  const api = useApi()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<State>()
  const [busy, setBusy] = useState<string>()
  const [refused, setRefused] = useRefusal<Refusing>()

  const during = async (what: string, act: () => Promise<State>) => {
    setBusy(what)
    setRefused(undefined)
    try {
      setState(await act())
    } catch (error) {
      setRefused(refusalOf(error))
    } finally {
      setBusy(undefined)
    }
  }
  const choose = (chosen: File) =>
    during('正在核对名册……', async () => {
      setState(undefined)
      const file = chosen.name
      const { roster, mistakes, notes } = readRoster(decodeText(new Uint8Array(await chosen.arrayBuffer())))
      if (mistakes.length > 0) return { is: 'wrong', file, mistakes: [...mistakes].sort((a, b) => a.line - b.line) }
      const { refused: lines, changes } = await checkRoster(api, roster)
      if (lines.length > 0) return { is: 'wrong', file, mistakes: lines }
      return { is: 'checked', read: { file, roster, notes, run: crypto.randomUUID() }, changes }
    })
  const send = ({ file, roster, run }: Read, changes: readonly Change[]) =>
    during('正在导入……', async () => {
      const sent = await sendRoster(api, withMoves(roster, changes), run)
      for (const queryKey of [['roster'], ['roster-changes']]) void queries.invalidateQueries({ queryKey })
      return { is: 'sent', file, sent }
    })
  return (
    <Card title="导入名册">
      <Flex vertical gap={16}>
        <Typography.Text>
          名册是CSV文件：{SAVE_AS}。第一行是表头：{COLUMNS.join('、')}。
        </Typography.Text>
        <div>
          <input
            ref={input}
            type="file"
            accept=".csv,.txt"
            aria-label="名册文件"
            style={{ display: 'none' }}
            onChange={({ target }) => {
              const [chosen] = target.files ?? []
              if (chosen) void choose(chosen)
              // The same file chosen again is to be noticed again.
              target.value = ''
            }}
          />
          <Button onClick={() => input.current?.click()} loading={busy !== undefined}>
            选择名册文件
          </Button>{' '}
          {busy && <span role="status">{busy}</span>}
        </div>
        {refused && <Refused refused={refused} shown={[]} />}
        {state?.is === 'wrong' && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={`${state.file}有${state.mistakes.length}处错误，一行都没有写入；请改正后重新选择。`}
            description={<Lines all={state.mistakes} />}
          />
        )}
        {state?.is === 'checked' && (
          <Checked {...state} busy={busy !== undefined} send={() => send(state.read, state.changes)} />
        )}
        {state?.is === 'sent' && (
          // The button that was pressed is gone.
          <div ref={focus} tabIndex={-1} style={{ outline: 'none' }}>
            <SentLines {...state} />
          </div>
        )}
      </Flex>
    </Card>
  )
}

const focus = (result: HTMLElement | null) => result?.focus()

const Lines = ({ all }: { all: readonly Mistake[] }) =>
  all.map(({ line, sentence }) => (
    <div key={`${line} ${sentence}`}>
      第{line}行：{sentence.replace(/。$/, '')}。
    </div>
  ))

type CheckedProps = { read: Read; changes: readonly Change[]; busy: boolean; send: () => void }

function Checked({ read: { file, roster, notes }, changes, busy, send }: CheckedProps) {
  const { units, people, appointments } = roster
  return (
    <>
      <Typography.Text role="status">
        {file}核对无误：单位{units.length}个，人员{people.length}人，岗位{appointments.length}个。
      </Typography.Text>
      {notes.length > 0 && <Alert type="info" showIcon title="读取时作了整理：" description={<Lines all={notes} />} />}
      {changes.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${calledChanges(changes)}，请逐条核对：`}
          description={<Lines all={changes} />}
        />
      )}
      <Typography.Text>单位、姓名和电话导入后即写入；账号和岗位等待另一名管理员批准后才生效。</Typography.Text>
      <div>
        <Button type="primary" loading={busy} onClick={send}>
          {changes.length > 0 ? `${changes.length}处已核对，导入` : '导入'}
        </Button>
      </div>
    </>
  )
}

function SentLines({ file, sent }: { file: string; sent: Sent }) {
  const { units, people, appointments, waiting, stopped } = sent
  const said = `单位新增或更新${units.changed}个，人员${people.changed}人，岗位${appointments.changed}个。`
  if (stopped)
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={`写到第${stopped.line}行停下了：${stopped.sentence}`}
        description={`以上已经写入：${said}请整份重新导入，已登记的不会重复。`}
      />
    )
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      // Who imports what somebody else has imported a moment ago hears that nothing is theirs.
      title={isAllThere(sent) ? `${file}中的内容此前都已录入，本次没有改动。` : `${file}已导入。${said}`}
      description={
        waiting > 0 && (
          <>
            其中账号和岗位{waiting}项等待另一名管理员批准，见<Link href="/console/roster/changes">审批和变动</Link>。
          </>
        )
      }
    />
  )
}
