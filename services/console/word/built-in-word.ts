/** A paper in the product's own form. */
import { Packer } from 'docx'
import type { Paper } from '#papers/paper.ts'
import { wordPaper } from './word-paper.ts'

export const builtInWord = (paper: Paper): Promise<Blob> => Packer.toBlob(wordPaper(paper))
