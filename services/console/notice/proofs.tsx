/** Proof that the notice stood: the published page as it was seen when its period began and when it ended. */
import { App, Button, Card, Flex, Modal, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { FileReference } from '#contracts/case-page.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { type NoticePage, noticeEndpoints, proofBody } from '#contracts/notice.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { useApi } from '../session/api.ts'

const WHEN = { start: '公示开始', end: '公示结束' } as const
const FIELDS: readonly FieldDefinition[] = [{ name: 'proof', label: '网页截图或打印件', kind: 'file', required: true }]

export function Proofs({ page, reload }: { page: NoticePage; reload: () => Promise<unknown> }) {
  return (
    <Card size="small" title="发布证明" style={{ height: '100%' }}>
      <Flex vertical gap={8}>
        <Proof page={page} when="start" reload={reload} />
        <Proof page={page} when="end" reload={reload} />
      </Flex>
    </Card>
  )
}

type Props = { page: NoticePage; when: keyof typeof WHEN; reload: () => Promise<unknown> }

function Proof({ page, when, reload }: Props) {
  const api = useApi()
  const { message } = App.useApp()
  const proof = page.proofs[when]
  const open = async ({ owner, sha256 }: FileReference) => {
    try {
      const { url } = await api(evidenceEndpoints.linkEvidence, { params: { owner, sha256 } })
      window.open(url, '_blank', 'noopener')
    } catch (refused) {
      message.error(refused instanceof Error ? refused.message : '打不开这个文件，请重试。')
    }
  }
  const [entering, setEntering] = useState(false)
  return (
    <Flex gap={8} align="center">
      <Typography.Text style={{ width: 72 }}>{WHEN[when]}</Typography.Text>
      {proof ? (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => void open(proof)}>
          {proof.name}
        </Button>
      ) : (
        <Tag color="warning">未登记</Tag>
      )}
      {page.commands.includes('record-proof') && (
        <Button size="small" onClick={() => setEntering(true)}>
          {proof ? '更换' : '登记'}
        </Button>
      )}
      <Modal
        open={entering}
        title={`登记${WHEN[when]}证明`}
        footer={null}
        destroyOnHidden
        onCancel={() => setEntering(false)}
      >
        <CommandForm
          name={`proof/${page.batch}/${page.n}/${when}`}
          fields={FIELDS}
          values={{}}
          owner="office"
          submit={`登记${WHEN[when]}证明`}
          send={async (values, command) => {
            const body = checked(proofBody, { ...values, when })
            await api(noticeEndpoints.recordProof, {
              params: { batch: page.batch, n: String(page.n) },
              body,
              command,
            })
            setEntering(false)
            await reload()
          }}
        />
      </Modal>
    </Flex>
  )
}
