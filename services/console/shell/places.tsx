import { Link } from 'wouter'
import './places.css'

type Props = {
  /** What the address is after `/console/`, and the title. */
  readonly places: readonly (readonly [path: string, title: string])[]
  readonly current: string | undefined
}

/** The console's places in the header. Links suffice: antd's `Menu` would bring submenus and popups to every first page. */
export const Places = ({ places, current }: Props) => (
  <nav aria-label="栏目">
    <ul className="places">
      {places.map(([path, title]) => (
        <li key={path}>
          <Link href={`/console/${path}`} aria-current={path === current ? 'page' : undefined}>
            {title}
          </Link>
        </li>
      ))}
      <li>
        <a href="/public/index.html">公开页面</a>
      </li>
    </ul>
  </nav>
)
