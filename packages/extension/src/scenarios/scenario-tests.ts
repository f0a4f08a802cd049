import type { SourceRange } from '@entitle/graph'
import {
  CodeLens,
  type Disposable,
  EventEmitter,
  Location,
  languages,
  Range,
  type TestItem,
  TestMessage,
  TestMessageStackFrame,
  type TestRun,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  Uri,
  workspace,
} from 'vscode'
import type { LanguageServer } from '../language/client.ts'
import { type ScenarioFacts, type ScenarioRun, scenarioFacts, scenarioIds } from './summary.ts'

/** So long after the last key it is looked which scenarios there are. */
const pause = 700

/** The scenarios of the workspace in the Test Explorer, by file, with a lens above each. */
export class ScenarioTests implements Disposable {
  readonly #language: LanguageServer
  readonly #controller = tests.createTestController('entitle', 'Entitle Scenarios')
  readonly #changed = new EventEmitter<void>()
  readonly #all: readonly Disposable[]
  #waiting: ReturnType<typeof setTimeout> | undefined

  constructor(language: LanguageServer) {
    this.#language = language
    this.#controller.refreshHandler = () => this.refresh()
    this.#controller.createRunProfile(
      'Run Scenarios',
      TestRunProfileKind.Run,
      async (request, cancellation) => {
        await this.#run(request, () => cancellation.isCancellationRequested)
      },
      true,
    )
    this.#all = [
      this.#controller,
      this.#changed,
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'entitle') this.#soon()
      }),
      workspace.onDidDeleteFiles(() => this.#soon()),
      languages.registerCodeLensProvider(
        { language: 'entitle' },
        { onDidChangeCodeLenses: this.#changed.event, provideCodeLenses: ({ uri }) => this.#lensesOf(uri) },
      ),
    ]
  }

  /** Looks which scenarios there are. Those that are still there keep what came of them. */
  async refresh(): Promise<void> {
    this.#show(scenarioIds(await this.#language.scenarios()))
  }

  /** Runs those of these ids, or all. */
  async run(ids?: readonly string[]): Promise<ScenarioFacts> {
    await this.refresh()
    const wanted = ids === undefined ? undefined : this.#items().filter(({ id }) => ids.includes(id))
    return this.#run(new TestRunRequest(wanted), () => false)
  }

  dispose(): void {
    clearTimeout(this.#waiting)
    for (const each of this.#all) each.dispose()
  }

  async #run(request: TestRunRequest, isCancelled: () => boolean): Promise<ScenarioFacts> {
    const run = this.#controller.createTestRun(request)
    try {
      const found = scenarioIds(await this.#language.scenarios())
      this.#show(found)
      const chosen = this.#chosen(request)
      const told = isCancelled() ? [] : chosen.flatMap(item => tell(run, item, found.get(item.id)))
      return scenarioFacts(told)
    } finally {
      run.end()
    }
  }

  #chosen({ include, exclude = [] }: TestRunRequest): readonly TestItem[] {
    const leaves = (item: TestItem): readonly TestItem[] =>
      item.children.size === 0 ? [item] : [...item.children].flatMap(([, child]) => leaves(child))
    const left = new Set(exclude.flatMap(leaves))
    return (include ?? [...this.#controller.items].map(([, item]) => item))
      .flatMap(leaves)
      .filter(each => !left.has(each))
  }

  #items(): readonly TestItem[] {
    return [...this.#controller.items].flatMap(([, file]) => [...file.children].map(([, item]) => item))
  }

  #soon(): void {
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => void this.refresh().catch(() => undefined), pause)
  }

  #show(found: ReadonlyMap<string, ScenarioRun>): void {
    const files = Map.groupBy([...found], ([, { range }]) => range.uri)
    this.#controller.items.replace(
      [...files].map(([uri, scenarios]) => {
        const at = Uri.parse(uri)
        const file =
          this.#controller.items.get(uri) ?? this.#controller.createTestItem(uri, workspace.asRelativePath(at), at)
        file.children.replace(scenarios.map(([id, run]) => this.#item(file, id, run)))
        return file
      }),
    )
    this.#changed.fire()
  }

  #item(file: TestItem, id: string, { title, range, titleRange }: ScenarioRun): TestItem {
    const item = file.children.get(id) ?? this.#controller.createTestItem(id, title, Uri.parse(range.uri))
    item.range = rangeOf(titleRange)
    return item
  }

  #lensesOf(uri: Uri): CodeLens[] {
    const file = this.#controller.items.get(uri.toString())
    return [...(file?.children ?? [])].flatMap(([, { id, range }]) =>
      range === undefined
        ? []
        : [new CodeLens(range, { title: '$(play) Run Scenario', command: 'entitle.runScenarios', arguments: [id] })],
    )
  }
}

const tell = (run: TestRun, item: TestItem, found: ScenarioRun | undefined): readonly ScenarioRun[] => {
  if (found === undefined) return []
  run.started(item)
  const told = found.outcomes.filter(({ verdict }) => verdict !== 'passed')
  const messages = told.map(outcome => {
    const message = new TestMessage(outcome.message)
    message.location = locationOf(outcome.range)
    message.stackTrace = outcome.related.map(
      ({ range, message: says }) => new TestMessageStackFrame(says, Uri.parse(range.uri), rangeOf(range).start),
    )
    return message
  })
  if (found.verdict === 'passed') run.passed(item)
  else if (found.verdict === 'failed') run.failed(item, messages)
  else run.errored(item, messages)
  return [found]
}

const rangeOf = ({ start, end }: SourceRange): Range => new Range(start.line, start.character, end.line, end.character)
const locationOf = (range: SourceRange): Location => new Location(Uri.parse(range.uri), rangeOf(range))
