/** One act on the objections that were picked, in the same words: what it takes, what it leaves out, and its form. */
import { Alert, Button, Flex, Modal, Typography } from 'antd'
import { useState } from 'react'
import {
  admitManyBody,
  declineManyBody,
  findManyBody,
  type ObjectionQueue,
  objectionEndpoints,
} from '#contracts/objections.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { ReadOut } from '../forms/before-sending/read-out.tsx'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { refusalOf } from '../forms/refusal.ts'
import { Refused } from '../forms/refused.tsx'
import { findingAtOdds } from '../notice/finding-at-odds.ts'
import { DECLINING, finding } from '../notice/objection-fields.ts'
import { useApi } from '../session/api.ts'
import { useRefusal } from '../session/session-ends.ts'
import { ACTS, type Act, type Line, takenBy, WAITS } from './queue-lines.ts'

export type Acted = { readonly act: Act; readonly done: readonly string[]; readonly left: readonly Left[] }
type Left = { readonly objection: string; readonly why: string }
export type ActProps = {
  act: Act
  picked: readonly Line[]
  notice: ObjectionQueue['notices'][number]
  close: () => void
  acted: (result: Acted) => void
}

export default function ActOnSeveral({ act, picked, notice, close, acted }: ActProps) {
  const api = useApi()
  const { taken, leftOut, later } = takenBy(act, picked)
  const objections = taken.map(({ objection }) => objection)
  const units = [...new Set(taken.map(({ aboutName }) => aboutName))]
  const params = { batch: notice.batch, n: String(notice.n) }
  const name = `${act}/${notice.batch}/${notice.n}`
  const send = async (values: Values, command: string) => {
    const { done, left } = await SENDING[act](api, params, { ...values, objections }, command)
    acted({ act, done, left })
  }
  return (
    <Modal
      open
      width={760}
      title={`${ACTS[act]}${taken.length}件异议`}
      footer={null}
      onCancel={close}
      mask={{ closable: false }}
    >
      <Flex vertical gap={12}>
        <Typography.Text>
          “{notice.title}”，涉及{units.join('、')}。各件分别登记，异议人凭各自的回执查到办理结果
          {act === 'admit-objection' ? '。' : '，所写内容相同。'}
        </Typography.Text>
        <Typography.Text type="secondary">{objections.join('、')}</Typography.Text>
        {units.length > 1 && act !== 'admit-objection' && (
          <Alert type="warning" showIcon title={`所选的涉及${units.length}个单位，请确认同一理由对每个单位都成立。`} />
        )}
        {leftOut.length > 0 && (
          <Alert
            type="info"
            showIcon
            title={`所选的${leftOut.length}件不在其内：${leftOut.map((one) => `${one.objection}（${WAITS[one.waits]}）`).join('、')}。`}
          />
        )}
        {later > 0 && (
          <Alert type="info" showIcon title={`一次最多办理${taken.length}件，其余${later}件仍选中，接着办理。`} />
        )}
        {act === 'admit-objection' ? (
          <AdmitSeveral count={taken.length} send={send} close={close} />
        ) : (
          <CommandForm
            name={name}
            about={{ is: objections.join(' '), otherwise: '这里有为另选的异议填写的内容，请核对后再办。' }}
            fields={act === 'decline-objection' ? DECLINING : finding(notice)}
            values={{}}
            owner={officeFor('objection')}
            submit={ACTS[act]}
            danger={act === 'decline-objection'}
            confirm={`${ACTS[act]}后这${taken.length}件异议即办结，不能更改，是否确认？`}
            readOut={(values) => (
              <>
                <Typography.Text type="danger">{findingAtOdds(values)}</Typography.Text>
                <ReadOut fields={act === 'decline-objection' ? DECLINING : finding(notice)} values={values} />
              </>
            )}
            check={(values) =>
              checked(act === 'decline-objection' ? declineManyBody : findManyBody, { ...values, objections })
            }
            send={send}
          />
        )}
      </Flex>
    </Modal>
  )
}

type Sent = (
  api: ReturnType<typeof useApi>,
  params: { batch: string; n: string },
  values: Values,
  command: string,
) => Promise<{ done: readonly string[]; left: readonly Left[] }>
const SENDING: Readonly<Record<Act, Sent>> = {
  'admit-objection': (api, params, values, command) =>
    api(objectionEndpoints.admitObjections, { params, body: checked(admitManyBody, values), command }),
  'decline-objection': (api, params, values, command) =>
    api(objectionEndpoints.declineObjections, { params, body: checked(declineManyBody, values), command }),
  'find-objection': (api, params, values, command) =>
    api(objectionEndpoints.findObjections, { params, body: checked(findManyBody, values), command }),
}

/** Nothing is written for it; one click, whose retry is the same click. */
type Admitting = { count: number; send: (values: Values, command: string) => Promise<void>; close: () => void }
function AdmitSeveral({ count, send, close }: Admitting) {
  const [command] = useState(() => crypto.randomUUID())
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useRefusal<ReturnType<typeof refusalOf>>()
  const go = async () => {
    setSending(true)
    try {
      await send({}, command)
    } catch (error) {
      setRefused(refusalOf(error))
      setSending(false)
    }
  }
  return (
    <>
      <Typography.Text>受理后由法制办负责人调查、认定和答复。</Typography.Text>
      {refused && <Refused refused={refused} shown={[]} />}
      <Flex gap={8}>
        <Button type="primary" loading={sending} onClick={() => void go()}>
          受理{count}件
        </Button>
        <Button onClick={close}>取消</Button>
      </Flex>
    </>
  )
}
