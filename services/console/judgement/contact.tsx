import { useQuery } from '@tanstack/react-query'
import { Button, Typography } from 'antd'
import { intakeEndpoints } from '#contracts/intake.ts'
import { useApi } from '../session/api.ts'

/** Whom to call; asked for on purpose, since each reading is recorded. */
export function Contact({ batch, unit }: { batch: string; unit: string }) {
  const api = useApi()
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['contact', batch, unit],
    queryFn: () => api(intakeEndpoints.readContact, { params: { batch, unit } }),
    enabled: false,
    gcTime: 0,
  })
  if (data)
    return (
      <Typography.Text>
        {data.fields.map(({ label, value }) => `${label}：${value}`).join('；') || '（未填）'}
      </Typography.Text>
    )
  return (
    <>
      <Button size="small" loading={isFetching} onClick={() => void refetch()}>
        查看联系人和电话（查看有记录）
      </Button>
      {error && <Typography.Text type="danger"> {error.message}</Typography.Text>}
    </>
  )
}
