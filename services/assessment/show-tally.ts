/** A tally as it is read: each figure with the sentence that explains it, and what it was made of. */
import { saidScoring } from '#batch/scoring/said-scoring.ts'
import type { Scoring } from '#batch/scoring/scoring.ts'
import type { Catalogue } from '#catalogue/catalogue.ts'
import type { TallyPage } from '#contracts/assessment/assessment.ts'
import { indicatorsOf, placeOf } from '#dossier/indicators.ts'
import type { Noted } from '#steps/inquiry/sheet.ts'
import { said } from '#tally/exact.ts'
import { saidMeasure } from '#tally/measure.ts'
import type { Tally } from '#tally/tally.ts'
import { whyTotal } from '#tally/why-total.ts'
import type { LookedAtAssessment } from './look-at-assessment.ts'

/** Of one scorer by one method, as a record has taken it in. */
export type NoteTaken = Noted & { readonly method: string }

type Showing = {
  readonly looked: LookedAtAssessment
  readonly scoring: Scoring
  readonly tally: Tally
  readonly standard: Catalogue | undefined
  readonly notes: readonly NoteTaken[]
  readonly nameOf: (person: string) => string
}

export function showTally({ looked, scoring, tally, standard, notes, nameOf }: Showing): TallyPage {
  const { inquiry, panel, terms, visit, unit } = looked
  const titles = Object.fromEntries(Object.entries(inquiry.methods).map(([name, { title }]) => [name, title]))
  const placed = new Map((standard ? indicatorsOf(standard) : []).map((one) => [one.item.id, one]))
  const nameItem = (id: string) => {
    const one = placed.get(id)
    return { item: id, title: one?.item.title ?? id, place: one ? placeOf(one) : '' }
  }
  const { total, isEnough } = { total: undefined, ...tally }
  const scores = tally.way === 'points' ? tally.methods : []
  return {
    ...{ unit, visit, step: inquiry.title },
    rules: saidScoring(scoring, titles, standard !== undefined).lines.map(({ label, said: is }) => ({
      label,
      said: is,
    })),
    ...(total && { total: said(total) }),
    ...(isEnough !== undefined && { isEnough }),
    why: whyTotal(scoring, tally, titles),
    missing: tally.missing.map(({ method, items = [] }) => ({
      ...{ method, title: titles[method] ?? method, items: items.map(nameItem) },
    })),
    methods: Object.entries(titles).map(([name, title]) => {
      const scored = scores.find(({ method }) => method === name)
      return {
        ...{ name, title },
        ...(scored && { weight: scored.weight }),
        ...(scored?.score && { score: said(scored.score) }),
        shares: (scored?.items ?? []).map(({ item, share, value }) => ({
          item,
          share: said(share.mul(100)),
          value: said(value.mul(100)),
        })),
        measures: panel.state.records.flatMap(({ method, by, on, measure }) =>
          method === name && measure ? [{ by: nameOf(by), on, said: saidMeasure(measure) }] : [],
        ),
      }
    }),
    parts: (standard?.parts ?? []).flatMap(({ id, number, title }) => {
      const within = tally.indicators.filter(({ item }) => placed.get(item)?.part.id === id)
      if (within.length === 0) return []
      const items = within.map(({ item, verdict, findings }) => ({
        ...{ ...nameItem(item), verdict },
        ...taken(tally, item),
        findings: findings.map(({ method, scorer, finding, off }) => {
          const note = notes.find((one) => one.item === item && one.method === method && one.by === scorer)
          return {
            ...{ method, title: titles[method] ?? method, by: nameOf(scorer), finding },
            ...(off && { off }),
            ...(note?.text && { text: note.text }),
            files: note?.files.length ?? 0,
          }
        }),
      }))
      return [{ id, number, title, items }]
    }),
    batch: { id: looked.state.batch, title: terms.title, trial: terms.trial },
  }
}

/** What an indicator costs where points are taken off. */
const taken = (tally: Tally, item: string): { readonly taken?: string } => {
  const one = tally.way === 'gateThenDeduct' ? tally.taken.find((each) => each.item === item) : undefined
  return one ? { taken: said(one.points) } : {}
}
