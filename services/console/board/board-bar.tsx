/** Where the cases of a batch stand, as a picture: lengths only repeat what the words beside them say. */
import { Typography } from 'antd'

type Step = { readonly step: string; readonly title: string; readonly count: number }
type Props = {
  steps: readonly Step[]
  endings: readonly Step[]
  late: ReadonlyMap<string, number>
  chosen: string | undefined
  choose: (step: string | undefined) => void
}

const Bar = ({ count, late, most, ended }: { count: number; late: number; most: number; ended: boolean }) => (
  <span
    aria-hidden="true"
    style={{ display: 'flex', height: 18, background: '#f5f5f5', borderRadius: 2, overflow: 'hidden', flex: 1 }}
  >
    <span style={{ width: `${(late / most) * 100}%`, background: '#cf1322' }} />
    <span style={{ width: `${((count - late) / most) * 100}%`, background: ended ? '#8c8c8c' : '#3f6ea8' }} />
  </span>
)

export function BoardBar({ steps, endings, late, chosen, choose }: Props) {
  const all = [...steps, ...endings]
  const most = Math.max(1, ...all.map(({ count }) => count))
  const line = ({ step, title, count }: Step, ended: boolean) => {
    const over = late.get(step) ?? 0
    return (
      <li key={step}>
        <button
          type="button"
          className="as-text"
          aria-pressed={chosen === step}
          onClick={() => choose(chosen === step ? undefined : step)}
          style={{
            display: 'flex',
            alignItems: 'center',
            gap: 12,
            width: '100%',
            padding: '3px 6px',
            border: 0,
            borderRadius: 4,
            background: chosen === step ? '#fff1f0' : 'transparent',
            font: 'inherit',
            textAlign: 'start',
            cursor: 'pointer',
          }}
        >
          <span style={{ width: 112 }}>{title}</span>
          <Bar count={count} late={over} most={most} ended={ended} />
          <span style={{ width: 170 }}>
            {count}个单位{over > 0 && <Typography.Text type="danger">，逾期{over}个</Typography.Text>}
          </span>
        </button>
      </li>
    )
  }
  return (
    <ul aria-label="各环节单位数，选一行只看该环节" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {steps.map((one) => line(one, false))}
      {endings.filter(({ count }) => count > 0).map((one) => line(one, true))}
    </ul>
  )
}
