import { FileType, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode'
import { Asking } from '../dialogue/asking.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { LanguageServer } from '../language/client.ts'
import type { DraftAnswer, Drafted } from '../language/requests.ts'

type Answers = { readonly [id: string]: string }
type Written = Extract<DraftAnswer, { draft: unknown }>['draft']

const titles: { readonly [what in Drafted]: string } = {
  workspace: 'New Workspace',
  catalog: 'New Catalog',
  package: 'New Package',
  policy: 'New Policy',
}

/**
 * *New Workspace*, *New Catalog*, *New Package*, *New Policy*: asks what the language server wants to know, writes what it makes of the
 * answers, and shows it. @param given answers by the questions' ids, where the command is run from code
 */
export const newDeclaration = async (language: LanguageServer, what: Drafted, given?: unknown): Promise<Uri> => {
  const folder = await chosenFolder()
  const next = await asking(language, what, folder)
  const draft = await interviewed(titles[what], next, isAnswers(given) ? given : {})
  return writeDraft(draft, folder)
}

/** What the answers come to, without asking anybody: for agents. `folder` is where a draft is to be written. */
export const draftOf = async (
  language: LanguageServer,
  what: Drafted,
  answers: Answers,
): Promise<{ readonly answer: DraftAnswer; readonly folder: Uri }> => {
  const folder = await chosenFolder()
  return { answer: await (await asking(language, what, folder))(answers), folder }
}

const asking = async (language: LanguageServer, what: Drafted, folder: Uri) => {
  const files = await filesIn(folder)
  return (answers: Answers) => language.draft({ what, answers, folder: folder.toString(), files })
}

const isAnswers = (given: unknown): given is Answers =>
  typeof given === 'object' &&
  given !== null &&
  !(given instanceof Uri) &&
  Object.values(given).every(answer => typeof answer === 'string')

/** Asks until the text is there; *Back* takes the last answer back. @throws {Cancelled} {Refusal} */
const interviewed = async (
  title: string,
  next: (answers: Answers) => Promise<DraftAnswer>,
  given: Answers,
): Promise<Written> => {
  const questions = new Asking(title)

  const own: (readonly [id: string, answer: string])[] = []
  while (true) {
    const answers = { ...given, ...Object.fromEntries(own) }
    const now = await next(answers)
    if ('draft' in now) return now.draft
    if ('refused' in now) {
      const first = now.first === undefined ? {} : { [titles[now.first]]: `entitle.new.${now.first}` }
      throw new Refusal(now.refused, first)
    }
    const { ask } = now
    const answer = await questions.ask(ask, own.length, async text => {
      const then = await next({ ...answers, [ask.id]: text })
      return 'ask' in then && then.ask.id === ask.id ? then.ask.problem : undefined
    })
    if (answer === undefined) throw new Cancelled()
    if (answer === 'back') own.pop()
    else own.push([ask.id, answer.text])
  }
}

/** The folder that is open, or the one of several that somebody picks. @throws {Cancelled} {Refusal} */
export const chosenFolder = async (): Promise<Uri> => {
  const folders = workspace.workspaceFolders ?? []
  const [only, ...others] = folders
  if (only === undefined)
    throw new Refusal('Open a folder first: what is new is written into it.', { 'Open Folder': 'vscode.openFolder' })
  if (others.length === 0) return only.uri
  const chosen = await window.showWorkspaceFolderPick({ placeHolder: 'The folder to write into', ignoreFocusOut: true })
  if (chosen === undefined) throw new Cancelled()
  return chosen.uri
}

const filesIn = async (folder: Uri): Promise<readonly string[]> =>
  (await workspace.fs.readDirectory(folder)).flatMap(([name, type]) => ((type & FileType.File) === 0 ? [] : [name]))

/** Writes the text, with what it needs elsewhere, and shows it. All of it is saved, and can be undone at once. */
export const writeDraft = async (draft: Written, folder: Uri): Promise<Uri> => {
  const edit = new WorkspaceEdit()
  const written = [...(draft.also ?? []), draft].map(({ place, text }) => {
    if ('path' in place) {
      const uri = Uri.joinPath(folder, place.path)
      edit.createFile(uri, { contents: new TextEncoder().encode(text) })
      return uri
    }
    const uri = Uri.parse(place.uri)
    const { start, end } = place.range
    edit.replace(uri, new Range(start.line, start.character, end.line, end.character), text)
    return uri
  })
  const uri = written.at(-1) ?? folder
  if (!(await workspace.applyEdit(edit))) throw new Refusal(`${workspace.asRelativePath(uri)} could not be written.`)
  for (const each of written) await (await workspace.openTextDocument(each)).save()
  const editor = await window.showTextDocument(uri)
  const { document } = editor
  const from = document.getText().indexOf(draft.text)
  editor.revealRange(new Range(document.positionAt(from), document.positionAt(from + draft.text.length)))
  return uri
}
