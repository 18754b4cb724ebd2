/** What the unit said of this indicator in a batch before: offered, and nothing of this batch until somebody takes it. */
import { Alert, Button, Typography } from 'antd'
import type { FileReference } from '#contracts/case-page.ts'
import type { DossierItem, DossierPage } from '#contracts/dossier/dossier.ts'
import type { Draft } from '../forms/autosave.ts'
import { ItemAsRead } from './item-as-read.tsx'
import { useItem } from './use-dossier.ts'

type Props = {
  earlier: NonNullable<DossierPage['earlier']>
  unit: string
  item: DossierItem
  draft: Draft
  put: (field: string, value: unknown) => void
  shown: FileReference | undefined
  show: (file: FileReference) => void
}

export function EarlierAnswer({ earlier: { batch, title }, unit, item, draft, put, shown, show }: Props) {
  // Where it cannot be read nothing is offered: what is written now needs nothing of it.
  const { data } = useItem({ batch, unit }, item.id)
  if (!data || data.number === 0) return null
  const { result, text, files } = data
  const isTyped = Object.values(draft.values).some((one) => one !== undefined && one !== '')
  const take = () => {
    for (const [field, value] of Object.entries({ result, text, ...(files.length > 0 && { files }) }))
      if (value !== undefined) put(field, value)
  }
  return (
    <Alert
      type="info"
      style={{ marginBottom: 8 }}
      title={`“${title}”中本单位的自评，还没有确认为本批次的内容`}
      description={
        <>
          {data.title !== item.title && (
            <Typography.Paragraph type="warning" style={{ marginBottom: 4 }}>
              当时的指标是“{data.title}”，请核对是否适用。
            </Typography.Paragraph>
          )}
          <ItemAsRead said={data} shown={shown} show={show} />
        </>
      }
      action={
        <Button size="small" disabled={isTyped} onClick={take}>
          核对后填入
        </Button>
      }
    />
  )
}
