import fc from 'fast-check'
import { URI } from 'langium'
import { describe, expect, it } from 'vitest'
import { lower } from '../../src/lower/lower.ts'
import { createEntitleServices } from '../../src/module.ts'
import { isSource } from '../../src/references/library.ts'
import { runRules } from '../../src/rules/index.ts'
import { Analyzer, sourceFiles } from '../../src/workspace/analyzer.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { arbitraryEdits, edited, pieces } from './arbitrary-edits.ts'
import { memoryFiles } from './memory-file-system.ts'

const today = '2026-11-22'
const uriOf = (file: number) => `file:///w/${file}.entitle`

/** A workspace that lives on from edit to edit, as in the language server. */
const living = async (reading: { readonly cutFrom?: number } = {}) => {
  const files = memoryFiles()
  const { shared, entitle } = createEntitleServices({ fileSystemProvider: () => files.provider, ...reading })
  await shared.workspace.WorkspaceManager.initializeWorkspace([])
  const { DocumentBuilder, LangiumDocuments } = shared.workspace
  DocumentBuilder.updateBuildOptions = { validation: false }
  const analyzer = new Analyzer(entitle, { today: () => today, rules: runRules })
  return {
    texts: files.texts,
    set: async (file: number, text: string | undefined) => {
      const uri = uriOf(file)
      const wasThere = files.texts.has(uri)
      if (text === undefined) files.texts.delete(uri)
      else files.texts.set(uri, text)
      if (text !== undefined) await DocumentBuilder.update([URI.parse(uri)], [])
      else if (wasThere) await DocumentBuilder.update([], [URI.parse(uri)])
    },
    told: () => {
      const sources = LangiumDocuments.all.filter(({ uri }) => isSource(uri)).toArray()
      analyzer.update(sources.flatMap(sourceFiles), sources)
      return { findings: analyzer.findings, desired: lower(analyzer.program, { today }) }
    },
  }
}

const fresh = async (texts: ReadonlyMap<string, string>) => {
  const workspace = await openWorkspace({ files: Object.fromEntries(texts), today })
  return { findings: workspace.check(), desired: workspace.desired() }
}

const asData = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Texts of files, one edit after the other. */
const stories: readonly (readonly [
  what: string,
  edits: readonly (readonly [file: number, text: string | undefined])[],
])[] = [
  [
    'a declaration is used no longer, and again',
    [
      [0, 'group solo "Solo"\npolicy template lonely { requestable by no one }'],
      [1, 'catalog c "C" { owners solo package p "P" { policy q "Q" from lonely } }'],
      [1, 'catalog c "C" { package p "P" { policy q "Q" } }'],
      [1, 'catalog c "C" { owners group "SOLO" package p "P" { policy q "Q" from lonely } }'],
      [1, undefined],
    ],
  ],
  [
    'a name comes near to an unknown one, and goes',
    [
      [0, 'catalog c "C" { owners governanc }'],
      [1, 'group governance "G"'],
      [1, 'group governanced "G"'],
      [1, undefined],
    ],
  ],
  [
    'a file is read anew, says the same, and another file that names it changes',
    [
      [0, 'group g "G"\n'],
      [1, 'catalog c "C" { owners g resources g }'],
      [2, 'package q "Q" in c { grants "Member" of g }'],
      [0, 'group g "G"\n// a word more'],
      [2, 'package q "Q" in c { grants "Member" of g hidden }'],
    ],
  ],
  [
    'a waiver of a template excuses what a policy elsewhere lets it say, or nothing',
    [
      [
        0,
        'policy template t {\n  waive external-expiration until 2027-01-01 because "Pilot"\n  expires after 999 days\n}',
      ],
      [1, 'catalog c "C" { package p "P" { policy q "Q" from t { requestable by any external user } } }'],
      [1, 'catalog c "C" { package p "P" { policy q "Q" from t { requestable by any member } } }'],
      [1, 'catalog c "C" { package p "P" { policy q "Q" { requestable by any external user } } }'],
    ],
  ],
  [
    'an object is written otherwise where it is written first',
    [
      [1, 'catalog c "C" { owners group "alpine" }'],
      [2, 'catalog d "D" { owners group "ALPINE", group "Alpine" }'],
      [0, 'catalog a "A" { owners group "Alpine" }'],
      [0, 'group alpine "alpinE"'],
      [0, undefined],
      [1, undefined],
    ],
  ],
  [
    'a catalog comes before another of that name, and takes its packages',
    [
      [1, 'catalog c "C" { resources group "G" }'],
      [2, 'package p "P" in c { grants "Member" of group "G" policy q "Q" }'],
      [3, 'package r "R" in c { incompatible with p }\nassign user "a@b.c" to p using q'],
      [0, 'catalog c "Other"'],
      [0, undefined],
      [1, undefined],
    ],
  ],
  [
    'a line is added below a name that nothing has, where nothing else moves',
    [
      [0, 'policy template t from lost {\n  never expires\n}\norganization o "O" {\n  domain "o.com"\n}\n'],
      [
        0,
        'policy template t from lost {\n  never expires\n}\norganization o "O" {\n  // so far\n  domain "o.com"\n}\n',
      ],
      [0, 'policy template t from lost {\n  never expires\n}\norganization o "O" {\n  domain "o.com"\n}'],
    ],
  ],
  [
    'a catalog is shown to people from outside, and what is there for them stands in other files',
    [
      [0, 'catalog c "C" { visible to external users }\ncatalog d "D"'],
      [1, 'package p "P" in c { policy q "Q" from t }'],
      [2, 'policy template t { requestable by any external user }'],
      [2, 'policy template t { requestable by any member }'],
      [3, 'package r "R" in c { policy s "S" { requestable by any connected organization } }'],
      [3, 'package r "R" in d { policy s "S" { requestable by any connected organization } }'],
      [3, '// moved\npackage r "R" in d { policy s "Named" { requestable by any connected organization } }'],
      [0, 'catalog d "D" { visible to external users }'],
      [3, undefined],
    ],
  ],
  [
    'a review of guests comes and goes, and looks at others',
    [
      [
        0,
        'tenant t "T" { domain "t.com" }\ncatalog c "C" { package p "P" { policy q "Q" { requestable by any external user } } }',
      ],
      [1, 'review g "G" { of guests in all groups reviewers group owners }'],
      [1, 'review g "G" { of members in all groups reviewers group owners }'],
      [2, 'review h "H" { of everyone in group "A" reviewers group owners }'],
      [2, undefined],
    ],
  ],
  [
    'an organization is proposed, has a sponsor, and is named as guests are',
    [
      [0, 'organization o "O" { domain "o.com" state proposed }'],
      [1, 'catalog c "C" { package p "P" { policy q "Q" { requestable by users from o } } }'],
      [
        2,
        'catalog d "D" { package p "P" { policy q "Q" { requestable by user "kim@o.com" approval { stage by internal sponsors } } } }',
      ],
      [0, '// moved\norganization o "O" { domain "o.com" state proposed }'],
      [0, 'organization o "O" { domain "gmail.com" state configured internal sponsors user "a@b.c" }'],
      [0, undefined],
    ],
  ],
  [
    'the policy that lets people from outside in is another one',
    [
      [0, 'tenant t "T" { domain "t.com" }'],
      [2, 'catalog c "C" { package p "P" { policy q "Q" { requestable by any external user } } }'],
      [1, 'catalog b "B" { package p "P" { policy q "First" { requestable by any external user } } }'],
      [1, '// moved\ncatalog b "B" { package p "P" { policy q "First" { requestable by any external user } } }'],
      [1, undefined],
      [2, undefined],
    ],
  ],
  [
    'there is more than a limit allows, and no more',
    [
      [
        0,
        'tenant t "T" { domain "t.com" }\nstandard s { rule service-limits warning at most 2 packages at most 9 policies }',
      ],
      [1, 'catalog c "C" { package p "P" { policy q "Q" } }'],
      [2, 'package r "R" in c { policy q "Q" }\npackage s "S" in c'],
      [1, 'catalog c "C" { package p "P" { policy q "Q" policy r "R" } workflow w "W" }'],
      [1, 'catalog c "C"'],
      [2, undefined],
    ],
  ],
  [
    'packages grant the same, or no longer, wherever they stand and however they call it',
    [
      [0, 'group g "G"\nstandard s extends strict'],
      [
        1,
        'catalog c "C" { resources g package p "P" { grants "Member" of g policy q "Q" { requestable by any member } } }',
      ],
      [2, 'package r "R" in c { grants "Member" of group "g" policy q "Q" { requestable by any member } }'],
      [0, 'standard s extends strict\ngroup g "Other"'],
      [2, '// moved\npackage r "R" in c { grants "Member" of g policy q "Q" { requestable by any member } }'],
      [1, '// moved\ncatalog c "C" { resources g package p "P" { policy q "Q" { requestable by any member } } }'],
      [0, 'standard s extends strict\ngroup g "G"'],
      [2, undefined],
    ],
  ],
  [
    'a package excludes another one, which excludes it too, or is another one',
    [
      [0, 'catalog c "C" { package p "P" { incompatible with d.q } }'],
      [1, 'catalog d "D" { package q "Q" }'],
      [1, 'catalog d "D" { package q "Q" { incompatible with c.p } }'],
      [1, '// moved\n\ncatalog d "D" { package q "Q" { hidden } }'],
      [0, 'catalog c "Other" { package p "P" { incompatible with d.q } }'],
      [2, 'package q "Second" in d'],
      [1, undefined],
    ],
  ],
  [
    'a standard lists other pairs, and packages come to be on them',
    [
      [0, 'standard s { rule conflicting-grants error pairs c.p with c.q, "A" in app "X" with "B" in app "X" }'],
      [
        1,
        'catalog c "C" { resources app "X" package p "P" { grants "A" in app "X" policy a "A" { requestable by any member } } }',
      ],
      [2, 'package q "Q" in c { policy a "A" { requestable by any member } }'],
      [2, 'package other "Other" in c { grants "B" in app "x" policy a "A" { requestable by any member } }'],
      [3, 'app x "X"'],
      [2, 'package other "Other" in c { grants "B" in x policy a "A" { requestable by group "Y" } }'],
      [
        1,
        'catalog c "C" { resources x package p "P" { grants "A" in x incompatible with other policy a "A" { requestable by any member } } }',
      ],
      [0, 'standard s { rule conflicting-grants warning pairs c.p with c.other }'],
      [0, undefined],
    ],
  ],
]

describe('one file with everything in it', () => {
  it('tells, read by passages, what opening it anew would tell', async () => {
    const inPlace = arbitraryEdits(8).map(edits =>
      edits.filter(({ edit }) => !['write', 'join', 'delete'].includes(edit)),
    )
    await fc.assert(
      fc.asyncProperty(inPlace, async edits => {
        const workspace = await living({ cutFrom: 0 })
        const everything = pieces.join('\n')
        await workspace.set(0, everything)
        for (const edit of edits) {
          // From what is right, so that most files have one mistake at most.
          for (const text of [edited(everything, edit), everything]) {
            await workspace.set(0, text)
            expect(asData(workspace.told())).toEqual(asData(await fresh(workspace.texts)))
          }
        }
      }),
      { numRuns: 20 },
    )
  }, 120_000)
})

describe.each([
  ['of small files', {}],
  ['of files that are read by passages', { cutFrom: 0 }],
])('a workspace %s, after any edits', (_sort, reading) => {
  it('tells what opening it anew would tell', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEdits(12), fc.nat({ max: 3 }), async (edits, every) => {
        const workspace = await living(reading)
        for (const [file, piece] of pieces.entries()) await workspace.set(file, piece)
        for (const [step, edit] of edits.entries()) {
          await workspace.set(edit.file, edited(workspace.texts.get(uriOf(edit.file)), edit))
          if (step % (every + 1) !== 0 && step < edits.length - 1) continue
          expect(asData(workspace.told())).toEqual(asData(await fresh(workspace.texts)))
        }
      }),
      { numRuns: 30 },
    )
  }, 120_000)

  it.each(stories)('tells the same where %s', async (_what, edits) => {
    const workspace = await living(reading)
    for (const [file, text] of edits) {
      await workspace.set(file, text)
      expect(asData(workspace.told())).toEqual(asData(await fresh(workspace.texts)))
    }
  })

  it('says nothing twice', async () => {
    const texts = new Map(pieces.map((piece, file) => [uriOf(file), piece]))
    const { findings } = await fresh(texts)
    const said = findings.map(finding => JSON.stringify(finding))
    expect(said.filter((each, index) => said.indexOf(each) !== index)).toEqual([])
    expect(findings.filter(({ rule }) => rule === 'syntax').length).toBe(0)
  })
})
