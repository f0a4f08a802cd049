import fs from 'node:fs'
import type { RunningSandbox } from '../ports.ts'

/** The note beside a sandbox's file that says who serves it. It holds no secret: an address and a process. */
const noteOf = (file: string): string => `${file}.running.json`

export const noteRunning = (file: string, { url, tenantId, pid }: RunningSandbox): void => {
  if (file !== ':memory:')
    fs.writeFileSync(noteOf(file), `${JSON.stringify({ format: 'entitle-sandbox-running/1', url, tenantId, pid })}\n`)
}

/** Takes this process's own note away; another's stays. */
export const forgetRunning = (file: string): void => {
  if (readNote(file)?.pid === process.pid) fs.rmSync(noteOf(file), { force: true })
}

const readNote = (file: string): RunningSandbox | undefined => {
  try {
    const note: unknown = JSON.parse(fs.readFileSync(noteOf(file), 'utf8'))
    if (typeof note !== 'object' || note === null || !('url' in note) || !('tenantId' in note) || !('pid' in note))
      return undefined
    const { url, tenantId, pid } = note
    const isLocal = typeof url === 'string' && /^http:\/\/127\.0\.0\.1:\d+$/.test(url)
    if (!isLocal || typeof tenantId !== 'string' || !Number.isSafeInteger(pid) || Number(pid) <= 1) return undefined
    return { url, tenantId, pid: Number(pid) }
  } catch {
    return undefined
  }
}

/**
 * Whoever serves a file's sandbox. A note may outlive the process that wrote it, and its number may be another process's by
 * now: it counts only when the sandbox of that tenant answers at its address.
 */
export const runningFrom = async (file: string): Promise<RunningSandbox | undefined> => {
  const note = file === ':memory:' ? undefined : readNote(file)
  if (note === undefined) return undefined
  const signal = AbortSignal.timeout(2000)
  const answer = await fetch(`${note.url}/common/v2.0/.well-known/openid-configuration`, { signal }).catch(
    () => undefined,
  )
  const said: unknown = await answer?.json().catch(() => undefined)
  const issuer = typeof said === 'object' && said !== null && 'issuer' in said ? String(said.issuer) : ''
  return issuer.includes(`/${note.tenantId}/`) ? note : undefined
}
