const KB = 1024
const MB = KB * KB

/** A size as people read it; never rounded up to a limit that it does not pass. */
export const saidSize = (bytes: number): string =>
  bytes < MB / 10 ? `${Math.max(1, Math.round(bytes / KB))}KB` : `${Math.ceil((bytes / MB) * 10) / 10}MB`
