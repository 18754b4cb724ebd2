/** How a title stands, in its colour, wherever titles are shown. */
import { Tag } from 'antd'
import type { Standing } from '#title/standing.ts'

const COLOURS: Readonly<Record<Standing, string>> = {
  held: 'success',
  warned: 'warning',
  suspended: 'warning',
  revoked: 'error',
  expired: 'default',
}

/** `standing`: none while its first entry waits for approval. */
export const StandingTag = ({ standing, said }: { standing: Standing | undefined; said: string }) => (
  <Tag color={standing ? COLOURS[standing] : 'processing'}>{said}</Tag>
)
