/** The office enters a unit's paper form 代录, on the screens that the unit has. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Flex } from 'antd'
import { type ComponentProps, useMemo } from 'react'
import { PERSONAL_FIELDS } from '#contracts/case-forms.ts'
import { ApiError } from '#contracts/client.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import ApplicationPage from './application-page.tsx'

type Props = Omit<ComponentProps<typeof ApplicationPage>, 'isClerk'>

export default function PaperForm(props: Props) {
  const { page } = props
  const api = useApi()
  const params = { batch: page.batch.id, unit: page.unit.id }
  // Whom to call, filled in by the unit: asked for and logged, since a form saved without it would lose it.
  const isHidden = page.form !== undefined && !page.form.fields.some(({ name }) => name === PERSONAL_FIELDS[0])
  const contact = useQuery({
    queryKey: ['contact', params.batch, params.unit],
    enabled: isHidden,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      api(intakeEndpoints.readContact, { params }).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 404) return { contact: '', phone: '' }
        throw error
      }),
  })
  const whole = useMemo(() => {
    const { form } = page
    if (!form || !isHidden) return page
    const given = Object.fromEntries(Object.entries(contact.data ?? {}).filter(([, value]) => value !== ''))
    return { ...page, form: { ...form, values: { ...form.values, ...given } } }
  }, [page, isHidden, contact.data])
  if (isHidden && contact.error) return <Refusal error={contact.error} again={contact.refetch} />
  if (isHidden && !contact.data) return <Loading />
  return (
    <Flex vertical gap={12}>
      <Alert
        type="info"
        showIcon
        title={`代录${page.unit.name}的纸质申请`}
        description="请按单位盖章的纸质申请表逐项填写，扫描件归该单位；两栏意见都按纸质签署录入。您代录过的申请，由其他经办人审核。"
      />
      <ApplicationPage {...props} page={whole} isClerk />
    </Flex>
  )
}
