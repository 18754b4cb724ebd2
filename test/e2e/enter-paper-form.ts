import { type Do, OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import { APPLICATION, fillIn } from '../../packages/cli/rehearsal/form-acts.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { give, upload } from '../../packages/cli/rehearsal/stage.ts'

/** A unit's application as it came on paper, entered whole by an officer 代录. */
export const enterPaperForm =
  (unit: string, name: string, on: string): Do =>
  async (stage) => {
    const { officer } = OFFICE
    await fillIn(unit, name, { clerk: officer })(stage)
    for (const [signOff, signer] of [
      ['legalOffice', '李明'],
      ['unitHead', '周正'],
    ] as const) {
      const scan = await upload(stage, officer, unit, pdf(`${signer}签字盖章页.pdf`, `${stage.batch} ${unit}`))
      const values = { opinion: '同意申报。', on, signer, scan }
      const box = { name: 'sign-form', form: APPLICATION, signOff } as const
      await give(stage, officer, unit, box, values, `paper-${signOff}-${unit}`)
    }
    await give(stage, officer, unit, { name: 'submit-form', form: APPLICATION }, {}, `submit-${unit}-1`)
  }
