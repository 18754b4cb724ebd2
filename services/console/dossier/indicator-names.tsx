/** Indicators by where they stand and what they are called, from the parts that hold them. */
import { Tag, Typography } from 'antd'
import { useDossier } from './use-dossier.ts'

type Props = {
  batch: string
  unit: string
  ids: readonly string[]
  /** Takes one off the list. */
  leaveOut?: (indicator: string) => void
}

export default function IndicatorNames({ batch, unit, ids, leaveOut }: Props) {
  const { loaded } = useDossier({ batch, unit }, true)
  const lines = [...loaded.values()].flatMap(({ items }) => items)
  return ids.map((id) => {
    const line = lines.find((one) => one.id === id)
    const name = line ? `${line.place} ${line.title}` : id
    return leaveOut ? (
      <Tag
        key={id}
        closable
        onClose={(event) => {
          event.preventDefault()
          leaveOut(id)
        }}
      >
        {name}
      </Tag>
    ) : (
      <Typography.Text key={id} style={{ display: 'block' }}>
        {name}
      </Typography.Text>
    )
  })
}
