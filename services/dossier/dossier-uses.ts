import type { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import type { UseCases } from '#edge/use-case.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { finishDossier } from './finish-dossier.ts'
import { readDossier, readDossierPart } from './show-dossier.ts'
import { readDossierItem } from './show-item.ts'
import { readReportPart } from './show-report.ts'
import { readSpread } from './spread/show-spread.ts'
import { giveBackShare, spreadDossier } from './spread/spread-indicators.ts'
import { citeInDossier, saveDossierItem } from './write-item.ts'

/** Which use case answers what is asked about a self-assessment. */
export const dossierUses = (deps: DossierDeps): UseCases<typeof dossierEndpoints> => ({
  readDossier: readDossier(deps),
  readDossierPart: readDossierPart(deps),
  readReportPart: readReportPart(deps),
  readDossierItem: readDossierItem(deps),
  saveDossierItem: saveDossierItem(deps),
  citeInDossier: citeInDossier(deps),
  finishDossier: finishDossier(deps),
  readSpread: readSpread(deps),
  spreadDossier: spreadDossier(deps),
  giveBackShare: giveBackShare(deps),
})
