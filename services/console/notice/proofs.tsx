/** Proof that the notice stood: the published page as it was seen when its period began and when it ended. */

import { Button, Card, Flex, Modal, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { FieldDefinition } from '#contracts/forms.ts'
import { type NoticePage, noticeEndpoints, proofBody } from '#contracts/notice.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { FileLink } from '../meeting/file-link.tsx'
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
  const proof = page.proofs[when]
  const [entering, setEntering] = useState(false)
  return (
    <Flex gap={8} align="center">
      <Typography.Text style={{ width: 72 }}>{WHEN[when]}</Typography.Text>
      {proof ? (
        <div>
          <FileLink file={proof} />
        </div>
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
          owner={officeFor('proof')}
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
