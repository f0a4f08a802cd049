/** Words of the grammar and of parsers, and ways of speaking, that no message for people holds. */
export const internals =
  /\b(?:ID|TEXT|NUMBER|DATE|TIME|EOF|WHITESPACE|[A-Z]\w+(?:Statement|Option|Word)|ObjectUse|DirectoryObject|QualifiedName|Excludable|PolicyTemplate|token|terminal|parser|lexer|grammar)\b|Expecting|expecting|NoViableAlt|undefined|\[object|[Ii]nvalid|[Pp]lease|[Oo]ops|\(\?|\\p\{/

/** A message without the words of the sources that it quotes. */
export const spoken = (message: string): string => message.replace(/`+[^`]*`+|"[^"]*"/g, '…')
