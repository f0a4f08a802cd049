import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { headRange, propertyRange, rangeOf } from '../syntax/range.ts'
import { type Check, type FileCheck, findingAt } from './check.ts'

/** An approval needs one to three stages. https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy */
export const approvalStages: FileCheck = ({ documents }) =>
  documents
    .flatMap(document => nodesOf(document, 'Approval'))
    .flatMap(approval => {
      const stages = approval.statements.filter(({ $type }) => $type === 'Stage')
      if (stages.length === 0)
        return [
          findingAt(
            'approval-without-stage',
            'error',
            headRange(approval),
            'This approval says nobody who approves. Add a stage, as in `stage by manager, fallback governance`, or write `approval not required`.',
            {
              fixes: [
                {
                  title: 'Write `approval not required`',
                  safe: false,
                  edits: [{ range: rangeOf(approval), text: 'approval not required' }],
                },
              ],
            },
          ),
        ]
      return stages
        .slice(3)
        .map(stage =>
          findingAt(
            'too-many-stages',
            'error',
            headRange(stage),
            `An approval has at most three stages, and this one has ${stages.length}. Leave this stage out, or ask its approvers in another one.`,
          ),
        )
    })

/** People prolong their access with approval by the stages of the policy: without stages nobody could approve. */
export const extensionApproval: Check = ({ program }) =>
  program.policies.flatMap(({ name, terms: { approval, extension } }) =>
    extension?.value.allowed === true && extension.value.approval && approval?.value.required !== true
      ? [
          findingAt(
            'extension-without-approver',
            'error',
            extension.range,
            `Policy ${name} lets people extend their access with approval, but names nobody who approves: the stages of its approval would. Add an \`approval\`, or write \`extension allowed\`.`,
          ),
        ]
      : [],
  )

/** Managers of managers are known to two levels. https://learn.microsoft.com/graph/api/resources/requestormanager */
export const managerLevel: FileCheck = ({ documents }) =>
  documents
    .flatMap(document => nodesOf(document, 'Manager'))
    .filter(({ level }) => level !== undefined && (level < 1 || level > 2))
    .map((manager: ast.Manager) =>
      findingAt(
        'manager-level',
        'error',
        propertyRange(manager, 'level'),
        `Approval can go to the manager (level 1) or the manager's manager (level 2), not to level ${manager.level}.`,
      ),
    )
