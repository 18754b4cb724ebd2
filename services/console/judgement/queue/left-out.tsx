import { Alert } from 'antd'
import type { WorkItem } from '#contracts/views.ts'
import { CaseLink } from './one-by-one.tsx'

type Props = { items: readonly WorkItem[]; isStill: boolean }

/** What is not done among many, each with what has to be looked at first. */
export const LeftOut = ({ items, isStill }: Props) =>
  items.length > 0 && (
    <Alert
      type="info"
      showIcon
      title={`另有${items.length}件还有待办结的事项，未选入，请逐件办理`}
      description={
        <ul style={{ margin: 0, maxHeight: 120, overflow: 'auto', paddingInlineStart: 16 }}>
          {items.map((item) => (
            <li key={item.path}>
              <CaseLink item={item} isStill={isStill} />
            </li>
          ))}
        </ul>
      }
    />
  )
