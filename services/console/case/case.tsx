/** One case: where it stands, its forms, its history, and what the API says I may do now. */

import { useQuery } from '@tanstack/react-query'
import { Empty } from 'antd'
import { Suspense } from 'react'
import type { CasePage as Page } from '#contracts/case-page.ts'
import { ApiError } from '#contracts/client.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { readMe } from '#contracts/read-me.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { KnownOfUnit } from '../beside/known-beside.tsx'
import { paperOf } from '../entry/paper-of.ts'
import { useSend } from '../forms/offered-command.ts'
import { useApi } from '../session/api.ts'
import { mayAsk } from '../session/may-ask.ts'
import { partOfPage } from '../session/parts.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { useOpenFile } from '../upload/use-open-file.ts'

const AnyStep = partOfPage(() => import('./any-step.tsx'))
const PaperForm = partOfPage(() => import('../entry/paper-form.tsx'))
const FormPage = partOfPage(() => import('../entry/form-page.tsx'))
const CaseBulletins = partOfPage(() => import('../bulletins/case-bulletins.tsx'))
const StartCase = partOfPage(() => import('../entry/start-case.tsx'))

/** What the unit does itself, and the office for it from paper. */
const ENTERING: readonly string[] = ['open-case', 'save-form', 'sign-form', 'submit-form']

export default function CasePage({ batch, unit, part }: { batch: string; unit: string; part?: string | undefined }) {
  const api = useApi()
  const open = useOpenFile()
  const send = useSend(batch, unit)
  const {
    data: loaded,
    error,
    refetch,
  } = useQuery({
    queryKey: ['case', batch, unit],
    queryFn: () => api(intakeEndpoints.readCase, { params: { batch, unit } }),
  })
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is on screen.
  if (error && !loaded) return <Refusal error={error} again={refetch} />
  if (!loaded || !me.data) return <Loading />

  const ofUnit = me.data.appointments.some((held) => held.unit?.id === unit)
  // The office enters a paper form 代录 where it wanted to, not wherever it looks at a case.
  const mayEnter = !ofUnit && loaded.commands.some(({ name }) => ENTERING.includes(name))
  const page =
    mayEnter && !part ? { ...loaded, commands: loaded.commands.filter(({ name }) => !ENTERING.includes(name)) } : loaded
  const names = namesIn(page)
  const begin = page.commands.find(({ name }) => name === 'open-case')
  if (begin) return <StartCase page={page} command={begin} send={send} />
  const shared = { page, names, open, send }
  const paper = paperOf(page)
  const asked = <KnownOfUnit batch={batch} unit={unit} />
  // Bodies that decide on a case are told nothing of its batch, nor units that take no part in it.
  const told = ((ofUnit && page.visit > 0) || mayAsk('issue-bulletin', me.data.appointments)) && (
    <Suspense>
      <CaseBulletins batch={batch} />
    </Suspense>
  )
  if (paper) {
    // Each return is a form of its own, with questions of its own.
    const Form = mayEnter ? PaperForm : FormPage
    return (
      <>
        <Form key={`${paper.name} ${page.visit}`} {...shared} paper={paper} part={part} />
        {asked}
        {told}
      </>
    )
  }
  return (
    <>
      <AnyStep {...shared} owner={ofUnit ? unit : officeOn(unit)} mayEnter={mayEnter} asked={asked} />
      {told}
    </>
  )
}

/** Names of all files that the page speaks of, by digest. */
const namesIn = ({ form, sinceReturn, timeline }: Page): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ...(form?.files ?? []),
      ...(form?.signOffs.flatMap(({ scan }) => scan ?? []) ?? []),
      ...(sinceReturn?.files ?? []),
      ...timeline.flatMap(({ files }) => files),
    ].map(({ sha256, name }) => [sha256, name]),
  )
