import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { Typography } from 'antd'
import { FaultList, goToField } from '../forms/before-sending/fault-list.tsx'
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
      <FaultList faults={missing.map(({ field, label, why }) => ({ id: idOf(field), label, why }))} />
    </>
  )

export const goTo = (field: string): void => goToField(idOf(field))
