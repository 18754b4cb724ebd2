/** Where on the page the entries of a meeting are, for whoever is told what is still wrong. */
import type { ResolutionPage } from '#contracts/meeting.ts'
import { casesBefore, paperOf, sharedLabel, type Wrong } from './resolution-draft.ts'

/** Where it is entered on the page. */
export const idOfEntry = (entry: string): string =>
  `resolution-${entry.replace(/^(reason|recused|outcome|rank) /, '').replace(' ', '-')}`
/** The entries that are wrong, as they are called on the page, in its order. */
export function faultsIn(page: ResolutionPage, wrong: Wrong) {
  const signed = page.record === 'signedList'
  const labels: Readonly<Record<string, string>> = {
    ...{ outcome: '会议结论', cases: '单位', quota: '名额', meeting: '会议名称', number: `${paperOf(page)}编号` },
    ...{
      date: signed ? '签名日期' : '会议日期',
      members: '出席人员',
      how: '决定方式',
      minutes: `${paperOf(page)}扫描件`,
    },
  }
  const named = Object.entries(labels).flatMap(([entry, label]) =>
    wrong[entry] ? [{ id: idOfEntry(entry === 'quota' || entry === 'cases' ? 'outcome' : entry), label }] : [],
  )
  const shared = page.outcomes.flatMap(({ value, label }) =>
    wrong[`shared ${value}`] ? [{ id: idOfEntry(`shared ${value}`), label: sharedLabel(label) }] : [],
  )
  const lines = casesBefore(page).flatMap(({ unit, name }) =>
    Object.keys(wrong).some((entry) => entry.endsWith(` ${unit}`)) ? [{ id: idOfEntry(unit), label: name }] : [],
  )
  const first = ({ id }: { readonly id: string }) => id === idOfEntry('outcome')
  return [...named.filter(first).slice(0, 1), ...shared, ...lines, ...named.filter((one) => !first(one))]
}
