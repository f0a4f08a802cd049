/** What the exit code of `entitle` tells a script. Documented in the help of every command. */
export const exitCodes = {
  fine: 0,
  findings: 1,
  pending: 2,
  refused: 3,
  halfway: 4,
  usage: 64,
  fault: 70,
  cancelled: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Each code in words, as the help has them. */
export const exitCodeWords: { readonly [code in ExitCode]: string } = {
  [exitCodes.fine]: 'fine: nothing found, nothing to do, or done',
  [exitCodes.findings]: 'the sources have errors; nothing was changed',
  [exitCodes.pending]: 'the tenant is not as declared: changes are pending (plan), or it drifted (drift)',
  [exitCodes.refused]: 'refused, nothing was changed: not confirmed, no permission, another tenant, a stale plan',
  [exitCodes.halfway]: 'a deployment failed on its way; the output says which steps took effect',
  [exitCodes.usage]: 'the command line, or a file that it names, cannot be used; nothing was changed',
  [exitCodes.fault]: 'a fault of Entitle itself',
  [exitCodes.cancelled]: 'cancelled (Ctrl-C); the output says what took effect',
}
