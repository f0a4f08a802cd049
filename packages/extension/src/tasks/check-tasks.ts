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
import { reportLines } from './report-lines.ts'

/** A task in `tasks.json`: `{ "type": "entitle", "task": "check" }`, with a `command` where the CLI is to check. */
interface CheckDefinition extends TaskDefinition {
  readonly type: 'entitle'
  readonly task: 'check'
  readonly command?: string
}

const matchers = ['$entitle', '$entitle-wrapped']

/** Offers *entitle: check* among the tasks. Without a command VS Code's own language server checks, and nothing has to be installed. */
export const provideTasks = (language: LanguageServer): Disposable => {
  const taskOf = (definition: CheckDefinition, scope: Task['scope']): Task => {
    const { command } = definition
    const where = scope ?? TaskScope.Workspace
    const task =
      command === undefined
        ? new Task(definition, where, 'check', 'entitle', new CustomExecution(async () => checking(language)))
        : new Task(definition, where, 'check', 'entitle', new ShellExecution(`${command} check`), matchers)
    task.group = TaskGroup.Test
    task.detail = 'Checks every file of the workspace'
    return task
  }
  return tasks.registerTaskProvider('entitle', {
    provideTasks: () => [taskOf({ type: 'entitle', task: 'check' }, TaskScope.Workspace)],
    resolveTask: ({ definition, scope }) =>
      definition.task === 'check' ? taskOf(definition as CheckDefinition, scope) : undefined,
  })
}

/** A terminal that tells what was found; it ends with 1 where there are errors. */
const checking = (language: LanguageServer): Pseudoterminal => {
  const written = new EventEmitter<string>()
  const ended = new EventEmitter<number>()
  let closed = false
  const say = (line: string) => written.fire(`${line.replaceAll('\n', ' ')}\r\n`)
  const check = async () => {
    const { files, findings } = await language.check()
    if (closed) return
    for (const line of reportLines(files, findings, uri => workspace.asRelativePath(Uri.parse(uri)))) say(line)
    ended.fire(checked(files, findings).errors > 0 ? 1 : 0)
  }
  return {
    onDidWrite: written.event,
    onDidClose: ended.event,
    open: () => {
      check().catch((error: unknown) => {
        say(`The workspace could not be checked: ${error instanceof Error ? error.message : String(error)}`)
        ended.fire(2)
      })
    },
    close: () => {
      closed = true
    },
  }
}
