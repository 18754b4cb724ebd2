import { useQuery } from '@tanstack/react-query'
import { App, Button, Layout, Space, Typography } from 'antd'
import { Suspense } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { readMe } from '#contracts/read-me.ts'
import { useAsk } from '../forms/ask.tsx'
import { kept } from '../kept/browser.ts'
import { PrintedBy } from '../print/printed-by.tsx'
import { type Handled, usePrivacyNotice } from '../privacy/use-privacy-notice.ts'
import { useApi } from '../session/api.ts'
import { mayAsk } from '../session/may-ask.ts'
import { partOfPage } from '../session/parts.ts'
import type { Session } from '../session/session.ts'
import { useIdleWatch } from '../session/use-idle-watch.ts'
import { Boundary } from './boundary.tsx'
import { ClockPanel } from './clock-panel.tsx'
import { Places } from './places.tsx'
import { Loading, Refusal } from './states.tsx'
import '../print/print.css'

const Worklist = partOfPage(() => import('../worklist/worklist.tsx'))
const UnitHome = partOfPage(() => import('../entry/unit-home.tsx'))
const OfficeWorklist = partOfPage(() => import('../worklist/office-worklist.tsx'))
const JudgementPage = partOfPage(() => import('../judgement/judgement.tsx'))
const CatalogueList = partOfPage(() => import('../catalogue/catalogue-list.tsx'))
const BulletinsPage = partOfPage(() => import('../bulletins/bulletins-page.tsx'))
const ConsultationsPage = partOfPage(() => import('../consultation/consultations-page.tsx'))
const ResultsPage = partOfPage(() => import('../results/results-page.tsx'))
const CataloguePage = partOfPage(() => import('../catalogue/catalogue-page.tsx'))
const PrivacyDialog = partOfPage(() => import('../privacy/privacy-dialog.tsx'))
const TitlePage = partOfPage(() => import('../titles/title-page.tsx'))
const Register = partOfPage(() => import('../register/office-register.tsx'))
const Objections = partOfPage(() => import('../objections/queue.tsx'))
const Roster = partOfPage(() => import('../roster/roster-room.tsx'))
const Openings = partOfPage(() => import('../openings/openings.tsx'))
const Erasing = partOfPage(() => import('../erasing/erasing.tsx'))
const Scans = partOfPage(() => import('../scans/scans.tsx'))
const CasePage = partOfPage(() => import('../case/case.tsx'))
const Dossier = partOfPage(() => import('../dossier/dossier.tsx'))
const Assessment = partOfPage(() => import('../assessment/assessment.tsx'))
const Tally = partOfPage(() => import('../assessment/tally.tsx'))
const PrintForm = partOfPage(() => import('../print/print-form.tsx'))
const Batches = partOfPage(() => import('../board/batches.tsx'))
const Board = partOfPage(() => import('../board/board.tsx'))
const NewCall = partOfPage(() => import('../call/new-call.tsx'))
const CallOfBatch = partOfPage(() => import('../call/call-page.tsx'))
const NewNotice = partOfPage(() => import('../notice/prepare-notice.tsx'))
const NoticePage = partOfPage(() => import('../notice/notice-page.tsx'))
const ResolutionPage = partOfPage(() => import('../meeting/resolution.tsx'))
const AnnouncementsPage = partOfPage(() => import('../announcement/announcements.tsx'))

type Props = {
  county: string
  handling: Handled
  idleMinutes: number
  scans: boolean
  session: Session
  onLaptop: boolean
}

export function Frame({ county, handling, idleMinutes, scans, session, onLaptop }: Props) {
  const api = useApi()
  const { message } = App.useApp()
  const question = useAsk()
  const [place] = useLocation()
  const IdleWatch = useIdleWatch(idleMinutes)
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  const privacy = usePrivacyNotice(me.data?.person)
  // A look that fails later must not take away what is on screen.
  if (me.error && !me.data) return <Refusal error={me.error} again={() => me.refetch()} />
  if (!me.data) return <Loading />
  const goAway = () =>
    session.leave().catch(() => message.error('网络不通，还没有退出；请恢复网络后再退出，离开前不要让他人使用本机。'))
  const askToLeave = () => {
    const drafts = kept.count()
    if (drafts === 0) return void goAway()
    question({
      title: `有${drafts}处填写的内容还没有提交，退出后从本机清除。`,
      okText: '仍要退出',
      onOk: goAway,
    })
  }
  const roles = [...new Set(me.data.appointments.map(({ title, unit }) => (unit ? `${unit.name}${title}` : title)))]
  const office = mayAsk('read-board', me.data.appointments)
  const ofUnit = me.data.appointments.some(({ unit }) => unit)
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Header className="top">
        <h1>{county}依法行政示范创建</h1>
        <Places
          current={
            /^\/console\/(batches|calls|objections|catalogues|register|titles|results|openings|erasing|roster|scans)/
              .exec(place)?.[1]
              ?.replace('calls', 'batches')
              .replace('titles', 'register') ?? (place === '/console/' ? '' : undefined)
          }
          places={[
            ['', '我的待办'],
            ...(office ? [['batches', '批次'] as const] : []),
            ...(mayAsk('list-objections', me.data.appointments) ? [['objections', '异议'] as const] : []),
            ...(office || ofUnit ? [['catalogues', '标准'] as const] : []),
            ...(office || ofUnit ? [['register', '名录'] as const] : []),
            ...(mayAsk('read-results', me.data.appointments) ? [['results', '外部结果'] as const] : []),
            ...(mayAsk('read-roster', me.data.appointments) ? [['roster', '名册'] as const] : []),
            ...(mayAsk('read-openings', me.data.appointments) ? [['openings', '查阅记录'] as const] : []),
            ...(mayAsk('read-retention', me.data.appointments) ? [['erasing', '到期清除'] as const] : []),
            ...(scans && mayAsk('read-scans', me.data.appointments) ? [['scans', '查毒'] as const] : []),
          ]}
        />
        <Space className="who">
          <Typography.Text style={{ color: 'white' }} title={roles.join('、')}>
            {me.data.name} · {roles[0] ?? '没有岗位'}
            {roles.length > 1 && `等${roles.length}个岗位`}
          </Typography.Text>
          <Button size="small" ghost onClick={askToLeave}>
            退出
          </Button>
        </Space>
      </Layout.Header>
      {onLaptop && (
        <div className="not-printed">
          <ClockPanel seesBoards={office} />
        </div>
      )}
      <Layout.Content id="content" tabIndex={-1}>
        <p className="only-printed printed-county">{county}依法行政示范创建</p>
        <Boundary place={place}>
          <Suspense fallback={<Loading />}>
            <Switch>
              <Route path="/console/" component={office ? OfficeWorklist : ofUnit ? UnitHome : Worklist} />
              <Route path="/console/cases/:batch/:unit/print/:form">
                {(params) => <PrintForm key={`${params.batch}/${params.unit}/${params.form}`} {...params} />}
              </Route>
              <Route path="/console/cases/:batch/:unit/dossier/:item?">
                {(params) => <Dossier key={`${params.batch}/${params.unit}`} {...params} />}
              </Route>
              <Route path="/console/cases/:batch/:unit/assessment/:method?">
                {(params) => <Assessment key={`${params.batch}/${params.unit}`} {...params} />}
              </Route>
              <Route path="/console/cases/:batch/:unit/tally">
                {(params) => <Tally key={`${params.batch}/${params.unit}`} {...params} />}
              </Route>
              <Route path="/console/cases/:batch/:unit/:part?">
                {(params) => <CasePage key={`${params.batch}/${params.unit}`} {...params} />}
              </Route>
              <Route path="/console/batches" component={Batches} />
              <Route path="/console/calls/new" component={NewCall} />
              <Route path="/console/register" component={Register} />
              <Route path="/console/titles/:batch/:unit">
                {(params) => <TitlePage key={`${params.batch}/${params.unit}`} {...params} />}
              </Route>
              <Route path="/console/roster/:part?">{({ part }) => <Roster part={part} />}</Route>
              <Route path="/console/results/:year?">{({ year }) => <ResultsPage asked={year} />}</Route>
              <Route path="/console/openings" component={Openings} />
              <Route path="/console/erasing" component={Erasing} />
              <Route path="/console/objections" component={Objections} />
              <Route path="/console/scans" component={Scans} />
              <Route path="/console/catalogues" component={CatalogueList} />
              <Route path="/console/catalogues/:id">{({ id }) => <CataloguePage key={id} id={id} />}</Route>
              <Route path="/console/batches/:batch/steps/:step/judge/:unit">
                {(params) => <JudgementPage key={`${params.batch}/${params.step}/${params.unit}`} {...params} />}
              </Route>
              <Route path="/console/batches/:batch/steps/:step/notices/new">
                {(params) => <NewNotice key={`${params.batch}/${params.step}`} {...params} />}
              </Route>
              <Route path="/console/batches/:batch/notices/:n">{(params) => <NoticePage {...params} />}</Route>
              <Route path="/console/batches/:batch/steps/:step/resolutions">
                {(params) => <ResolutionPage key={`${params.batch}/${params.step}`} {...params} />}
              </Route>
              <Route path="/console/batches/:batch/steps/:step/announcements">
                {(params) => <AnnouncementsPage key={`${params.batch}/${params.step}`} {...params} />}
              </Route>
              <Route path="/console/batches/:batch/bulletins">
                {(params) => <BulletinsPage key={params.batch} {...params} />}
              </Route>
              <Route path="/console/batches/:batch/consultations">
                {(params) => <ConsultationsPage key={params.batch} {...params} />}
              </Route>
              <Route path="/console/batches/:batch/call">
                {({ batch }) => <CallOfBatch key={batch} batch={batch} />}
              </Route>
              <Route path="/console/batches/:batch">{(params) => <Board {...params} />}</Route>
              <Route>
                <Redirect to="/console/" />
              </Route>
            </Switch>
          </Suspense>
        </Boundary>
        <PrintedBy name={me.data.name} />
        <Button type="link" size="small" className="not-printed" style={{ marginTop: 12 }} onClick={privacy.open}>
          个人信息告知
        </Button>
        {privacy.isOpen && (
          <Suspense fallback={null}>
            <PrivacyDialog handling={handling} close={privacy.close} haveRead={privacy.haveRead} />
          </Suspense>
        )}
        {IdleWatch && <IdleWatch minutes={idleMinutes} timeOut={session.timeOut} />}
      </Layout.Content>
    </Layout>
  )
}
