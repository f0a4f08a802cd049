import type { Disposable, LogOutputChannel } from 'vscode'
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient'
import { showFailure } from '../dialogue/messages.ts'
import { CrashPolicy } from './crash-policy.ts'
import {
  type AuditAnswer,
  type AuditParams,
  type CheckAnswer,
  type ConvertAnswer,
  type ConvertParams,
  type DesiredAnswer,
  type DraftAnswer,
  type DraftParams,
  type DrawAnswer,
  type DrawableAnswer,
  type DrawableParams,
  type DrawParams,
  type PrintParams,
  type ReportAnswer,
  type ReportParams,
  type ReviseAnswer,
  type ReviseParams,
  requests,
  type ScenariosAnswer,
  type TellParams,
  type TenantsAnswer,
} from './requests.ts'

/** Makes a client of a new server: a process beside VS Code, or a worker in a browser. */
export type Connect = (options: LanguageClientOptions) => BaseLanguageClient

/** The language server, started when it is first needed. */
export class LanguageServer implements Disposable {
  readonly #connect: Connect
  readonly #log: LogOutputChannel
  readonly #crashes = new CrashPolicy()
  #client: BaseLanguageClient | undefined
  #started: Promise<void> | undefined

  constructor(connect: Connect, log: LogOutputChannel) {
    this.#connect = connect
    this.#log = log
  }

  /** Starts the server unless it runs. @throws when it can't be started. */
  async ready(): Promise<BaseLanguageClient> {
    this.#client ??= this.#create()
    const client = this.#client
    this.#started ??= this.#start(client)
    try {
      await this.#started
    } catch (error) {
      this.#started = undefined
      throw error
    }
    return client
  }

  async restart(): Promise<void> {
    this.#crashes.reset()
    await this.stop()
    await this.ready()
  }

  async stop(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    this.#started = undefined
    await client?.dispose().catch((error: unknown) => this.#log.debug(`The language server ended: ${String(error)}`))
  }

  /** Checks every file of the workspace. */
  async check(): Promise<CheckAnswer> {
    return (await this.ready()).sendRequest<CheckAnswer>(requests.check, {})
  }

  /** What the workspace declares for a tenant, or for its only one. */
  async desired(tenant: string | undefined): Promise<DesiredAnswer> {
    const parameters = tenant === undefined ? {} : { tenant }
    return (await this.ready()).sendRequest<DesiredAnswer>(requests.desired, parameters)
  }

  /** The tenants that the workspace declares. */
  async tenants(): Promise<TenantsAnswer> {
    return (await this.ready()).sendRequest<TenantsAnswer>(requests.tenants, {})
  }

  /** Where the sources stand, for an auditor; null where the earlier report that is given is none. */
  async report(parameters: ReportParams): Promise<ReportAnswer> {
    return (await this.ready()).sendRequest<ReportAnswer>(requests.report, parameters)
  }

  /** How a tenant that was read stands with the rules of the workspace. */
  async audit(parameters: AuditParams): Promise<AuditAnswer> {
    return (await this.ready()).sendRequest<AuditAnswer>(requests.audit, parameters)
  }

  /** The sources of a folder as they are to be, so that they say what a tenant has. */
  async revise(parameters: ReviseParams): Promise<ReviseAnswer> {
    return (await this.ready()).sendRequest<ReviseAnswer>(requests.revise, parameters)
  }

  /** What another tool says, as a source; null where it isn't known. */
  async convert(parameters: ConvertParams): Promise<ConvertAnswer> {
    return (await this.ready()).sendRequest<ConvertAnswer>(requests.convert, parameters)
  }

  /** How each scenario of the workspace turns out. */
  async scenarios(): Promise<ScenariosAnswer> {
    return (await this.ready()).sendRequest<ScenariosAnswer>(requests.scenarios, {})
  }

  /** The next question of an interview, or the source text that it ends in. */
  async draft(parameters: DraftParams): Promise<DraftAnswer> {
    return (await this.ready()).sendRequest<DraftAnswer>(requests.draft, parameters)
  }

  /** What is declared, or the rules, in words. */
  async tell(parameters: TellParams): Promise<string> {
    return (await this.ready()).sendRequest<string>(requests.tell, parameters)
  }

  /** What is declared, as a picture. */
  async draw(parameters: DrawParams): Promise<DrawAnswer> {
    return (await this.ready()).sendRequest<DrawAnswer>(requests.draw, parameters)
  }

  /** The packages whose lifecycle can be drawn. */
  async drawable(parameters: DrawableParams): Promise<DrawableAnswer> {
    return (await this.ready()).sendRequest<DrawableAnswer>(requests.drawable, parameters)
  }

  /** Objects of a tenant as one source text. */
  async print(parameters: PrintParams): Promise<string> {
    return (await this.ready()).sendRequest<string>(requests.print, parameters)
  }

  dispose(): void {
    void this.stop()
  }

  async #start(client: BaseLanguageClient): Promise<void> {
    const started = Date.now()
    await client.start()
    this.#log.info(`The language server is ready (${Date.now() - started} ms).`)
  }

  #create(): BaseLanguageClient {
    return this.#connect({
      documentSelector: [{ language: 'entitle' }],
      outputChannel: this.#log,
      errorHandler: this.#errorHandler(),
      initializationFailedHandler: error => {
        this.#log.error(`The language server could not be started: ${String(error)}`)
        return false
      },
      progressOnInitialization: true,
    })
  }

  #errorHandler(): ErrorHandler {
    return {
      error: (_error, _message, count) => ({
        action: (count ?? 0) < 4 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed: () => {
        if (this.#crashes.mayRestart(Date.now())) {
          this.#log.warn('The language server ended unexpectedly; it is started again.')
          return { action: CloseAction.Restart, handled: true }
        }
        void showFailure(
          'The language server of Entitle ended again and again, so it is not started any more: findings, completion and hover are missing. The log says what happened.',
          { 'Restart Language Server': 'entitle.restartServer', 'Show Log': 'entitle.showLog' },
        )
        return { action: CloseAction.DoNotRestart, handled: true }
      },
    }
  }
}
