import { recordMethodAt } from '#contracts/assessment/record-method-at.ts'
import { guideForm, nothing, progressForm, settleForm } from '#contracts/case-forms.ts'
import { caseEndpoints as at } from '#contracts/intake/case-endpoints.ts'
import { stepOf } from '#procedure/procedure.ts'
import type { Todo } from '#steps/todo-shape.ts'
import { reportBefore } from '#steps/work/duty.ts'
import type { Offer, OfferFrame } from './offer.ts'

/** What is done in the streams that lie beside a case: reports and guidance, the methods of an inquiry. */
export function besideOffers(
  { command, step, method = '', period, text }: Todo,
  { looked, facts }: OfferFrame,
): readonly Offer[] {
  const { procedure, progress, panel } = looked
  const seen = { visit: facts.visit }
  const inquiry = stepOf(procedure, step, 'inquiry')
  const name = inquiry?.methods[method]?.title ?? method
  switch (command) {
    case 'report-progress': {
      if (period === undefined) return []
      const before = reportBefore(progress?.state.reports ?? [], period)
      return [
        {
          endpoint: at.reportProgress,
          title: text,
          form: progressForm,
          values: { period, ...(before && { text: before.text }) },
        },
      ]
    }
    case 'guide-unit':
      return [{ endpoint: at.guideUnit, form: guideForm }]
    case 'record-method':
      // The assessment has a page of its own.
      return [{ endpoint: recordMethodAt, params: { method }, title: `记录“${name}”`, form: nothing }]
    case 'end-method':
      return [
        {
          endpoint: at.endMethod,
          params: { method },
          title: `结束“${name}”`,
          form: nothing,
          values: { ...seen, seen: panel?.state.records.filter((one) => one.method === method).length ?? 0 },
          confirm: `结束后不能再记录“${name}”；各人没有列入记录的指标情况不再列入，只供查看。是否结束？`,
        },
      ]
    default: {
      const outcomes = Object.entries(inquiry?.outcomes ?? {}).map(([outcome, { title }]) => [outcome, title])
      return [
        {
          endpoint: at.settleInquiry,
          form: settleForm(Object.fromEntries(outcomes)),
          values: seen,
          confirm: '考核结果确定后不能再改。是否办理？',
        },
      ]
    }
  }
}
