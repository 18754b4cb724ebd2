/** What is about to be recorded for good: everything that the record will hold stands in the question. */
import { Typography } from 'antd'
import { saidDay } from '#calendar/said.ts'
import type { ResolutionBody, ResolutionPage } from '#contracts/meeting.ts'
import { nameOfUse } from '#evidence/cited-file.ts'
import { saysOtherwise } from '#steps/judgement/said-conclusion.ts'
import { inRankOrder, withRank } from '#steps/resolution/ranks.ts'
import { votersOf } from '#steps/resolution/votes.ts'
import { type Line, paperOf, saidBeside, saidHow } from './resolution-draft.ts'
import { saidNotCast } from './resolution-votes.ts'

type Props = { page: ResolutionPage; lines: readonly Line[]; body: ResolutionBody; beside: readonly string[] }

/** Places that several units share, each with them. */
function tiesOf(lines: readonly Line[]): readonly string[] {
  const ranks = [...new Set(inRankOrder(lines).flatMap(({ rank }) => rank ?? []))]
  return ranks.flatMap((rank) => {
    const even = inRankOrder(lines.filter((one) => one.rank === rank))
    return even.length > 1 ? [`第${rank}名 ${even.map(({ name }) => name).join('、')}`] : []
  })
}

export function Summary({ page, lines, body, beside }: Props) {
  const label = (outcome: string | undefined) => page.outcomes.find(({ value }) => value === outcome)?.label
  // A meeting's outcomes say by their own words which way they lead.
  const otherwise = (outcome: string | undefined, reason: string) =>
    saysOtherwise(/^[不未]/.test(label(outcome) ?? '') ? 'end' : 'on', reason)
  const { how } = body
  const notCast = how.kind === 'vote' ? saidNotCast(how, votersOf(body)) : undefined
  const tied = tiesOf(lines)
  const scan = nameOfUse(body.minutes)
  return (
    <>
      <p>
        {saidDay(body.date)}，{body.number}
        {scan && `（${paperOf(page)}扫描件：${scan}）`}；出席{body.present.length}人（{body.present.join('、')}）
        {body.absent.length > 0 ? `，缺席${body.absent.length}人（${body.absent.join('、')}）` : '，无人缺席'}。
        {beside.length > 0 && saidBeside(beside)}
      </p>
      <p style={{ whiteSpace: 'pre-wrap' }}>
        决定方式：{saidHow(page, how)}
        {notCast && `（${notCast}）`}。
        {how.kind === 'vote' && how.against > how.inFavour && (
          <Typography.Text type="danger" strong>
            反对票多于同意票，请核对票数和结论。
          </Typography.Text>
        )}
      </p>
      <p>共{lines.length}个单位：</p>
      <ul>
        {page.outcomes
          .map((one) => ({ ...one, names: inRankOrder(lines.filter(({ outcome }) => outcome === one.value)) }))
          .filter(({ names }) => names.length > 0)
          .map(({ value, label: title, names }) => (
            <li key={value}>
              {title}
              {names.length}个：{names.map((one) => withRank(one.name, one)).join('、')}
            </li>
          ))}
      </ul>
      <ul>
        {lines
          .filter(({ isException, recused }) => isException || recused.length > 0)
          .map(({ unit, name, outcome, isException, reason, recused }) => (
            <li key={unit}>
              {name}
              {isException && `：${label(outcome)}，${reason}`}
              {isException && otherwise(outcome, reason) && (
                <Typography.Text type="danger" strong>
                  （理由中写的是“{otherwise(outcome, reason)}”，请核对）
                </Typography.Text>
              )}
              {recused.length > 0 && `（${recused.join('、')}回避）`}
            </li>
          ))}
      </ul>
      {tied.length > 0 && <p>并列名次：{tied.join('；')}。</p>}
      <p>登记后不能修改，只能由新的会议决定更正。</p>
    </>
  )
}
