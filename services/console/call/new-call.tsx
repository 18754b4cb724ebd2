/** The call: what is frozen when it opens. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Card, Empty, Flex, Radio, Typography } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { callBody, type OfferedProcedure } from '#contracts/call.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { keepValues, keptValues } from '../forms/kept-values.ts'
import { useApi } from '../session/api.ts'
import { useServerNow } from '../shell/server-now.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { askOfCall, callOf, checkCall, fieldsOfCall, shownAt, valuesOfCall, whyNotNumber } from './call-fields.ts'
import { type SaidLine, saidInCall } from './said-in-call.ts'

/** Under which this browser remembers the procedure that was chosen, beside what was typed. */
const CHOSEN = 'new-call/procedure'

export default function NewCall() {
  const api = useApi()
  const catalogues = useQuery({
    queryKey: ['catalogues'],
    queryFn: () => api(catalogueEndpoints.listCatalogues),
  })
  const procedures = useQuery({
    queryKey: ['procedures'],
    queryFn: () => api(intakeEndpoints.listProcedures),
  })
  const batches = useQuery({ queryKey: ['batches'], queryFn: () => api(viewsEndpoints.listBatches) })
  const queries = useQueryClient()
  const now = useServerNow()
  const [, goTo] = useLocation()
  const [key, setKey] = useState(() => keptValues(CHOSEN)?.key)
  if (procedures.error && !procedures.data) return <Refusal error={procedures.error} again={procedures.refetch} />
  if (catalogues.error && !catalogues.data) return <Refusal error={catalogues.error} again={catalogues.refetch} />
  // Unread, every number would seem to be free.
  if (batches.error && !batches.data) return <Refusal error={batches.error} again={batches.refetch} />
  if (!catalogues.data || !procedures.data || !batches.data) return <Loading />
  const taken = batches.data.batches.map(({ batch }) => batch)
  const published = catalogues.data.catalogues
  const offered = procedures.data.procedures
  const procedure = offered.find((one) => one.key === key) ?? offered[0]
  if (!procedure)
    return (
      <Card title="发布创建通知">
        <Empty description="本县还没有可用的程序，不能发布通知；请联系系统管理员" />
      </Card>
    )
  const fields = fieldsOfCall(procedure, published)
  return (
    <Card title="发布创建通知" className="printed-form">
      <Procedures
        offered={offered}
        chosen={procedure}
        choose={(next) => {
          keepValues(CHOSEN, { key: next })
          setKey(next)
        }}
      />
      <CommandForm
        // Another procedure asks for other dates and sign-offs; what was typed for both stays.
        key={procedure.key}
        name="new-call"
        fields={fields}
        values={valuesOfCall(procedure)}
        owner={officeFor('minutes')}
        submit="发布通知"
        confirm={(values) => askOfCall(values, now())}
        readOut={(values) => <Lines lines={saidInCall(values, procedure, fields)} />}
        check={(values) => checkCall(values, { procedure, published, taken, now: now() })}
        checkField={(name, value) => (name === 'batch' ? whyNotNumber(value, taken) : undefined)}
        send={async (values, command) => {
          const body = checked(callBody, callOf(values, procedure, published), shownAt)
          const batch = String(values.batch)
          await api(intakeEndpoints.openCall, { params: { batch }, body, command })
          await queries.invalidateQueries()
          goTo(`/console/batches/${batch}`)
        }}
      />
    </Card>
  )
}

const Lines = ({ lines }: { lines: readonly SaidLine[] }) => (
  <>
    {lines.map(({ label, said }) => (
      <div key={label}>
        {label}：{said}
      </div>
    ))}
  </>
)

type ProceduresProps = {
  offered: readonly OfferedProcedure[]
  chosen: OfferedProcedure
  choose: (key: string) => void
}

/** Which procedure the batch follows, and what happens in it. */
const Procedures = ({ offered, chosen, choose }: ProceduresProps) => (
  <Flex vertical gap={8} style={{ marginBottom: 24 }}>
    <Typography.Text strong>程序</Typography.Text>
    <Radio.Group
      aria-label="程序"
      value={chosen.key}
      onChange={({ target }) => choose(target.value)}
      options={offered.map(({ key, title, steps }) => ({ value: key, label: `${title}（${steps.length}个环节）` }))}
    />
    <ol
      aria-label="各环节"
      style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 8px', listStyle: 'none', margin: 0, padding: 0 }}
    >
      {chosen.steps.map(({ step, title }, i) => (
        <li key={step}>
          {i > 0 && <span aria-hidden="true">→ </span>}
          {i + 1}. {title}
        </li>
      ))}
    </ol>
  </Flex>
)
