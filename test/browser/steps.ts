import assert from 'node:assert/strict'
import type { Step } from '../e2e/harness/attempt.ts'
import type { Observed } from '../e2e/harness/browser.ts'
import { alikeSteps } from './alike.ts'
import { inWorker, type WorkerClient } from './language-client.ts'
import { pictureSteps } from './picture.ts'
import { reportSteps } from './report.ts'
import { exampleAt, type Sources } from './sources.ts'

/** A page, and the client in it that has the example open. */
export interface Scene extends Observed {
  example?: WorkerClient
}

const base = 'vscode-vfs://github/contoso/access'
const sources: Sources = exampleAt(base, 'partner-collaboration')
const at = (file: string) => ({ uri: `${base}/${file}` })
const textOf = (file: string): string => sources.files[`${base}/${file}`] ?? ''

const client = ({ example }: Scene): WorkerClient => {
  assert.ok(example, 'the worker runs')
  return example
}

/** Where `text` stands first in a file's content, `into` characters further. */
const place = (content: string, text: string, into = 0) => {
  const offset = content.indexOf(text)
  assert.ok(offset >= 0, `${text} is in the file`)
  const before = content.slice(0, offset + into).split('\n')
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}

interface Report {
  readonly items: readonly { readonly code: string; readonly severity: number }[]
}
const errorsIn = async (scene: Scene, file: string): Promise<readonly string[]> => {
  const { items } = await client(scene).request<Report>('textDocument/diagnostic', { textDocument: at(file) })
  return items.filter(({ severity }) => severity === 1).map(({ code }) => code)
}

const open = (scene: Scene, file: string, text: string) =>
  client(scene).notify('textDocument/didOpen', {
    textDocument: { ...at(file), languageId: 'entitle', version: 1, text },
  })

const desk = 'user zoe "zoe@contoso.com"\ncatalog desk "Front desk" {\nowners zo\n}\n'

const workspaceSteps: readonly Step<Scene>[] = [
  {
    name: 'the server starts in a worker, under a strict content policy',
    act: async scene => {
      scene.example = await inWorker(scene.page, sources)
      assert.equal(scene.example.initialized.serverInfo?.name, 'Entitle')
    },
  },
  {
    name: 'it reads the workspace through its client, and finds nothing wrong with the example',
    act: async scene => {
      const { files, findings } = await client(scene).request<{ files: number; findings: { severity: string }[] }>(
        'entitle/check',
        {},
      )
      assert.equal(files, Object.keys(sources.files).length)
      assert.deepEqual(
        findings.filter(({ severity }) => severity === 'error'),
        [],
      )
    },
  },
  {
    name: 'a document that is opened is checked against the other files, as it is in the editor',
    act: async scene => {
      await open(scene, 'desk.entitle', desk)
      assert.deepEqual(await errorsIn(scene, 'desk.entitle'), ['unknown-name'])
    },
  },
  {
    name: 'completion offers what is declared',
    act: async scene => {
      const { items } = await client(scene).request<{ items: { label: string }[] }>('textDocument/completion', {
        textDocument: at('desk.entitle'),
        position: place(desk, 'zo\n', 2),
      })
      assert.ok(
        items.some(({ label }) => label === 'zoe'),
        items.map(({ label }) => label).join(', '),
      )
    },
  },
  {
    name: 'what is typed settles a finding',
    act: async scene => {
      await client(scene).notify('textDocument/didChange', {
        textDocument: { ...at('desk.entitle'), version: 2 },
        contentChanges: [{ range: { start: place(desk, 'zo\n'), end: place(desk, 'zo\n', 2) }, text: 'zoe' }],
      })
      assert.deepEqual(await errorsIn(scene, 'desk.entitle'), [])
    },
  },
  {
    name: 'formatting lays it out',
    act: async scene => {
      const edits = await client(scene).request<{ newText: string }[]>('textDocument/formatting', {
        textDocument: at('desk.entitle'),
        options: { tabSize: 2, insertSpaces: true },
      })
      assert.ok(edits.length > 0)
    },
  },
  {
    name: 'hover tells what a name stands for, from another file',
    act: async scene => {
      const { contents } = await client(scene).request<{ contents: { value: string } }>('textDocument/hover', {
        textDocument: at('logistics.entitle'),
        position: place(textOf('logistics.entitle'), 'owners logistics-leads', 'owners l'.length),
      })
      assert.match(contents.value, /Logistics leads/)
    },
  },
  {
    name: 'rename changes the declaration and its uses, in every file that has one',
    act: async scene => {
      const { changes } = await client(scene).request<{ changes: { [uri: string]: { newText: string }[] } }>(
        'textDocument/rename',
        {
          textDocument: at('directory.entitle'),
          position: place(textOf('directory.entitle'), 'logistics-leads', 1),
          newName: 'freight-leads',
        },
      )
      const naming = Object.keys(sources.files).filter(uri => /\blogistics-leads\b/.test(sources.files[uri] ?? ''))
      assert.ok(naming.length > 1, 'more than one file has the name')
      assert.deepEqual(Object.keys(changes).sort(), naming)
      assert.deepEqual(
        [...new Set(Object.values(changes).flatMap(edits => edits.map(edit => edit.newText)))],
        ['freight-leads'],
      )
    },
  },
  {
    name: 'semantic tokens colour a file that is not open',
    act: async scene => {
      const { data } = await client(scene).request<{ data: number[] }>('textDocument/semanticTokens/full', {
        textDocument: at('logistics.entitle'),
      })
      assert.ok(data.length > 100 && data.length % 5 === 0, `${data.length} numbers`)
    },
  },
  {
    name: 'a file that changes outside of the editor is read again',
    act: async scene => {
      const text = textOf('directory.entitle')
      await client(scene).write(at('directory.entitle').uri, text.replace('logistics-leads', 'freight-leads  '))
      assert.ok((await errorsIn(scene, 'logistics.entitle')).includes('unknown-name'))
      await client(scene).write(at('directory.entitle').uri, text)
      assert.deepEqual(await errorsIn(scene, 'logistics.entitle'), [])
    },
  },
  {
    name: 'a client that lends no files has the features of what is open',
    act: async ({ page }) => {
      const alone = await inWorker(page, { folders: [base] })
      const textDocument = { uri: 'untitled:Untitled-1', languageId: 'entitle', version: 1, text: desk }
      await alone.notify('textDocument/didOpen', { textDocument })
      const { items } = await alone.request<Report>('textDocument/diagnostic', { textDocument })
      assert.ok(items.some(({ code }) => code === 'unknown-name'))
      assert.equal((await alone.request<{ files: number }>('entitle/check', {})).files, 1)
    },
  },
]

const endSteps: readonly Step<Scene>[] = [
  {
    name: 'a worker ends when its client says so',
    act: async scene => {
      const { page } = scene
      const before = page.workers().length
      const closed = page.workers()[0]?.waitForEvent('close', { timeout: 10_000 })
      await client(scene).request('shutdown', null)
      await client(scene).notify('exit')
      await closed
      assert.equal(page.workers().length, before - 1)
    },
  },
  {
    name: 'nothing was logged as an error, and nothing has left this machine',
    act: async scene => {
      assert.deepEqual(await client(scene).log(), [])
      assert.deepEqual(scene.errors, [])
      assert.deepEqual(scene.outside, [])
    },
  },
]

/** The language server in a worker, alone and beside the one on the desktop; the governance report, and pictures. */
export const steps: readonly Step<Scene>[] = [
  ...workspaceSteps,
  ...alikeSteps,
  ...reportSteps,
  ...pictureSteps,
  ...endSteps,
]
