/** Which external results of the unit a note cites: those that stand, and what it cites already, whatever became of that. */
import { Alert, Button, Checkbox, Flex, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import { MOST_RESULTS } from '#steps/inquiry/sheet.ts'
import type { Autosave, Draft } from '../forms/autosave.ts'
import { wrongAt } from '../forms/refusal.ts'
import { useRecentResults } from '../results/use-results.ts'
import { type Citable, citable, saidCited, saidSince, usesIn } from './cited.ts'
import type { Note } from './noted.ts'

const FIELD = 'results'

type Props = { unit: string; note: Note | undefined; draft: Draft; autosave: Autosave }
export function CiteResults({ unit, note, draft, autosave }: Props) {
  const { data } = useRecentResults()
  const uses = usesIn(draft.values[FIELD])
  const all = citable(data?.results ?? [], unit, note?.results ?? [], uses)
  const collision = draft.collisions.find(({ field }) => field === FIELD)
  const wrong = wrongAt(draft.wrong, FIELD)
  if (all.length === 0 && !collision) return null
  const put = (use: string, isCited: boolean) => {
    const next = isCited ? [...uses, use] : uses.filter((one) => one !== use)
    autosave.put(FIELD, next.length > 0 ? next : undefined)
  }
  return (
    <fieldset style={{ border: 0, padding: 0, margin: '0 0 20px' }} data-answer={FIELD}>
      <legend style={{ fontWeight: 600, marginBottom: 4 }}>引用外部结果</legend>
      <Flex vertical gap={4}>
        {all.map((one) => (
          <Checkbox
            key={one.use}
            checked={uses.includes(one.use)}
            disabled={!uses.includes(one.use) && uses.length >= MOST_RESULTS}
            onChange={({ target }) => put(one.use, target.checked)}
          >
            <Said cited={one} />
          </Checkbox>
        ))}
      </Flex>
      {wrong && (
        <Typography.Text type="danger" role="alert" style={{ display: 'block' }}>
          {wrong}
        </Typography.Text>
      )}
      {collision && (
        <Alert
          type="error"
          role="alert"
          style={{ marginTop: 6 }}
          title="您在另一处也修改了引用的外部结果，请选择一处。"
          action={
            <Flex gap={8}>
              <Button size="small" onClick={() => autosave.choose(FIELD, 'mine')}>
                采用这里选择的
              </Button>
              <Button size="small" onClick={() => autosave.choose(FIELD, 'theirs')}>
                采用另一处选择的
              </Button>
            </Flex>
          }
        />
      )}
    </fieldset>
  )
}

const Said = ({ cited }: { cited: Citable }) => (
  <>
    {saidCited(cited)}
    {cited.since && (
      <Tag color="warning" style={{ marginInlineStart: 8 }}>
        {saidSince(cited.since)}
      </Tag>
    )}
  </>
)

/** What somebody's note cites, as it stands now. */
export const CitedResults = ({ results }: Pick<Note, 'results'>) =>
  results.map((one) => (
    <div key={one.use} style={{ whiteSpace: 'pre-wrap' }}>
      引用外部结果：
      <Link href={`/console/results/${one.year}`} className="in-text">
        {saidCited(one)}
      </Link>
      {one.since && (
        <Tag color="warning" style={{ marginInlineStart: 8 }}>
          {saidSince(one.since)}
        </Tag>
      )}
      {one.text && <div>{one.text}</div>}
    </div>
  ))
