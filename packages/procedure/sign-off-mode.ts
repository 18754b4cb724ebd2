/** How a sign-off of a form is given inside the unit, as the batch says. */
import { z } from 'zod/mini'

/**
 * By the person on screen; on the printed form, whose scan is attached; or on a file that bears an electronic seal, which
 * is attached itself. Of the last two the clerk states who gave it, and the day.
 */
export const SIGN_OFF_MODES = ['online', 'paper', 'sealed'] as const
export const signOffMode = z.enum(SIGN_OFF_MODES)
export type SignOffMode = z.infer<typeof signOffMode>
/** Of one form, by sign-off. */
export type SignOffModes = Readonly<Record<string, SignOffMode>>

/** What it is called, in a call at length, what entering one is, and what is attached. */
export const MODE_WORDS = {
  online: { title: '在线', asCalled: '在线签署（系统内确认，不是可靠电子签名）', enter: '签署' },
  paper: {
    title: '纸质',
    asCalled: '纸质签署，上传签字盖章页的扫描件',
    enter: '录入纸质签署',
    file: '签字盖章页',
    attach: '请上传签字盖章页的扫描件',
  },
  sealed: {
    title: '电子印章',
    asCalled: '电子印章，上传加盖印章的PDF或OFD文件',
    enter: '录入电子印章签署',
    file: '加盖电子印章的文件',
    attach: '请上传加盖电子印章的PDF或OFD文件',
  },
} as const satisfies Readonly<
  Record<SignOffMode, { title: string; asCalled: string; enter: string; file?: string; attach?: string }>
>
