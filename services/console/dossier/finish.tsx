/** The way from what is written into the form: everything is there, the list is made, and the form takes it in. */
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { type DossierPage, dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { saveOf } from '../entry/paper-of.ts'
import { useAsk } from '../forms/ask.tsx'
import { refusalOf, unsaid } from '../forms/refusal.ts'
import { useApi } from '../session/api.ts'
import { useRefusal } from '../session/session-ends.ts'

type Props = {
  page: DossierPage
  /** What is typed is saved first. */
  flush: () => Promise<boolean>
  /** Shows what is not written yet. */
  toMissing: () => void
}

export function Finish({ page, flush, toMissing }: Props) {
  const api = useApi()
  const { message } = App.useApp()
  const question = useAsk()
  const queries = useQueryClient()
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useRefusal<{ sentence: string; more: readonly string[] }>()
  const { finishing } = page
  if (!finishing) return null
  const params = { batch: page.batch.id, unit: page.unit.id }
  const go = async () => {
    setSending(true)
    setRefused(undefined)
    try {
      if (!(await flush())) throw new Error('还有内容没有保存到系统，请稍候再定稿；内容还在本页，没有丢失。')
      const made = await api(dossierEndpoints.finishDossier, { params, body: {}, command: crypto.randomUUID() })
      // The same list is not taken in again, and nobody signs anew for it.
      if (made.manifest === finishing.pinned?.manifest) {
        message.warning(
          finishing.pinned.asReturned
            ? '自评与退回时相同，没有重新定稿；确实不需要修改的，提交时写明理由。'
            : '自评与已定稿的相同，没有重新定稿。',
        )
        return
      }
      const standing = await api(intakeEndpoints.readCase, { params })
      const offer = saveOf(standing)
      if (!offer || offer.form !== finishing.form) throw new Error('现在不能填写申报表，自评没有列入；请刷新后再办。')
      const next = await api(intakeEndpoints.saveForm, {
        params: { ...params, form: finishing.form },
        body: { ...standing.form?.values, base: standing.form?.digest ?? '', manifest: made.manifest },
        command: crypto.randomUUID(),
      })
      queries.setQueryData(['case', params.batch, params.unit], next)
      await queries.invalidateQueries({ queryKey: ['dossier', params.batch, params.unit], exact: true })
      message.success(`自评已定稿，共${made.items}项。`)
    } catch (error) {
      const { message: sentence, fields } = refusalOf(error)
      setRefused({ sentence, more: unsaid(fields, []), error })
    } finally {
      setSending(false)
    }
  }
  const ask = () => {
    if (page.missing > 0) {
      message.warning(`还有${page.missing}项没有写完`)
      return toMissing()
    }
    question({
      title: `共${page.items}项：达到${page.reached}项，未达到${page.notReached}项，不适用${page.notApplicable}项。是否定稿？`,
      content: `${page.toMend ? `退回的指标还有${page.toMend}项没有改，这样定稿的，提交时须写明理由。` : ''}定稿的内容列入申报表，一并签署和提交；此前对申报表的签署随之作废。定稿后再修改的，重新定稿后才会列入。`,
      okText: '定稿',
      onOk: go,
    })
  }
  const { pinned } = finishing
  return (
    <Flex vertical gap={8}>
      <Flex gap={12} align="center" wrap>
        <Button type="primary" loading={sending} onClick={ask}>
          {pinned ? '重新定稿' : '自评定稿'}
        </Button>
        <Typography.Text type="secondary">
          {pinned
            ? `${pinned.asReturned ? '退回前的定稿' : '已定稿'}：达到${pinned.reached}项，未达到${pinned.notReached}项，不适用${pinned.notApplicable}项。`
            : '逐项写完后定稿，列入申报表。'}
        </Typography.Text>
      </Flex>
      {refused && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={refused.sentence}
          description={refused.more.slice(0, 10).map((one) => <div key={one}>{one}</div>)}
        />
      )}
    </Flex>
  )
}
