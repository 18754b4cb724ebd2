/** The self-assessment as a report 自评报告: what it is judged by, each indicator with its result, words and files, what is lacking. */
import { saidDay } from '#calendar/said.ts'
import type { DossierPage, ReportLine, ReportPart } from '#contracts/dossier/dossier.ts'
import { RESULTS } from '#dossier/answer.ts'
import type { Block, List, Paper } from '#papers/paper.ts'

type Reporting = {
  readonly page: Pick<DossierPage, 'unit' | 'batch' | 'standard'>
  /** All of them, in order, and of one version. */
  readonly parts: readonly ReportPart[]
  /** Of a county whose data is made up. */
  readonly training?: boolean
}
/** Enough of a digest to tell two versions apart by eye. */
const CODE = 16
const DRAFT = '草稿'

export function reportPaper({ page: { unit, batch, standard }, parts, training = false }: Reporting): Paper {
  const manifest = parts[0]?.manifest
  const on = parts[0]?.on
  const all = parts.flatMap(({ lines }) => lines)
  const unreal = training ? ['培训'] : batch.trial ? ['演练'] : []
  const marks = [...(manifest ? [] : [DRAFT]), ...unreal]
  const prose = (text: string): Block => ({ kind: 'words', as: 'prose', text })
  const title = '自评报告'
  return {
    name: [unit.name, batch.title, title, ...marks.map((mark) => `（${mark}）`)].join('　'),
    ...{ marks, unit: unit.name },
    foot: [
      `标准：${standard.title}第${standard.version}版`,
      ...unreal,
      manifest ? `自评清单摘要：${manifest.slice(0, CODE)}` : `${DRAFT}，没有定稿`,
    ].join('　'),
    groups: [
      [{ kind: 'head', annex: '', title: [unit.name, title] }],
      [
        prose(
          `按照${batch.title}${batch.document ? `（${batch.document}）` : ''}的要求，我单位对照《${standard.title}》（第${standard.version}版，依据${standard.document}）逐项自评，情况报告如下。`,
        ),
      ],
      [prose(`共${all.length}项指标，${saidCounts(all)}。`)],
      ...tableOf(
        {
          caption: '各部分自评结果',
          columns: [
            { title: '部分', width: 82 },
            ...['指标', ...Object.values(RESULTS), '未写完'].map((one) => ({
              ...{ title: one, width: 16, as: 'centred' as const },
            })),
          ],
        },
        parts.map((part) => [`${part.number}、${part.title}`, ...countsOf(part.lines).map(String)]),
      ),
      ...parts.flatMap(partOf),
      ...lacking(all),
      [{ kind: 'signed', lines: [unit.name], day: on ? saidDay(on) : '' }],
      [
        {
          ...{ kind: 'words', as: 'small' },
          text: manifest
            ? `自评清单摘要（SHA-256）：${manifest}。清单列明各项自评的版次和佐证材料的摘要，随表签署和提交；定稿后的修改不在本报告中。`
            : `${DRAFT}：自评没有定稿，没有清单摘要；定稿后重新打印。`,
        },
      ],
    ],
  }
}

/** 指标、达到、未达到、不适用、未写完 */
function countsOf(lines: readonly ReportLine[]): readonly number[] {
  const written = lines.filter(({ missing }) => missing === undefined)
  const of = (result: ReportLine['result']) => written.filter((one) => one.result === result).length
  return [lines.length, of('reached'), of('notReached'), of('notApplicable'), lines.length - written.length]
}
function saidCounts(lines: readonly ReportLine[]): string {
  const [, reached = 0, notReached = 0, notApplicable = 0, missing = 0] = countsOf(lines)
  const written = `${RESULTS.reached}${reached}项，${RESULTS.notReached}${notReached}项，${RESULTS.notApplicable}${notApplicable}项`
  return missing > 0 ? `${written}，未写完${missing}项` : written
}

/** Row by row: a list of a hundred entries is no group that has to stand on one sheet. */
const tableOf = (list: List, rows: readonly (readonly string[])[]): readonly (readonly Block[])[] =>
  rows.map((cells) => [{ kind: 'entry', list, cells }])

function partOf(part: ReportPart): readonly (readonly Block[])[] {
  const list: List = {
    caption: `${part.number}、${part.title}（共${part.lines.length}项：${saidCounts(part.lines)}）`,
    columns: [
      { title: '项', width: 11, as: 'centred' },
      { title: '指标', width: 47 },
      { title: '结论', width: 18, as: 'centred' },
      { title: '自评情况和佐证材料', width: 86 },
    ],
  }
  const entry = (...cells: readonly string[]): Block => ({ kind: 'entry', list, cells })
  return part.lines.map((line, at) => {
    const { n, title, group, result, text, files } = line
    const begins = group && part.lines[at - 1]?.group?.number !== group.number
    const cited = files.length > 0 ? [`佐证材料：${files.join('；')}`] : []
    return [
      // A heading stands above its first indicator, never alone at the foot of a sheet.
      ...(begins ? [entry(`${group.number}${group.title}`)] : []),
      entry(String(n ?? at + 1), title, result ? RESULTS[result] : '', [...(text ? [text] : []), ...cited].join('\n')),
    ]
  })
}

/** What was not reached, is shown by no file, or is not written yet. */
function lacking(lines: readonly ReportLine[]): readonly (readonly Block[])[] {
  const rows = lines.flatMap((line) => {
    const why = [
      ...(line.missing ? [line.missing] : line.result === 'notReached' ? [RESULTS.notReached] : []),
      ...(line.result === 'reached' && line.files.length === 0 ? ['没有引用佐证材料'] : []),
    ]
    return why.length > 0 ? [[line.place, line.title, why.join('；')]] : []
  })
  return tableOf(
    {
      caption: `未达到、未写完或者没有佐证材料的指标（共${rows.length}项）`,
      columns: [
        { title: '指标位置', width: 36 },
        { title: '指标', width: 66 },
        { title: '情况', width: 60 },
      ],
    },
    rows,
  )
}
