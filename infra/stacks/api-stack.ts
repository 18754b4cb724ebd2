import { CfnOutput, Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import type { Construct } from 'constructs'
import { assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { consultationEndpoints } from '#contracts/consultation/consultation.ts'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { batchEndpoints } from '#contracts/intake/batch-endpoints.ts'
import { caseEndpoints } from '#contracts/intake/case-endpoints.ts'
import { correctionEndpoints } from '#contracts/intake/correction-endpoints.ts'
import { noticeEndpoints, publicEndpoints } from '#contracts/notice.ts'
import { retentionEndpoints } from '#contracts/personal/retention.ts'
import { callFileEndpoints } from '#contracts/public/call-files.ts'
import { resultsEndpoints } from '#contracts/results/results.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { titleEndpoints } from '#contracts/title/title.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { workEndpoints } from '#contracts/work/work.ts'
import { officeFor } from '#evidence/file-owner.ts'
import {
  type Access,
  appendsStreams,
  appendsTo,
  countsRequests,
  judgesUploads,
  keepsContents,
  knows,
  knowsOfScans,
  looksForAttachments,
  namesPersons,
  readsContents,
  readsLedger,
  readsLists,
  readsManyRows,
  readsPersons,
  readsRow,
  readsStreams,
  remembersPersons,
  remembersPersonsOf,
  signsCallFiles,
  signsDownloads,
  signsOfficeScans,
  signsUploads,
} from '../constructs/access.ts'
import { CountyStack, type CountyStackProps, handledOf } from '../constructs/county-stack.ts'
import { Handler } from '../constructs/handler.ts'
import { declareRoutes } from './api-routes.ts'
import { followers } from './followers.ts'
import { makeApi, makeStage } from './http-front.ts'
import type { StorageStack } from './storage-stack.ts'
import { watchFunctions } from './watch.ts'

/** They read a whole file, of 200 MB at most, before they hand out its address; API Gateway waits 30 seconds at most. */
const OPEN_TO_ALL = 'notice-public'
/** The same, of files that a call comes with. */
const FILES_FOR_ALL = 'call-files'
const LOOKING_INTO_FILES = new Set(['evidence-api', 'notice-api', FILES_FOR_ALL])
const READING = Duration.seconds(29)

/** What people and browsers ask: one function per service, and the functions that follow what they wrote. */
export class ApiStack extends CountyStack {
  readonly http: HttpApi

  constructor(scope: Construct, storage: StorageStack, props: CountyStackProps) {
    super(scope, 'api', props)
    const { ledger, views, persons, evidence, contents } = storage
    const { county } = props
    this.http = makeApi(this)
    const authorizer = new HttpJwtAuthorizer('login', county.issuer, { jwtAudience: [county.audience] })
    // Said to every function that answers whoever is signed in; the gateway cannot ask for it.
    const demands = knows(county.secondFactor ? { SECOND_FACTOR: JSON.stringify(county.secondFactor) } : {})
    // What stands beside a case: rows and names of people, and texts that may name some.
    const looksUp = [readsLists(views), readsManyRows(views)]
    const texts = [keepsContents(contents), readsContents(contents), namesPersons(persons)]
    const writingTexts = [...looksUp, ...texts]
    const answering = (name: string, impact: string, ...may: Access[]) =>
      new Handler(this, name, {
        may: [...may, demands],
        impact,
        memory: 512,
        ...(LOOKING_INTO_FILES.has(name) && { timeout: READING }),
        ...(name === OPEN_TO_ALL && county.atOnce && { atOnce: county.atOnce.objections }),
        ...(name === FILES_FOR_ALL && county.atOnce && { atOnce: county.atOnce.objections }),
      })
    const at = { api: this.http, authorizer }

    declareRoutes(this, caseEndpoints, {
      ...at,
      to: answering(
        'intake-api',
        '单位不能填报、提交，法制办不能审核、考核。',
        appendsTo(ledger, 'case', 'duty', 'opened', 'panel'),
        ...looksUp,
        keepsContents(contents),
        readsContents(contents),
        remembersPersons(persons),
        readsPersons(persons),
        namesPersons(persons),
        knows({ COUNTY: handledOf(county) }),
      ),
    })
    declareRoutes(this, correctionEndpoints, {
      ...at,
      to: answering(
        'corrections-api',
        '结论和会议决定的登记不能更正；申报件的其他办理不受影响。',
        appendsTo(ledger, 'case', 'resolution'),
        ...looksUp,
        readsContents(contents),
        readsPersons(persons),
        namesPersons(persons),
        knows({ COUNTY: handledOf(county) }),
      ),
    })
    declareRoutes(this, batchEndpoints, {
      ...at,
      to: answering(
        'batch-api',
        '创建通知不能发布和变更，会议决定不能登记，命名等决定不能签发，单位不能提醒。',
        appendsTo(ledger, 'batch', 'decision', 'reminders', 'resolution'),
        ...writingTexts,
        knows({ COUNTY: handledOf(county) }),
      ),
    })
    declareRoutes(this, workEndpoints, {
      ...at,
      to: answering(
        'work-api',
        '情况交流不能发出和查看，监督检查不能登记、答复和确认；申报件的办理不受影响。',
        appendsTo(ledger, 'bulletins', 'inspection', 'received'),
        ...looksUp,
        namesPersons(persons),
      ),
    })
    declareRoutes(this, rosterEndpoints, {
      ...at,
      to: answering(
        'roster-api',
        '登录后进不了工作台，名册不能登记。',
        appendsTo(ledger, 'keepers', 'login', 'person', 'unit'),
        readsLists(views),
        remembersPersons(persons),
        readsPersons(persons),
        namesPersons(persons),
        knows({ ISSUER: county.issuer, ADMIN_LOGIN: county.administratorLogin }),
      ),
    })
    declareRoutes(this, evidenceEndpoints, {
      ...at,
      to: answering(
        'evidence-api',
        '材料不能上传、查看和下载。',
        appendsTo(ledger, 'evidence', 'copies', 'opened'),
        ...looksUp,
        namesPersons(persons),
        signsUploads(evidence),
        signsDownloads(evidence),
        // A ticket asked again looks at bytes whose event was lost.
        judgesUploads(evidence),
        knowsOfScans(county),
        // What a self-assessment cites; the scanner reads what came with objections, which lies there too.
        readsContents(contents),
      ),
    })
    declareRoutes(this, dossierEndpoints, {
      ...at,
      to: answering(
        'dossier-api',
        '单位不能填写自评和定稿，法制办不能查看已提交的自评。',
        appendsTo(ledger, 'dossier', 'spread'),
        ...writingTexts,
        knowsOfScans(county),
      ),
    })
    declareRoutes(this, assessmentEndpoints, {
      ...at,
      to: answering(
        'assessment-api',
        '考核组不能记录考核情况，考核情况不能查看；其他环节的办理不受影响。',
        appendsTo(ledger, 'panel', 'sheet'),
        ...looksUp,
        readsContents(contents),
        namesPersons(persons),
      ),
    })
    declareRoutes(this, titleEndpoints, {
      ...at,
      to: answering(
        'titles-api',
        '称号不能查看、警示、复查和取消，经验材料不能办理；公开名录照常。',
        appendsTo(ledger, 'title'),
        readsManyRows(views),
        ...texts,
        knows({ COUNTY: handledOf(county) }),
      ),
    })
    declareRoutes(this, consultationEndpoints, {
      ...at,
      to: answering(
        'consultation-api',
        '函询、催办和复函不能登记和查看；申报件的办理不受影响。',
        appendsTo(ledger, 'consultation'),
        ...writingTexts,
        knows({ COUNTY: handledOf(county), CONSULTED: JSON.stringify(county.consulted) }),
      ),
    })
    declareRoutes(this, resultsEndpoints, {
      ...at,
      to: answering(
        'results-api',
        '外部结果不能登记和查看；申报件的办理不受影响。',
        appendsTo(ledger, 'results'),
        ...writingTexts,
        knows({ COUNTY: handledOf(county), RESULT_OWNERS: JSON.stringify(county.resultOwners) }),
      ),
    })
    declareRoutes(this, catalogueEndpoints, {
      ...at,
      to: answering(
        'catalogue-api',
        '标准不能发布和查看，新的批次选不了标准。',
        readsLedger(ledger),
        appendsStreams(ledger, 'catalogue'),
        readsLists(views),
        keepsContents(contents),
        readsContents(contents),
      ),
    })
    declareRoutes(this, noticeEndpoints, {
      ...at,
      to: answering(
        'notice-api',
        '公示不能发布和结束，异议不能录入、受理和答复。',
        appendsTo(ledger, `evidence/${officeFor('sent')}`, 'notice', 'objection', 'opened', 'holidays'),
        ...looksUp,
        keepsContents(contents),
        readsContents(contents),
        signsOfficeScans(evidence),
        remembersPersons(persons),
        readsPersons(persons),
        namesPersons(persons),
        knows({ COUNTY: handledOf(county) }),
      ),
    })
    declareRoutes(this, retentionEndpoints, {
      ...at,
      to: answering(
        'retention-api',
        '到期的个人信息不能提请和批准清除。',
        readsLedger(ledger),
        appendsStreams(ledger, 'retention'),
        ...looksUp,
        namesPersons(persons),
        knows({ COUNTY: handledOf(county) }),
      ),
    })
    const open = declareRoutes(this, publicEndpoints, {
      ...at,
      to: answering(
        OPEN_TO_ALL,
        '群众不能提出和查询异议，异议期却在继续。',
        readsStreams(ledger, 'notice', 'batch', 'unit', 'objection'),
        appendsStreams(ledger, 'notice'),
        countsRequests(views),
        keepsContents(contents),
        looksForAttachments(contents),
        remembersPersonsOf(persons, 'objector'),
        knows({ COUNTY: handledOf(county) }),
      ),
    })
    const files = declareRoutes(this, callFileEndpoints, {
      ...at,
      to: answering(
        FILES_FOR_ALL,
        '单位和群众无法打开创建通知的附件。',
        readsStreams(ledger, 'batch', 'evidence'),
        signsCallFiles(evidence),
      ),
    })
    declareRoutes(this, viewsEndpoints, {
      ...at,
      to: answering(
        'views-api',
        '待办、批次进展和名录无法打开。',
        readsLedger(ledger),
        readsRow(views),
        readsManyRows(views),
        readsLists(views),
      ),
    })
    makeStage(this, this.http, [...open, ...files])
    new CfnOutput(this, 'address', { value: this.http.apiEndpoint, description: 'Where AWS serves the county.' })
    followers(this, storage)
    watchFunctions(this)
  }
}
