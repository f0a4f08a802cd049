/** A tool that agents have, in VS Code and over the Model Context Protocol. None deploys. */
export interface AgentTool {
  readonly name: string
  readonly title: string
  /** What an agent reads to choose it. */
  readonly description: string
  /** A JSON schema. */
  readonly input: { readonly type: 'object'; readonly properties: { readonly [name: string]: object } }
  /** What it touches besides the sources that it reads. */
  readonly touches: 'nothing' | 'tenant' | 'sources'
}

/** By what they do. */
export const agentTools = {
  check: {
    name: 'entitle_check',
    title: 'Check Entitle Workspace',
    description:
      'Checks every .entitle file of the workspace (Microsoft Entra entitlement management as code) and returns the findings with file, line, severity, rule and message. Use it after editing .entitle files. Reads files only.',
    input: { type: 'object', properties: {} },
    touches: 'nothing',
  },
  explainAccess: {
    name: 'entitle_explain_access',
    title: 'Explain Access',
    description:
      'Returns in words what access packages give, who may request them, who approves, when access ends and how it is reviewed, as the .entitle files declare it. Use it to answer who gets access to what. Reads files only.',
    input: {
      type: 'object',
      properties: {
        package: { type: 'string', description: 'Name or display name of one package; leave it out for all.' },
      },
    },
    touches: 'nothing',
  },
  listRules: {
    name: 'entitle_list_rules',
    title: 'List Entitle Rules',
    description:
      "Returns every rule that checks .entitle files: its name, severity, what it finds, why, and Microsoft's page that recommends it. Use it to explain a finding or to choose rules for a standard.",
    input: { type: 'object', properties: {} },
    touches: 'nothing',
  },
  plan: {
    name: 'entitle_plan',
    title: 'Plan',
    description:
      'Compares the .entitle files with the tenant and returns what deploying would add, change and delete. Asks the user first, reads the tenant, and changes nothing. There is no tool that deploys: only the user can.',
    input: { type: 'object', properties: {} },
    touches: 'tenant',
  },
  newPackage: {
    name: 'entitle_new_package',
    title: 'New Package',
    description:
      'Writes a new access package as formatted .entitle source from answers to a few questions. Call it without answers to learn the first question, then again with all answers so far until it says what was written. Ask the user; do not make answers up. Nothing is deployed.',
    input: {
      type: 'object',
      properties: {
        answers: {
          type: 'object',
          description: "Answers by the questions' ids.",
          additionalProperties: { type: 'string' },
        },
      },
    },
    touches: 'sources',
  },
} as const satisfies { readonly [what: string]: AgentTool }
