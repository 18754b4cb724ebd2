/** What a list that is submitted to a body 提请 says of each unit, for its paper. */
import { z } from 'zod/mini'

export const submissionPage = z.object({
  batchTitle: z.string(),
  trial: z.boolean(),
  /** The document by which the county approved the activity. */
  reference: z.string(),
  stepTitle: z.string(),
  /** To whom, and who submits it. */
  body: z.string(),
  office: z.string(),
  /** What the procedure calls the paper, and what it asks for. */
  title: z.string(),
  asks: z.string(),
  /** Of what was submitted: the day, and the words that went with it. */
  on: z.optional(z.string()),
  text: z.optional(z.string()),
  /** Where the county sets one for this step. */
  quota: z.optional(z.object({ most: z.int(), taken: z.int() })),
  units: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      kind: z.optional(z.string()),
      /** Answers that stand in lists of cases. */
      answers: z.array(z.object({ label: z.string(), text: z.string() })),
      /** What came of the steps since the body decided last, in their order. */
      conclusions: z.array(z.object({ step: z.string(), outcome: z.string(), reason: z.string() })),
    }),
  ),
})
export type SubmissionPage = z.infer<typeof submissionPage>
