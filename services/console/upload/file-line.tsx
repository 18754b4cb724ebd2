/** One file that is there: its name at this use, what its content is where the name says otherwise, its place. */
import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  HolderOutlined,
  PaperClipOutlined,
} from '@ant-design/icons'
import { Button, Typography } from 'antd'

type Props = {
  name: string
  note: string | undefined
  /** Where it stands, from 0; undefined where there is nothing to put in order. */
  at: number | undefined
  last: number
  move: (to: number) => void
  /** Undefined: nothing can be taken away. */
  remove: (() => void) | undefined
}

export const FileLine = ({ name, note, at, last, move, remove }: Props) => (
  <>
    {at === undefined ? <PaperClipOutlined /> : <HolderOutlined style={{ cursor: 'grab' }} aria-hidden />}
    <div style={{ flex: 1, minWidth: 0 }}>
      <Typography.Text ellipsis={{ tooltip: name }} style={{ display: 'block' }} data-file-name>
        {name}
      </Typography.Text>
      {note && <Typography.Text type="warning">{note}</Typography.Text>}
    </div>
    <Typography.Text type="success">已上传</Typography.Text>
    {at !== undefined && (
      <>
        <Move label={`上移${name}`} icon={<ArrowUpOutlined />} ends={at === 0} go={() => move(at - 1)} way="up" />
        <Move
          label={`下移${name}`}
          icon={<ArrowDownOutlined />}
          ends={at === last}
          go={() => move(at + 1)}
          way="down"
        />
      </>
    )}
    {remove && (
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        data-move="away"
        aria-label={`移除${name}`}
        onClick={remove}
      />
    )}
  </>
)

/** At an end it does nothing, and keeps the focus of whoever moves by keyboard: `disabled` would drop it. */
const Move = ({
  label,
  icon,
  ends,
  go,
  way,
}: {
  label: string
  icon: React.ReactNode
  ends: boolean
  go: () => void
  way: string
}) => (
  <Button
    type="text"
    size="small"
    icon={icon}
    data-move={way}
    aria-label={label}
    aria-disabled={ends}
    title={`${way === 'up' ? '上移（Alt+↑）' : '下移（Alt+↓）'}`}
    style={ends ? { opacity: 0.35 } : undefined}
    onClick={() => !ends && go()}
  />
)
