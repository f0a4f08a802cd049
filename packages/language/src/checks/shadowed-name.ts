import { nodesOf } from '../syntax/nodes.ts'
import { rangeOf } from '../syntax/range.ts'
import { type Check, findingAt } from './check.ts'

/** A word of the language where an object of that name is declared too: the word wins, and the reader is told. */
export const shadowedName: Check = ({ documents, symbols }) =>
  documents
    .flatMap(document => [...nodesOf(document, 'Manager'), ...nodesOf(document, 'Self')])
    .flatMap(subject => {
      const word = subject.$type === 'Manager' ? 'manager' : 'self'
      const declared = symbols.find('directory', word)?.node
      if (declared?.$type !== 'DirectoryObject' || !('displayName' in declared) || !('objectKind' in declared))
        return []
      const inPlace = `${declared.objectKind} "${declared.displayName}"`
      const means = word === 'manager' ? "the requestor's manager" : 'the users themselves'
      return [
        findingAt(
          'word-wins',
          'warning',
          rangeOf(subject),
          `\`${word}\` means ${means} here, not ${declared.objectKind} ${word}. Write \`${inPlace}\` if you mean that one, or rename it.`,
          {
            fixes: [
              { title: `Write \`${inPlace}\``, safe: false, edits: [{ range: rangeOf(subject), text: inPlace }] },
            ],
          },
        ),
      ]
    })
