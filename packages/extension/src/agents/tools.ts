import { interviewText } from '@entitle/language/agents'
import {
  type Disposable,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  lm,
  type PreparedToolInvocation,
  Uri,
  workspace,
} from 'vscode'
import { draftOf, writeDraft } from '../commands/new-declaration.ts'
import type { LanguageServer } from '../language/client.ts'
import { reportLines } from '../tasks/report-lines.ts'

interface Tool<T> {
  /** What goes on, while it does. */
  readonly says: string
  /** What a person is asked first, where the tool does more than read the sources. */
  readonly asks?: { readonly title: string; readonly message: string }
  run(input: T): Promise<string>
}

const registered = <T extends object>(name: string, { says, asks, run }: Tool<T>): Disposable => {
  const tool: LanguageModelTool<T> = {
    prepareInvocation: (): PreparedToolInvocation => ({
      invocationMessage: says,
      ...(asks === undefined ? {} : { confirmationMessages: asks }),
    }),
    invoke: async ({ input }) => new LanguageModelToolResult([new LanguageModelTextPart(await run(input))]),
  }
  return lm.registerTool(name, tool)
}

/** What a plan is for an agent: a text. */
export type PlanAsText = () => Promise<string>

/** The tools that agents have. None deploys; the two that read a tenant or write a file ask a person first. */
export const registerTools = (language: LanguageServer, plan: PlanAsText): readonly Disposable[] => [
  registered('entitle_check', {
    says: 'Checking the workspace',
    run: async () => {
      const { files, findings } = await language.check()
      return reportLines(files, findings, uri => workspace.asRelativePath(Uri.parse(uri))).join('\n')
    },
  }),
  registered<{ readonly package?: string }>('entitle_explain_access', {
    says: 'Looking who gets which access',
    run: ({ package: named }) => language.tell({ about: 'access', ...(named === undefined ? {} : { package: named }) }),
  }),
  registered('entitle_list_rules', {
    says: 'Listing the rules',
    run: () => language.tell({ about: 'rules' }),
  }),
  registered('entitle_plan', {
    says: 'Planning',
    asks: {
      title: 'Plan',
      message: 'Entitle reads the tenant and shows what deploying would change. It changes nothing.',
    },
    run: plan,
  }),
  registered<{ readonly answers?: { readonly [id: string]: string } }>('entitle_new_package', {
    says: 'Writing a package',
    asks: {
      title: 'New Package',
      message:
        'Entitle writes a new package into the workspace once all its questions are answered. Nothing is deployed.',
    },
    run: async ({ answers = {} }) => {
      const { answer, folder } = await draftOf(language, 'package', answers)
      if (!('draft' in answer)) return interviewText(answer)
      const uri = await writeDraft(answer.draft, folder)
      return `${workspace.asRelativePath(uri)} is written:\n\n${answer.draft.text}`
    },
  }),
]
