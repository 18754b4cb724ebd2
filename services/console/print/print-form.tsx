/** A form of a case as the county's paper: looked at as it will be printed, then printed. */
import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Empty, Flex, Typography } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { CasePage, ShownPaper } from '#contracts/case-page.ts'
import { ApiError } from '#contracts/client.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { readMe } from '#contracts/read-me.ts'
import { useEarlier } from '../case/use-earlier.ts'
import { useApi } from '../session/api.ts'
import { mayAsk } from '../session/may-ask.ts'
import { useTraining } from '../session/training.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { WordButton } from '../word/word-button.tsx'
import { formOnPaper } from './form-on-paper.ts'
import { paperOfForm } from './paper-of-form.ts'
import { setSheets } from './sheets.ts'
import { paperNow, usePaperPrint } from './use-paper-print.ts'

type Params = { batch: string; unit: string; form: string }

export default function PrintForm({ batch, unit, form }: Params) {
  const api = useApi()
  const {
    data: page,
    error,
    refetch,
  } = useQuery({
    queryKey: ['case', batch, unit],
    queryFn: () => api(intakeEndpoints.readCase, { params: { batch, unit } }),
  })
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is on screen.
  if (error && !page) return <Refusal error={error} again={refetch} />
  if (!page) return <Loading />
  if (page.form?.name === form) return <OnPaper page={page} paper={page.form} />
  return <Earlier page={page} form={form} />
}

function Earlier({ page, form }: { page: CasePage; form: string }) {
  const { data, error, refetch } = useEarlier(page)
  const paper = data?.papers.find(({ name }) => name === form)
  if (paper) return <OnPaper page={page} paper={paper} />
  if (error) return <Refusal error={error} again={refetch} />
  return data || !page.others.some(({ name }) => name === form) ? (
    <Empty description="本件还没有这份表格；请从申报件页面重新进入。" />
  ) : (
    <Loading />
  )
}

function OnPaper({ page, paper }: { page: CasePage; paper: ShownPaper }) {
  const api = useApi()
  const { message } = App.useApp()
  const [personal, setPersonal] = useState<Readonly<Record<string, unknown>>>({})
  const training = useTraining() !== undefined
  const shown = useMemo(
    () => ({ page, training, paper: { ...paper, values: { ...paper.values, ...personal } } }),
    [page, paper, personal, training],
  )
  const printPaper = usePaperPrint(shown)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.replaceChildren()
    if (place.current) setSheets(place.current, paperOfForm(formOnPaper(shown)))
  }, [shown])
  const asked = paper.printed.rows.flat().map(({ name }) => name)
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  const mayRead = mayAsk('read-contact', me.data?.appointments ?? [])
  const isHidden = asked.some((name) => !paper.fields.some((field) => field.name === name) && !(name in personal))
  const readContact = async () => {
    const { fields } = await api(intakeEndpoints.readContact, {
      params: { batch: page.batch.id, unit: page.unit.id },
    })
    setPersonal(Object.fromEntries(fields.map(({ name, value }) => [name, value])))
  }
  const tell = (error: Error) => message.error(error.message)
  return (
    <Flex vertical gap={16}>
      <Flex gap={8} align="center" wrap>
        <Link href={`/console/cases/${page.case}`} asChild>
          <Button icon={<ArrowLeftOutlined />} href={`/console/cases/${page.case}`}>
            返回申报件
          </Button>
        </Link>
        <Typography.Title level={2} style={{ flex: 1, margin: 0, fontSize: 18 }}>
          打印{page.unit.name}
          {paper.title}
        </Typography.Title>
        {isHidden && mayRead && page.form?.name === paper.name && (
          <Button onClick={() => readContact().catch(tell)}>列印联系人等个人信息（查看有记录）</Button>
        )}
        <WordButton paper={() => paperNow(shown)} />
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => printPaper().catch(tell)}>
          打印
        </Button>
      </Flex>
      <div className="sheets" ref={place} style={{ overflow: 'auto' }} />
    </Flex>
  )
}
