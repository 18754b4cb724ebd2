/** The next bulletin, or one that corrects an earlier one. */
import { useQueryClient } from '@tanstack/react-query'
import { Card, Flex, Select, Typography } from 'antd'
import { useState } from 'react'
import type { FieldDefinition } from '#contracts/forms.ts'
import { type BulletinsPage, bulletinEndpoints } from '#contracts/work/bulletins.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { useApi } from '../session/api.ts'

const FIELDS: readonly FieldDefinition[] = [
  { name: 'title', label: '标题', kind: 'text', required: true, max: 100, open: true },
  { name: 'text', label: '正文', kind: 'longText', required: true, max: 5000, open: true, says: 'sentence' },
  { name: 'files', label: '附件', kind: 'files', required: false },
]

export default function IssueBulletin({ page: { batch, seen, bulletins } }: { page: BulletinsPage }) {
  const api = useApi()
  const queries = useQueryClient()
  const [corrects, correct] = useState<number>()
  const next = `第${seen + 1}期情况交流`
  const send = async ({ title, text, files }: Values, command: string) => {
    const body = {
      ...{ title: String(title ?? ''), text: String(text ?? ''), seen },
      ...(Array.isArray(files) && files.length > 0 && { files: files.map(String) }),
      ...(corrects !== undefined && { corrects }),
    }
    const after = await api(bulletinEndpoints.issueBulletin, { params: { batch: batch.id }, body, command })
    queries.setQueryData(['bulletins', batch.id], after)
    correct(undefined)
  }
  return (
    <Card size="small" title={`发出${next}`}>
      <Flex vertical gap={8}>
        {bulletins.length > 0 && (
          <Flex gap={8} align="center">
            <Typography.Text>更正此前的一期</Typography.Text>
            <Select
              aria-label="更正此前的一期"
              allowClear
              placeholder="不更正"
              style={{ minWidth: 280 }}
              value={corrects}
              onChange={(value: number | undefined) => correct(value)}
              options={bulletins.map(({ n, title }) => ({ value: n, label: `第${n}期 ${title}` }))}
            />
          </Flex>
        )}
        <CommandForm
          key={seen}
          name={`bulletins/${batch.id}`}
          about={{ is: String(seen), otherwise: '这里有发出前一期之前填写的内容，请核对后再发。' }}
          fields={FIELDS}
          values={{}}
          owner={officeFor('bulletin')}
          submit={`发出${next}`}
          confirm={`${next}发给本批次的所有单位，发出后不能修改，只能另发一期更正。是否发出？`}
          send={send}
        />
      </Flex>
    </Card>
  )
}
