import {
  CustomExecution,
  type Disposable,
  EventEmitter,
  type Pseudoterminal,
  ShellExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  Uri,
  workspace,
} from 'vscode'
import { checked } from '../commands/checked.ts'
import type { LanguageServer } from '../language/client.ts'
import { scenarioFacts } from '../scenarios/summary.ts'
import { reportLines } from './report-lines.ts'
import { scenarioLines } from './scenario-lines.ts'

type Name = 'check' | 'test'

/** A task in `tasks.json`: `{ "type": "entitle", "task": "check" }`, with a `command` where the CLI is to do it. */
interface Definition extends TaskDefinition {
  readonly type: 'entitle'
  readonly task: Name
  readonly command?: string
}

/** What a task does where VS Code's own language server does it. */
interface Work {
  readonly detail: string
  readonly matchers: string[]
  readonly failure: string
  /** `code` is what `entitle` would end with. */
  run(language: LanguageServer): Promise<{ readonly lines: readonly string[]; readonly code: number }>
}

const nameOf = (uri: string): string => workspace.asRelativePath(Uri.parse(uri))

const works: { readonly [name in Name]: Work } = {
  check: {
    detail: 'Checks every file of the workspace',
    matchers: ['$entitle', '$entitle-wrapped'],
    failure: 'The workspace could not be checked',
    async run(language) {
      const { files, findings } = await language.check()
      return { lines: reportLines(files, findings, nameOf), code: checked(files, findings).errors > 0 ? 1 : 0 }
    },
  },
  test: {
    detail: 'Runs every scenario of the workspace',
    matchers: ['$entitle', '$entitle-wrapped', '$entitle-test', '$entitle-test-wrapped'],
    failure: 'The scenarios could not be run',
    async run(language) {
      const runs = await language.scenarios()
      const { failed, undetermined } = scenarioFacts(runs)
      return { lines: scenarioLines(runs, nameOf), code: failed > 0 ? 1 : undetermined > 0 ? 4 : 0 }
    },
  },
}

/** Offers *entitle: check* and *entitle: test* among the tasks. Without a command VS Code's own language server does it, and nothing has to be installed. */
export const provideTasks = (language: LanguageServer): Disposable => {
  const taskOf = (definition: Definition, scope: Task['scope']): Task => {
    const { command, task: name } = definition
    const work = works[name]
    const where = scope ?? TaskScope.Workspace
    const task =
      command === undefined
        ? new Task(definition, where, name, 'entitle', new CustomExecution(async () => working(work, language)))
        : new Task(definition, where, name, 'entitle', new ShellExecution(`${command} ${name}`), work.matchers)
    task.group = TaskGroup.Test
    task.detail = work.detail
    return task
  }
  return tasks.registerTaskProvider('entitle', {
    provideTasks: () => names.map(task => taskOf({ type: 'entitle', task }, TaskScope.Workspace)),
    resolveTask: ({ definition, scope }) =>
      names.includes(definition.task) ? taskOf(definition as Definition, scope) : undefined,
  })
}

const names: readonly Name[] = ['check', 'test']

/** A terminal that tells what came of it, and ends with its code. */
const working = ({ run, failure }: Work, language: LanguageServer): Pseudoterminal => {
  const written = new EventEmitter<string>()
  const ended = new EventEmitter<number>()
  let closed = false
  const say = (line: string) => written.fire(`${line.replaceAll('\n', ' ')}\r\n`)
  const work = async () => {
    const { lines, code } = await run(language)
    if (closed) return
    for (const line of lines) say(line)
    ended.fire(code)
  }
  return {
    onDidWrite: written.event,
    onDidClose: ended.event,
    open: () => {
      work().catch((error: unknown) => {
        say(`${failure}: ${error instanceof Error ? error.message : String(error)}`)
        ended.fire(2)
      })
    },
    close: () => {
      closed = true
    },
  }
}
