/** Several that are done at once, apart by what becomes of them: two batches may differ in who decides a step. */
import type { WorkItem } from '#contracts/views.ts'

type Named = Pick<WorkItem, 'batch' | 'step' | 'stepTitle' | 'command'>
/** What is done alike: the same command at the same step of the same batch. */
export type Group<T> = Named & { readonly key: string; readonly first: T; readonly items: readonly T[] }

/** In the order in which each of them is met first. */
export function grouped<T extends Named>(items: readonly T[]): readonly Group<T>[] {
  const groups = new Map<string, Group<T>>()
  for (const item of items) {
    const { batch, step, stepTitle, command } = item
    const key = `${batch} ${step} ${command}`
    const before = groups.get(key)
    groups.set(
      key,
      before
        ? { ...before, items: [...before.items, item] }
        : { batch, step, stepTitle, command, key, first: item, items: [item] },
    )
  }
  return [...groups.values()]
}

/** One opinion is an opinion on one step: cases of two steps are accepted one step after the other. */
export const ofFirstStep = <T extends Pick<WorkItem, 'step'>>(items: readonly T[]): readonly T[] =>
  items.filter(({ step }) => step === items[0]?.step)

/** Whether somebody else signs what is said; otherwise it is decided at once. */
export const isDraft = ({ command }: Pick<WorkItem, 'command'>): boolean => command === 'draft-decision'

/** What the button promises before its dialog opens. */
export function saidAccepting(items: readonly Pick<WorkItem, 'command'>[]): string {
  const drafts = items.filter(isDraft).length
  const decided = items.length - drafts
  return drafts > 0 && decided > 0 ? `办理选中（${drafts}件拟办、${decided}件办结）` : `通过选中的${items.length}件`
}

/** Something beside the step is still to be decided about it: it is looked at on its own page, not among many. */
export const waitsBeside = ({ pending }: Pick<WorkItem, 'pending'>): boolean => pending !== undefined
