/** What is wrong at one place of a catalogue, in a sentence. `path`: as zod has it. */
export type Remark = { readonly path: readonly PropertyKey[]; readonly sentence: string }
