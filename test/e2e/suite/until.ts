/** Asks again and again until there is an answer. @throws when there is none within `limit` milliseconds. */
export const until = async <T>(
  what: string,
  ask: () => T | false | undefined | PromiseLike<T | false | undefined>,
  limit = 30_000,
): Promise<T> => {
  const end = Date.now() + limit
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > end) throw new Error(`Not within ${limit / 1000} s: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
