export { Sentence } from '#typed/sentence.ts'
