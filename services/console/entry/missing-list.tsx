import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { Button, Flex, Typography } from 'antd'
import { idOf } from './answer.tsx'

export type Missing = { readonly field: string; readonly label: string; readonly why: string }

/** What still has to be filled in; a click leads there. */
export const MissingList = ({ missing, title }: { missing: readonly Missing[]; title: string }) =>
  missing.length === 0 ? (
    <Typography.Text type="success">
      <CheckCircleFilled /> {title}已填写完整
    </Typography.Text>
  ) : (
    <>
      <Typography.Text strong>
        <ExclamationCircleFilled style={{ color: '#d46b08' }} /> 还有{missing.length}项需要补齐
      </Typography.Text>
      <Flex component="ul" vertical style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
        {missing.map(({ field, label, why }) => (
          <li key={field}>
            <Button type="link" size="small" style={{ padding: 0 }} onClick={() => goTo(field)}>
              {label}
            </Button>{' '}
            <Typography.Text type="secondary">{why}</Typography.Text>
          </li>
        ))}
      </Flex>
    </>
  )

export function goTo(field: string): void {
  const place = document.getElementById(idOf(field))
  place?.scrollIntoView({ block: 'center' })
  place?.focus()
}
