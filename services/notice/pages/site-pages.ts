/** The public pages as the site bucket keeps them. */
export interface SitePages {
  /**
   * Writes a page that `make` makes of what is true now, and of the page as it was where that matters. When somebody
   * else wrote it meanwhile, it is made again: what stands in the end was made after every change it had to show.
   */
  publish(key: string, make: (before: string | undefined) => Promise<string>): Promise<void>
  /** The page as it stands; undefined before it was first published. */
  read(key: string): Promise<string | undefined>
}
