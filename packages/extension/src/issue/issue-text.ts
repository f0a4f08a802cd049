/** What a report of an issue tells of the machine. */
export interface Circumstances {
  readonly version: string
  readonly editor: string
  readonly system: string
  readonly metadataDate: string
  /** Settings that were changed; only whether, since a value may be private. */
  readonly changedSettings: readonly string[]
  /** The end of the log, with nothing in it that identifies anybody. */
  readonly log: string
}

/** A report of an issue to fill in: nothing has been sent. */
export const issueText = ({ version, editor, system, metadataDate, changedSettings, log }: Circumstances): string => `\
# Issue with Entitle

Nothing has been sent. Fill in the first two sections, read the others, take out what you would rather keep, and hand it on.

## What I did, and what happened

## What I expected

## Versions

- Entitle ${version}, Microsoft Graph v1.0 as of ${metadataDate}
- ${editor}
- ${system}
- Changed settings: ${changedSettings.length === 0 ? 'none' : changedSettings.join(', ')}

## The end of the log, without names, addresses and ids

\`\`\`text
${log.replaceAll('```', "'''").trimEnd()}
\`\`\`
`
