/** Lines of a list: of which kind, whose case or notice, why and since when. Never what they say. */
import { Empty, Table } from 'antd'
import type { RetentionLine } from '#contracts/personal/retention.ts'
import { usePrinting } from '../print/use-printing.ts'

type Props = {
  lines: readonly RetentionLine[]
  /** What to say of none. */
  none: string
  /** Ids that are ticked, and what to do when they change; without it nothing is ticked. */
  chosen?: { readonly ids: readonly string[]; readonly change: (ids: string[]) => void }
}

export function ListLines({ lines, none, chosen }: Props) {
  const printing = usePrinting()
  return (
    <Table
      size="small"
      rowKey="id"
      dataSource={[...lines]}
      pagination={lines.length > 50 && !printing ? { pageSize: 50 } : false}
      locale={{ emptyText: <Empty description={none} /> }}
      {...(chosen && {
        rowSelection: {
          selectedRowKeys: [...chosen.ids],
          onChange: (keys) => chosen.change(keys.map(String)),
          getCheckboxProps: ({ kind, of }) => ({ 'aria-label': `选择${of}的${kind}` }),
        },
      })}
      columns={[
        { title: '种类', dataIndex: 'kind', width: 100 },
        { title: '所属', dataIndex: 'of' },
        { title: '依据', dataIndex: 'because' },
        { title: '到期日', dataIndex: 'dueSaid', width: 150 },
        { title: '编号', dataIndex: 'shown', width: 120 },
      ]}
    />
  )
}
