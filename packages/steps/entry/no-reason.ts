/** Why nothing was changed in what was returned: that nothing was changed is known, and no reason for it. */
import { saidIn } from '#typed/line.ts'

const WHO =
  '(?:本单位|我单位|单位|我们|本次|此次|这次|退回的?(?:栏目|内容)?|申报|表格|材料|内容|对|均|都|并|也|仍|确实|目前|暂时?){0,4}'
const NOT = '(?:没有?|未|不|无)(?:作出?|做出?|进行|经|曾|需要?|必|用|有|任何|予以?){0,3}'
const CHANGED = '(?:修改|改动|变动|更改|变更|调整|变化|改)(?:过|的?内容|之处|任何内容)?了?'
const REPEATS = new RegExp(`^${WHO}${NOT}${CHANGED}(?:的?理由)?$`)

export const whyNoReason = (said: string): string | undefined =>
  REPEATS.test(saidIn(said)) ? `“${said}”只说了没有修改，没有写明不作修改的理由；请写明为什么不需要修改` : undefined
