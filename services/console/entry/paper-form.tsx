/** The office enters a unit's paper form 代录, on the screens that the unit has. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Flex } from 'antd'
import { type ComponentProps, useMemo } from 'react'
import { ApiError } from '#contracts/client.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { asEntered } from '#typed/plain-names.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import FormPage from './form-page.tsx'
import { saveOf } from './paper-of.ts'

type Props = ComponentProps<typeof FormPage>

export default function PaperForm(props: Props) {
  const { page, paper } = props
  const api = useApi()
  const params = { batch: page.batch.id, unit: page.unit.id }
  const fields = saveOf(page)?.fields ?? paper.fields
  // Whom to call, filled in by the unit: asked for and logged, since a form saved without it would lose it.
  const isHidden = fields.some(({ name, personal }) => personal && !paper.fields.some((shown) => shown.name === name))
  const contact = useQuery({
    queryKey: ['contact', params.batch, params.unit],
    enabled: isHidden,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      api(intakeEndpoints.readContact, { params }).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 404) return { fields: [] }
        throw error
      }),
  })
  const whole = useMemo(() => {
    if (!isHidden) return paper
    const given = Object.fromEntries(
      (contact.data?.fields ?? []).map(({ name, value }) => [
        name,
        fields.some((one) => one.name === name && one.format === 'person') ? asEntered(value) : value,
      ]),
    )
    return { ...paper, fields, values: { ...paper.values, ...given } }
  }, [paper, fields, isHidden, contact.data])
  const shown = useMemo(() => {
    return page.form?.name === whole.name ? { ...page, form: whole } : page
  }, [page, whole])
  if (isHidden && contact.error) return <Refusal error={contact.error} again={contact.refetch} />
  if (isHidden && !contact.data) return <Loading />
  return (
    <Flex vertical gap={12}>
      <Alert
        type="info"
        showIcon
        title={`代录${page.unit.name}的纸质${paper.title}`}
        description={`请按单位盖章的纸质${paper.title}逐项填写，扫描件归该单位；各栏意见都按纸质签署录入。您代录过的，由其他经办人审核。`}
      />
      <FormPage {...props} page={shown} paper={whole} />
    </Flex>
  )
}
