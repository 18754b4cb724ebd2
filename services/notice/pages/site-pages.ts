/** The public pages as the site bucket keeps them. */
export interface SitePages {
  /**
   * Writes a page that `make` makes of what is true now. When somebody else wrote it meanwhile, it is made again: what
   * stands in the end was made after every change it had to show.
   */
  publish(key: string, make: () => Promise<string>): Promise<void>
}
