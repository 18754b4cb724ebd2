/** The question of a form that holds the self-assessment: what it says lies in streams of its own. No form has it itself. */
export const ASSESSMENT = { name: 'selfAssessment', label: '自评' } as const
