/** Which folder may import which: the table of docs/ARCHITECTURE.md as data. A layer sees itself and what it lists. */
export interface Layer {
  /** Folder or file below `packages/`, without trailing slash. */
  readonly at: string
  /** What it may import: layers by their `at`, and other packages by their name. */
  readonly sees: readonly string[]
  readonly because: string
}

const model = ['graph/src/model', 'graph/src/ports']

export const layers: readonly Layer[] = [
  { at: 'graph/src/model', sees: [], because: 'the model is what everything else is about; it knows nothing of them' },
  { at: 'graph/src/ports', sees: ['graph/src/model'], because: 'ports are signatures only' },
  {
    at: 'graph/src/kinds',
    sees: model,
    because: 'a kind describes one sort of object; stages are generic over kinds, not the other way round',
  },
  {
    at: 'graph/src/read',
    sees: [...model, 'graph/src/kinds'],
    because: 'reading ends in a tenant; it must not know what is desired',
  },
  {
    at: 'graph/src/match',
    sees: [...model, 'graph/src/kinds'],
    because: 'identity is settled before anything is compared',
  },
  {
    at: 'graph/src/diff',
    sees: [...model, 'graph/src/kinds', 'graph/src/match'],
    because: 'a diff compares pairs; it plans nothing',
  },
  {
    at: 'graph/src/plan',
    sees: [...model, 'graph/src/kinds', 'graph/src/read', 'graph/src/match', 'graph/src/diff'],
    because: 'a plan is written from changes; carrying it out is another stage',
  },
  {
    at: 'graph/src/checks',
    sees: [...model, 'graph/src/kinds', 'graph/src/diff', 'graph/src/plan'],
    because: 'plan checks look at a plan',
  },
  {
    at: 'graph/src/apply',
    sees: [...model, 'graph/src/kinds', 'graph/src/read', 'graph/src/plan'],
    because: 'apply takes the plan and never plans again, so it sees neither match nor diff',
  },
  {
    at: 'graph/src/account',
    sees: [...model, 'graph/src/kinds', 'graph/src/read', 'graph/src/plan'],
    because: 'who may do what is told of a plan or of what is declared; carrying it out is another stage',
  },
  {
    at: 'graph/src/undo',
    sees: [...model, 'graph/src/kinds', 'graph/src/read', 'graph/src/plan', 'graph/src/apply'],
    because: 'what undoes a deployment is told of its plan and its outcome, and planned as anything else is',
  },
  {
    at: 'graph/src/web',
    sees: model,
    because: 'the edge implements ports with what browsers have too; it has no opinion on tenants',
  },
  {
    at: 'graph/src/node',
    sees: [...model, 'graph/src/web'],
    because: 'what takes a machine: files, and ways of signing in without VS Code',
  },
  {
    at: 'graph/src/index.ts',
    sees: [
      ...model,
      'graph/src/kinds',
      'graph/src/read',
      'graph/src/match',
      'graph/src/diff',
      'graph/src/plan',
      'graph/src/checks',
      'graph/src/account',
      'graph/src/apply',
      'graph/src/undo',
    ],
    because: 'barrels face outward',
  },

  { at: 'language/src/generated', sees: [], because: 'generated from the grammar' },
  {
    at: 'language/src/syntax',
    sees: ['language/src/generated', '@entitle/graph'],
    because: 'tokens and texts; names come later',
  },
  {
    at: 'language/src/format',
    sees: ['language/src/syntax', 'language/src/generated', '@entitle/graph'],
    because: 'formatting needs the parsed document only',
  },
  {
    at: 'language/src/references',
    sees: ['language/src/syntax', 'language/src/generated', '@entitle/graph'],
    because: 'names are bound before anything is meant',
  },
  {
    at: 'language/src/resolve',
    sees: ['language/src/references', 'language/src/syntax', 'language/src/generated', '@entitle/graph'],
    because: 'resolve turns trees into a program; it knows no rule and no Graph object',
  },
  {
    at: 'language/src/lower',
    sees: ['language/src/resolve', '@entitle/graph'],
    because: 'lower reads the program, never the tree',
  },
  {
    at: 'language/src/printing',
    sees: ['language/src/resolve', 'language/src/syntax/moment.ts', '@entitle/graph'],
    because: 'words for values, used by every view',
  },
  {
    at: 'language/src/checks',
    sees: [
      'language/src/resolve',
      'language/src/references',
      'language/src/syntax',
      'language/src/generated',
      '@entitle/graph',
    ],
    because: 'checks look at trees and programs',
  },
  {
    at: 'language/src/rules',
    sees: [
      'language/src/resolve',
      'language/src/printing',
      'language/src/syntax/nearest.ts',
      'language/src/syntax/membership-rule',
      '@entitle/graph',
    ],
    because: 'rules never see the service container nor Langium; membership rules are a language of their own',
  },
  {
    at: 'language/src/drafting',
    sees: ['language/src/resolve', 'language/src/printing', '@entitle/graph'],
    because: 'interviews know what is declared, and write sources; they see no tree and no server',
  },
  {
    at: 'language/src/telling',
    sees: [
      'language/src/drafting',
      'language/src/resolve',
      'language/src/printing',
      'language/src/rules',
      '@entitle/graph',
    ],
    because: 'what is declared in words, for whoever does not read the language',
  },
  {
    at: 'language/src/pictures',
    sees: ['language/src/resolve', 'language/src/printing', '@entitle/graph'],
    because: 'what is declared as pictures, for whoever does not read the language',
  },
  {
    at: 'language/src/report',
    sees: ['language/src/resolve', 'language/src/printing', 'language/src/rules', '@entitle/graph'],
    because: 'a report is made from the program and what was found in it',
  },
  {
    at: 'language/src/converting',
    sees: ['language/src/printing', '@entitle/graph'],
    because: 'what another tool says becomes what Graph says, and is printed; commands and the server use it',
  },
  {
    at: 'language/src/scenarios',
    sees: ['language/src/resolve', 'language/src/printing', '@entitle/graph'],
    because: 'scenarios are tried on what is resolved; workspace and server run them',
  },
  {
    at: 'language/src/workspace',
    sees: [
      'language/src/scenarios',
      'language/src/checks',
      'language/src/rules',
      'language/src/report',
      'language/src/lower',
      'language/src/resolve',
      'language/src/references',
      'language/src/printing',
      'language/src/syntax',
      'language/src/generated',
      'language/src/services.ts',
      'language/src/module.ts',
      'language/src/module',
      '@entitle/graph',
    ],
    because: 'a workspace runs the stages over folders; servers and commands use it',
  },
  {
    at: 'language/src/revising',
    sees: [
      'language/src/workspace',
      'language/src/rules/edit.ts',
      'language/src/lower',
      'language/src/resolve',
      'language/src/printing',
      '@entitle/graph',
    ],
    because: 'revising sources compares what the printer makes of two tenants, and edits; imports use it',
  },
  {
    at: 'language/src/importing',
    sees: [
      'language/src/revising',
      'language/src/audit/broken-sources.ts',
      'language/src/workspace',
      'language/src/rules',
      'language/src/lower',
      'language/src/resolve',
      'language/src/printing',
      'language/src/syntax/nearest.ts',
      '@entitle/graph',
    ],
    because: 'an import prints what was read and reads it again; commands use it',
  },
  {
    at: 'language/src/audit',
    sees: [
      'language/src/report',
      'language/src/workspace',
      'language/src/rules',
      'language/src/lower',
      'language/src/resolve',
      'language/src/printing',
      'language/src/syntax/nearest.ts',
      '@entitle/graph',
    ],
    because: 'an audit prints what was read and has it checked as sources are; commands and the server use it',
  },
  {
    at: 'language/src/lsp',
    sees: [
      'language/src/format',
      'language/src/checks',
      'language/src/rules',
      'language/src/lower',
      'language/src/resolve',
      'language/src/references',
      'language/src/printing',
      'language/src/syntax',
      'language/src/generated',
      'language/src/services.ts',
      'language/src/workspace',
      '@entitle/graph',
    ],
    because: 'features read what the stages computed; wiring is above them',
  },
  { at: 'language/src/services.ts', sees: ['*language'], because: 'types of services only' },
  { at: 'language/src/module.ts', sees: ['*language'], because: 'wiring' },
  { at: 'language/src/module', sees: ['*language'], because: 'wiring' },
  { at: 'language/src/server', sees: ['*language', '@entitle/graph'], because: 'the edge of the language' },
  { at: 'language/src/testing', sees: ['*language', '@entitle/graph'], because: 'for tests' },
  { at: 'language/src/index.ts', sees: ['*language', '@entitle/graph'], because: 'barrels face outward' },

  {
    at: 'sandbox/src',
    sees: [],
    because: 'the sandbox must not share our reading of Graph, or it would call our mistakes right',
  },
  {
    at: 'cli/src',
    sees: ['@entitle/graph', '@entitle/language', '@entitle/sandbox'],
    because: 'the command line is on top',
  },
  {
    at: 'extension/src',
    sees: ['@entitle/graph', '@entitle/language', '@entitle/sandbox'],
    because: 'the extension is on top',
  },
]
