/**
 * Takes the place of `mnemonist/lru-cache`, in which clients would keep endpoints that they discover: DynamoDB is asked
 * where it always is, so nothing is ever kept there, and its code is 5 KB of every bundle.
 */
export default class EndpointMap {
  readonly #kept = new Map<string, unknown>()
  has(key: string): boolean {
    return this.#kept.has(key)
  }
  get(key: string): unknown {
    return this.#kept.get(key)
  }
  peek(key: string): unknown {
    return this.#kept.get(key)
  }
  set(key: string, value: unknown): void {
    this.#kept.set(key, value)
  }
  clear(): void {
    this.#kept.clear()
  }
}
