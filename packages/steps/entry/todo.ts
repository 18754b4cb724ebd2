import type { CaseFacts, PaperFacts } from '#case/facts.ts'
import type { SignOffBox } from '#procedure/forms.ts'
import type { Entry } from '#procedure/kinds.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { MODE_WORDS, type SignOffMode, type SignOffModes } from '#procedure/sign-off-mode.ts'
import { holds, isOfUnit, type Looking, type SomeTodo, type TodoFrame } from '../todo-shape.ts'
import { modeFor, modeOf, nextBox } from './sign-form.ts'

const NOTHING: PaperFacts = { missing: 0, signOffs: [], editors: [], makers: [], byOffice: false, returned: false }

/** What is to be done about a form, by the unit and by whoever enters it from paper 代录. */
export function entryTodos(
  { form, title, fills }: Entry,
  facts: CaseFacts,
  { signOffs: modes }: TodoFrame,
  looking: Looking,
): readonly SomeTodo[] {
  const paper = facts.papers[form] ?? NOTHING
  const ofUnit = isOfUnit(looking, facts)
  const next = nextBox(form, paper.signOffs)
  const isFilled = paper.digest !== undefined && paper.missing === 0
  /** Whoever carries the form on: the unit's own, or the officer who has begun to enter its paper. */
  const carries = ofUnit ? holds(looking, fills, facts.unit) : paper.makers.includes(looking.person)
  const again = paper.returned ? returnTitle(facts) : ''
  /** Somebody has to change what came back before anybody signs it again. */
  const comesBack = paper.unchanged === true && isFilled && next !== undefined
  const wanting = comesBack ? `修改“${title}”中退回的内容，重新签署后提交` : wantingOf(paper, title)
  const ready = isFilled && !paper.declined && !comesBack
  const mending = paper.declined ? `签署人退回修改：${paper.declined.reason}` : wanting
  return [
    {
      command: 'save-form',
      form,
      text: carries && !ofUnit ? `代录：${mending}` : `${again}${mending}`,
      must: carries && (!isFilled || paper.declined !== undefined || comesBack),
    },
    ...(paper.digest !== undefined && next
      ? signTodos(
          { form, paper, box: next, mode: modeOf(next.name, modes[form] ?? {}, !ofUnit), ready },
          facts,
          looking,
          carries,
        )
      : []),
    // What the unit has filled in itself the office does not hand in for it.
    ...(paper.digest === undefined || (!ofUnit && !paper.byOffice)
      ? []
      : [
          {
            command: 'submit-form',
            form,
            text:
              isFilled && next
                ? `${again}等待签署“${next.title}”${aside(next, modes[form] ?? {}, paper, looking)}，然后提交`
                : `${again}提交“${title}”${whyExplains(paper)}`,
            must:
              carries &&
              ready &&
              (next === undefined ||
                (waitsForOthers(next, modes[form] ?? {}, ofUnit) && !signsFromPaper(next, paper, facts, looking))),
          } as const,
        ]),
  ]
}

/** What came back is handed in with something of it as it was: whoever does that writes why. */
const whyExplains = ({ explains }: PaperFacts): string => (explains ? '（退回的内容没有都改，须写明理由）' : '')

const wantingOf = ({ digest, missing }: PaperFacts, title: string): string =>
  digest === undefined ? `填写“${title}”的表格` : `“${title}”的表格还有${missing}项未填`

/** How the procedure calls the outcome that has brought the case back to its entry, as what is to be done begins. */
function returnTitle({ procedure, step }: CaseFacts): string {
  const outcomes = Object.values(procedureOf(procedure).steps).flatMap((one) => Object.values(one.outcomes))
  const title = outcomes.find(({ back }) => back === step)?.title
  return title === undefined ? '' : `${title}：`
}

/** Whether the sign-off is somebody else's to give on screen, so that whoever carries the form can only wait. */
const waitsForOthers = ({ name }: SignOffBox, modes: SignOffModes, ofUnit: boolean) =>
  ofUnit && modeOf(name, modes, false) === 'online'

/** Whose sign-off it is, and who may not give it on screen, having edited the form. */
const signsFromPaper = (
  { signer, apartFromEditors }: SignOffBox,
  { editors }: PaperFacts,
  { unit }: CaseFacts,
  looking: Looking,
): boolean =>
  apartFromEditors === true && signer !== undefined && holds(looking, signer, unit) && editors.includes(looking.person)

/** Who heads the unit is not known here: to whoever waits while others have edited it is said what a head among these does. */
const aside = (
  { name, apartFromEditors }: SignOffBox,
  modes: SignOffModes,
  { editors }: PaperFacts,
  { person }: Looking,
): string =>
  apartFromEditors && modeOf(name, modes, false) === 'online' && editors.some((one) => one !== person)
    ? '（负责人填写过本表的不能在线签署，请其录入签字盖章的纸质签署）'
    : ''

type Signing = {
  readonly form: string
  readonly paper: PaperFacts
  readonly box: SignOffBox
  readonly mode: SignOffMode
  /** It can be signed and handed in as it stands. */
  readonly ready: boolean
}

function signTodos(
  { form, paper, box, mode, ready }: Signing,
  facts: CaseFacts,
  looking: Looking,
  carries: boolean,
): readonly SomeTodo[] {
  const { name: signOff, title, signer } = box
  if (mode !== 'online') {
    // From paper, or from a sealed file, it is entered by whoever fills the form in, or by any officer where the office entered the form.
    if (!carries && (isOfUnit(looking, facts) || !paper.byOffice)) return []
    return [
      {
        command: 'sign-form',
        form,
        signOff,
        text: `${MODE_WORDS[mode].enter}的“${title}”`,
        must: carries && ready,
      },
    ]
  }
  if (!signer || !holds(looking, signer, facts.unit)) return []
  if (modeFor(box, {}, { by: looking.person }, paper.editors) === 'paper')
    return [
      {
        command: 'sign-form',
        form,
        signOff,
        text: `录入纸质签署的“${title}”（您填写过本表，不能在线签署；没有填写过本表的负责人可以在线签署）`,
        must: ready,
      },
    ]
  return [
    { command: 'sign-form', form, signOff, text: `在线签署“${title}”`, must: ready },
    { command: 'decline-signing', form, signOff, text: '退回经办人修改', must: false },
  ]
}
