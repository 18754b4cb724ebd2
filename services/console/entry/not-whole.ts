import type { Saving } from '../forms/autosave.ts'

/** Why what is at the server is not all that was filled in; undefined when it is. */
export function whyNotWhole(saving: Saving): string | undefined {
  switch (saving.is) {
    case 'saved':
      return undefined
    case 'changed':
    case 'saving':
      return '正在保存，保存后再提交'
    case 'stopped':
      return `没有保存：${saving.why}`
    default:
      return '还没有保存到系统，内容还在本页；保存后再提交'
  }
}
