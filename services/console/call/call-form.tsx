/** What a call is prepared by: a new one under a number of its own, or one that is mended under the number it has. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Empty } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { OF_CALLS } from '#batch/files-of-call.ts'
import { type CallPage, prepareCallBody } from '#contracts/call.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { tidyLine } from '#typed/line.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { keepValues, keptValues } from '../forms/kept-values.ts'
import { useLookAgain } from '../list/look-again.ts'
import { useApi } from '../session/api.ts'
import { useServerNow } from '../shell/server-now.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { fieldsOfCall } from './call-fields.ts'
import { callOf, designatedIn, valuesOfCall, valuesOfTerms } from './call-values.ts'
import { askOfCall, checkCall, shownAt, whyNotNumber } from './check-call.ts'
import { Procedures } from './procedures.tsx'
import { type SaidLine, saidInCall } from './said-in-call.ts'

/** @param mended the call as it is prepared; left out for a new one */
export default function CallForm({ mended }: { mended?: CallPage }) {
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
  const lookingAgain = useLookAgain()
  const now = useServerNow()
  const [, goTo] = useLocation()
  // Under which this browser remembers what was typed, and the procedure that was chosen beside it.
  const name = mended ? `call/${mended.batch}` : 'new-call'
  const before = mended?.inHand?.terms
  const [key, setKey] = useState(() => keptValues(`${name}/procedure`)?.key ?? before?.procedure)
  if (procedures.error && !procedures.data) return <Refusal error={procedures.error} again={procedures.refetch} />
  if (catalogues.error && !catalogues.data) return <Refusal error={catalogues.error} again={catalogues.refetch} />
  // Unread, every number would seem to be free.
  if (batches.error && !batches.data) return <Refusal error={batches.error} again={batches.refetch} />
  if (!catalogues.data || !procedures.data || !batches.data) return <Loading />
  const taken = {
    called: batches.data.batches.map(({ batch }) => batch),
    prepared: batches.data.calls.map(({ batch }) => batch),
  }
  const published = catalogues.data.catalogues
  const offered = procedures.data.procedures
  const procedure = offered.find((one) => one.key === key) ?? offered[0]
  if (!procedure) return <Empty description="本县还没有可用的程序，不能拟制通知；请联系系统管理员" />
  const fields = fieldsOfCall(procedure, published, procedures.data.usual.beyond).filter(
    (field) => !mended || field.name !== 'batch',
  )
  return (
    <>
      <Procedures
        offered={offered}
        chosen={procedure}
        choose={(next) => {
          keepValues(`${name}/procedure`, { key: next })
          setKey(next)
        }}
      />
      <CommandForm
        // Another procedure asks for other dates and sign-offs; what was typed for both stays.
        key={`${procedure.key} ${mended?.inHand?.prepared ?? ''}`}
        name={name}
        fields={fields}
        values={{ ...valuesOfCall(procedure, procedures.data.usual), ...(before && valuesOfTerms(before)) }}
        owner={officeFor('minutes')}
        ownerOf={(field) => (field === 'files' ? OF_CALLS : undefined)}
        submit="送签通知"
        confirm={(values) => askOfCall(mended ? { ...values, batch: mended.batch } : values, now())}
        wide
        readOut={(values) => <Lines lines={saidInCall(values, procedure, fields)} />}
        check={(values) =>
          checkCall(values, {
            procedure,
            published,
            ...(!mended && { taken }),
            ...(now() !== undefined && { now: now() }),
          })
        }
        checkField={(field, value) => (field === 'batch' ? whyNotNumber(value, taken) : undefined)}
        send={async (values, command) => {
          const replaces = mended?.inHand?.prepared
          const said = { ...callOf(values, procedure, published), ...(replaces && { replaces }) }
          const body = checked(prepareCallBody, said, (path) => shownAt(path, designatedIn(values)))
          const batch = mended?.batch ?? tidyLine(String(values.batch))
          await lookingAgain(() => api(intakeEndpoints.prepareCall, { params: { batch }, body, command }))
          await queries.invalidateQueries()
          goTo(`/console/batches/${batch}/call`)
        }}
      />
    </>
  )
}

/** In columns: it is long. */
const Lines = ({ lines }: { lines: readonly SaidLine[] }) => (
  <div style={{ columnWidth: 340, columnGap: 24 }}>
    {lines.map(({ label, said }) => (
      <div key={label}>
        {label}：{said}
      </div>
    ))}
  </div>
)
