/** Many files at once: sorted to indicators by their names; what no name says is dragged there, or chosen in its line. */
import { Alert, Button, Flex, Progress, Select, Table, Typography } from 'antd'
import type { DossierPart } from '#contracts/dossier/dossier.ts'
import { foundIn } from '../list/found-in.ts'
import { Loading } from '../shell/states.tsx'
import { DropZone } from '../upload/drop-zone.tsx'
import { pathOf } from '../upload/dropped-files.ts'
import { DRAGGED } from './part-tree.tsx'
import type { SortedFile, Sorting } from './use-sorting.ts'

type Props = {
  sorting: Sorting
  parts: readonly DossierPart[]
  /** All parts have come. */
  ready: boolean
  close: () => void
}

export default function SortPanel({ sorting, parts, ready, close }: Props) {
  const { files, sending, ended, said, add, assign, remove, send } = sorting
  const left = files.filter(({ item }) => item === undefined)
  const placed = files.filter(({ item }) => item !== undefined)
  const options = parts.flatMap((part) =>
    part.items.map(({ id, place, title }) => ({ value: id, label: `${place} ${title}` })),
  )
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <Typography.Title level={2} style={{ margin: 0, fontSize: 17 }}>
          多个文件按文件名放到各项指标
        </Typography.Title>
        <Button size="small" style={{ marginInlineStart: 'auto' }} onClick={close} disabled={sending}>
          返回逐项填写
        </Button>
      </Flex>
      <Typography.Text type="secondary">
        文件名以指标编号开头的自动归入，如“一（二）7
        纪要.pdf”“1-07_纪要.pdf”，或每个部分一个文件夹。没有归入的，拖到左边的指标上，或在本行选择。
      </Typography.Text>
      <DropZone
        id="dossier-sort"
        label="多项指标的材料"
        several
        busy={sending ? '正在上传，请稍候再添加。' : undefined}
        onFiles={add}
      />
      {said && <Alert type="info" showIcon role="status" title={said} />}
      {files.length > 0 && !ready && <Loading />}
      {files.length > 0 && ready && (
        <>
          <Flex gap={12} align="center" wrap>
            <Typography.Text strong data-sorted>
              共{files.length}个文件：已归入{placed.length}个，没有归入{left.length}个
            </Typography.Text>
            <Button type="primary" loading={sending} disabled={placed.length === 0} onClick={() => void send()}>
              上传并引用{placed.length}个文件
            </Button>
            {sending && (
              <Progress
                percent={Math.round((100 * ended) / Math.max(1, placed.length))}
                status="normal"
                size="small"
                style={{ width: 200 }}
                aria-label="上传进度"
              />
            )}
          </Flex>
          <Table
            size="small"
            rowKey="key"
            // What was not sorted first: it waits for a person.
            dataSource={[...left, ...placed]}
            pagination={false}
            onRow={({ key }) => ({
              draggable: !sending,
              onDragStart: (event) => event.dataTransfer.setData(DRAGGED, String(key)),
            })}
            columns={[
              {
                title: '文件',
                render: (_, { file, why, item, error }: SortedFile) => (
                  <>
                    <Typography.Text>{pathOf(file)}</Typography.Text>
                    {item === undefined && (
                      <Typography.Text type="warning" style={{ display: 'block' }}>
                        {why ?? '没有归入'}
                      </Typography.Text>
                    )}
                    {error && (
                      <Typography.Text type="danger" role="alert" style={{ display: 'block' }}>
                        {error}
                      </Typography.Text>
                    )}
                  </>
                ),
              },
              {
                title: '归入的指标',
                width: 330,
                render: (_, { key, file, item }: SortedFile) => (
                  <Select
                    style={{ width: 310 }}
                    aria-label={`${file.name}归入的指标`}
                    showSearch={{ filterOption: foundIn }}
                    allowClear
                    placeholder="请选择指标"
                    disabled={sending}
                    value={item ?? null}
                    onChange={(chosen: string | null | undefined) => assign(key, chosen ?? undefined)}
                    options={options}
                  />
                ),
              },
              {
                title: '操作',
                width: 70,
                render: (_, { key, file }: SortedFile) => (
                  <Button
                    size="small"
                    type="text"
                    disabled={sending}
                    aria-label={`去掉${file.name}`}
                    onClick={() => remove(key)}
                  >
                    去掉
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
    </Flex>
  )
}
