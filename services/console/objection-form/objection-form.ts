/**
 * The public form's one script: pictures are made smaller before they are sent, and what cannot be sent is said before
 * it is. The page says its limits in attributes of the form.
 */
import { saidSize } from '#evidence/said-size.ts'
import { sharesOf, whyNotSent } from './fit-pictures.ts'
import { shrinkPicture } from './shrink-picture.ts'

const form = document.querySelector<HTMLFormElement>('form[data-most-bytes]')
const input = document.querySelector<HTMLInputElement>('#files')
const told = document.querySelector<HTMLElement>('#files-told')
if (form && input && told) tend(form, input, told)

function tend(form: HTMLFormElement, input: HTMLInputElement, told: HTMLElement): void {
  const limits = {
    mostFiles: Number(form.dataset.mostFiles),
    mostBytes: Number(form.dataset.mostBytes),
  }
  // What cannot be sent is refused here: the answer can take this page's place.
  form.removeAttribute('target')
  document.querySelector('#no-script')?.remove()
  document.querySelector('#with-script')?.removeAttribute('hidden')
  const already = () => form.querySelectorAll('input[name=kept]:checked').length
  let working: Promise<void> | undefined
  const wrong = () => whyNotSent([...(input.files ?? [])], already(), limits)
  const say = (sentence: string, bad = false) => {
    told.textContent = sentence
    told.className = bad ? 'bad' : ''
    if (bad) input.setAttribute('aria-invalid', 'true')
    else input.removeAttribute('aria-invalid')
  }

  async function shrinkAll(): Promise<void> {
    const files = [...(input.files ?? [])]
    const [shares, news] = [sharesOf(files, limits.mostBytes), new DataTransfer()]
    const lines: string[] = []
    let failed = ''
    for (const [at, file] of files.entries()) {
      const share = shares[at]
      if (share !== undefined) say(`正在压缩“${file.name}”（第${at + 1}个，共${files.length}个）…`)
      const made = share === undefined ? file : await shrinkPicture(file, share).catch(() => undefined)
      if (!made) failed += `“${file.name}”（${saidSize(file.size)}）在本机无法压缩；请用手机另存为较小的JPG后重新选择。`
      news.items.add(made ?? file)
      lines.push(
        made && made !== file
          ? `“${file.name}”${saidSize(file.size)}，已压缩为${saidSize(made.size)}`
          : `“${file.name}”${saidSize(file.size)}`,
      )
    }
    input.files = news.files
    const no = wrong()
    if (no) say(failed + no, true)
    else say(lines.length > 0 ? `${lines.join('；')}。合计${saidSize(sum(news.files))}，可以提交。` : '')
  }

  input.addEventListener('change', () => {
    const tooMany = (input.files?.length ?? 0) + already() > limits.mostFiles
    if (tooMany) return say(wrong() ?? '', true)
    working = shrinkAll().finally(() => {
      working = undefined
    })
  })
  // Enter is part of the typing: what cannot be taken back is sent by its button.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !PRESSED.has(event.target.type))
      event.preventDefault()
  })
  form.addEventListener('submit', (event) => {
    const submitter = event.submitter
    if (working) {
      event.preventDefault()
      // The click counts once the pictures are ready.
      void working.then(() => form.requestSubmit(submitter))
      return
    }
    const no = wrong()
    if (!no) return
    event.preventDefault()
    say(no, true)
    input.focus()
  })
}

/** Fields that are themselves pressed. */
const PRESSED: ReadonlySet<string> = new Set(['submit', 'button', 'file'])
const sum = (files: FileList): number => [...files].reduce((all, { size }) => all + size, 0)
