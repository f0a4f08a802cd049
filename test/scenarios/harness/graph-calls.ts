import type { Exchange, RequestRecord } from '@entitle/sandbox'

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

const isWrite = ({ method, path }: Exchange) => method !== 'GET' && !/\/(token|\$batch|getByIds)$/.test(path)

/** Requests as a story tells them: every write with its path and, where it failed, its status; reads counted. */
export const graphCalls = (requests: readonly RequestRecord[]): readonly string[] => {
  const calls: readonly Exchange[] = requests.flatMap(request =>
    request.batch === undefined ? [request] : request.batch,
  )
  const ours = calls.filter(({ path }) => !path.endsWith('/token'))
  const reads = ours.filter(call => !isWrite(call)).length
  const writes = ours.filter(isWrite).map(({ method, path, status }) => {
    const short = path
      .replace('/v1.0/identityGovernance/entitlementManagement', '…')
      .replace('/v1.0', '')
      .replace(ids, '{id}')
    return `> ${method} ${decodeURIComponent(short)}${status < 300 ? '' : ` ${status === 0 ? 'cut' : status}`}`
  })
  return [...(reads === 0 ? [] : [`> ${reads} reads`]), ...writes]
}
