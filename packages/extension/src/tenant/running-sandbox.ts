import type { HttpTransport, Tenant, TokenFacts } from '@entitle/graph'

/** A sandbox tenant that answers. */
export interface RunningSandbox {
  /** Where it answers; in a browser, this window only. */
  readonly url: string
  readonly tenantId: string
  readonly transport: HttpTransport
  /** As whom one is signed in there. */
  readonly token: TokenFacts | undefined
  /** Adds the directory objects that are declared and missing; the others stay as they are. */
  seed(desired: Tenant): void
  stop(): Promise<void>
}

/** Where the sandbox tenant of a workspace lives. */
export interface SandboxHome {
  /** Where it is kept, for people: `/home/ada/contoso/sandbox.sqlite`. */
  place(): string
  /** Where it runs and is kept, in sentences for people. */
  describe(running: RunningSandbox): string
  /** @throws {Error} where what is kept there can't be opened */
  open(): Promise<RunningSandbox>
  /** Deletes what is kept. It must not be running. */
  forget(): Promise<void>
}
