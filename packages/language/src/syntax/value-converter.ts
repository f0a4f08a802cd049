import { type CstNode, DefaultValueConverter, type GrammarAST, type ValueType } from 'langium'
import { textValue } from './text-value.ts'

/** Reads texts as the language defines them; dates and times stay as written, numbers become numbers. */
export class EntitleValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cstNode: CstNode): ValueType {
    return rule.name === 'TEXT' ? textValue(input) : super.runConverter(rule, input, cstNode)
  }
}
