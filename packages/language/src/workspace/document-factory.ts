import {
  type AstNode,
  type Cancellation,
  DefaultLangiumDocumentFactory,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type ParseResult,
  type TextDocument,
  type URI,
} from 'langium'
import type { Cuttable } from '../syntax/passages.ts'
import { RepairingParser } from '../syntax/repairing-parser.ts'
import { reread } from '../syntax/reread.ts'

/** Where only one passage of a large file is different, only that is read. */
export class PassageDocumentFactory extends DefaultLangiumDocumentFactory {
  private readonly cutFrom: number | undefined

  /** A file of `cutFrom` characters is a large one; undefined: none is. */
  constructor(services: LangiumSharedCoreServices, cutFrom: number | undefined) {
    super(services)
    this.cutFrom = cutFrom
  }

  override async update<T extends LangiumDocument = LangiumDocument>(
    document: T,
    token: Cancellation.CancellationToken,
  ): Promise<T> {
    const text = await this.getUpdatedText(document, this.textDocuments?.get(document.uri.toString()), token)
    const { LangiumParser: parser } = this.serviceRegistry.getServices(document.uri).parser
    const parseResult = parser instanceof RepairingParser ? reread(document, text, parser) : undefined
    if (parseResult !== undefined) {
      Object.assign(document, { parseResult })
      Object.assign(parseResult.value, { $document: document })
    }
    return (await super.update(document, token)) as T
  }

  protected override createLangiumDocument<T extends AstNode = AstNode>(
    result: ParseResult<T>,
    uri: URI,
    textDocument?: TextDocument,
    text?: string,
  ): LangiumDocument<T> {
    const document: LangiumDocument<T> & Cuttable = super.createLangiumDocument(result, uri, textDocument, text)
    if (this.cutFrom !== undefined) document.cutFrom = this.cutFrom
    return document
  }
}
