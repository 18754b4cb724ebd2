/** The unit's own step: the application 创建申请 is opened, kept, and handed in. */
import { saidEnd } from '#calendar/said.ts'
import { Refused } from '#ledger/refused.ts'
import { changedAnswers } from './case.ts'
import { type Saved, SIGN_OFFS } from './case-events.ts'
import { type Asked, type Deciding, decide, entered, justDecided, mustBeInTime, mustStandAt } from './standing.ts'

/** The unit begins its application. */
export const openCase =
  (
    args: { batch: string; unit: string; trial: boolean; procedure: string; lateFrom: string },
    asked: Asked,
  ): Deciding =>
  (state) => {
    if (state.visit > 0) return []
    if (asked.received >= args.lateFrom)
      throw new Refused('late', `本批次创建申请已于${saidEnd(args.lateFrom)}截止，不能再开始申请。`)
    return [{ type: 'opened', ...entered(asked), ...args }]
  }

export type FormContent = Pick<Saved, 'content' | 'answers' | 'personal' | 'attachments' | 'missing' | 'digest'>

/**
 * Keeps the form as it stands, complete or not. After a return only the reopened questions may differ.
 * @param base the digest of the form that was changed ('' for none); left out: whatever stands there
 */
export const saveApplication =
  (form: FormContent, asked: Asked, base?: string): Deciding =>
  (state) => {
    mustStandAt(state, 'application')
    mustBeInTime(state, asked.received)
    if (state.form?.digest === form.digest) return []
    if (base !== undefined && base !== (state.form?.digest ?? ''))
      throw new Refused('conflict', '申请表在别处修改过，本次没有保存；请核对两处内容后再保存。')
    const { reopens, returned } = state
    if (reopens) {
      const touched = changedAnswers(returned, form).filter((name) => !reopens.includes(name))
      if (touched.length > 0)
        throw new Refused(
          'incomplete',
          '退回补正时只能修改列明的问题。',
          Object.fromEntries(touched.map((name) => [name, '此项未退回，不能修改'])),
        )
    }
    return [{ type: 'saved', ...entered(asked), ...form }]
  }

/** Hands the application in. */
export const submitApplication =
  (asked: Asked): Deciding =>
  (state) => {
    if (state.step === 'review' && justDecided(state, 'application', 'submitted', asked)) return []
    mustStandAt(state, 'application')
    mustBeInTime(state, asked.received)
    const { form, signOffs } = state
    if (!form) throw new Refused('incomplete', '申请表还没有填写。')
    const lacking = Object.entries(SIGN_OFFS).filter(([name]) => !Object.hasOwn(signOffs, name))
    const fields = {
      ...Object.fromEntries(form.missing.map((name) => [name, '此项还没有填好'])),
      ...Object.fromEntries(lacking.map(([name, title]) => [name, `尚缺“${title}”`])),
    }
    if (Object.keys(fields).length > 0)
      throw new Refused('incomplete', `还不能提交，以下${Object.keys(fields).length}项需要补齐。`, fields)
    return decide(state, 'submitted', asked, { covers: form.digest, ...(asked.byOffice && { byOffice: true }) })
  }
