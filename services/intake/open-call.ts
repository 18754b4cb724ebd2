import { batchKind, batchStream, openCall as decideCall } from '#batch/batch.ts'
import { versionChosen } from '#catalogue/choose-version.ts'
import { catalogueKind, catalogueStream } from '#catalogue/publish-version.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { execute, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { askedBy, type IntakeDeps } from './intake-deps.ts'

/** Opens the batch; its terms are frozen from then on. What the call leaves out is as the county has it. */
export const openCall =
  ({ ledger, county }: Pick<IntakeDeps, 'ledger' | 'county'>) =>
  async (call: Call<typeof intakeEndpoints.openCall>): Promise<{ batch: string }> => {
    const { batch } = call.params
    const { by, received } = askedBy(call)
    if (!/^\d{4}-\d{1,2}$/.test(batch))
      throw new Refused('incomplete', `批次编号应为“年份-期数”，如2018-2；收到“${batch}”。`)
    const { approval, procedure = county.procedure, notice = county.notice, standard, ...rest } = call.body
    if (standard)
      versionChosen(standard, (await readStream(ledger, catalogueKind, catalogueStream(standard.catalogue))).state)
    const { reference, date, by: organ = county.government } = approval
    const terms = {
      ...rest,
      procedure,
      notice,
      approval: { reference, date, by: organ },
      ...(standard && { standard }),
    }
    const decide = decideCall(terms, received)
    await execute(ledger, batchKind, { stream: batchStream(batch), command: call.command, by, decide })
    return { batch }
  }
