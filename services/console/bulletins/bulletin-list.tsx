import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Collapse, Flex, Tag, Typography } from 'antd'
import { shownMinute } from '#calendar/said.ts'
import { type BulletinShown, bulletinEndpoints } from '#contracts/work/bulletins.ts'
import { saidWhole } from '../forms/refusal.ts'
import { FileButtons } from '../panels/file-buttons.tsx'
import { useApi } from '../session/api.ts'
import { useOpenFile } from '../upload/use-open-file.ts'

/** The newest first, closed; what a unit opens here it has read. */
export function BulletinList({ batch, bulletins }: { batch: string; bulletins: readonly BulletinShown[] }) {
  const api = useApi()
  const queries = useQueryClient()
  const open = useOpenFile()
  const note = useMutation({
    mutationFn: (n: number) => api(bulletinEndpoints.noteBulletin, { params: { batch, n: String(n) }, body: {} }),
    onSuccess: (page) => {
      queries.setQueryData(['bulletins', batch], page)
      void queries.invalidateQueries({ queryKey: ['worklist'] })
    },
  })
  const read = (keys: readonly unknown[]) => {
    const opened = bulletins.find(({ n, unread }) => unread && keys.map(String).includes(String(n)))
    if (opened && !note.isPending) note.mutate(opened.n)
  }
  return (
    <Flex vertical gap={8}>
      {note.error && <Alert type="error" showIcon role="alert" title={saidWhole(note.error)} />}
      <Collapse
        onChange={(keys) => read([keys].flat())}
        items={bulletins.map((one) => ({
          key: one.n,
          label: (
            <Flex gap={8} align="center" wrap>
              <span>
                第{one.n}期 {one.title}
              </span>
              {one.unread && <Tag color="error">未读</Tag>}
              {one.corrects !== undefined && <Tag color="warning">更正第{one.corrects}期</Tag>}
              {one.corrected !== undefined && <Tag color="warning">已由第{one.corrected}期更正</Tag>}
              <Typography.Text type="secondary">
                {shownMinute(one.at)} {one.by}
              </Typography.Text>
            </Flex>
          ),
          children: (
            <Flex vertical gap={8}>
              <div style={{ whiteSpace: 'pre-wrap' }}>{one.text}</div>
              <FileButtons files={one.files} open={open} />
              <Readers of={one} />
            </Flex>
          ),
        }))}
      />
    </Flex>
  )
}

/** For the office: who has read it, who has not. */
const Readers = ({ of: { read, notRead } }: { of: BulletinShown }) =>
  read.length + notRead.length > 0 && (
    <Typography.Text type="secondary">
      已阅知{read.length}个单位
      {read.length > 0 && `：${read.map(({ name, at, by }) => `${name}（${shownMinute(at)} ${by}）`).join('、')}`}
      {notRead.length > 0 && `；未阅知${notRead.length}个单位：${notRead.join('、')}`}
    </Typography.Text>
  )
