import { describe, expect, it } from 'vitest'
import { lower } from '../../src/lower/lower.ts'
import { readSources, testDay } from '../../src/testing/index.ts'

const badge =
  'workflow badge "Order a badge" { description "Prints" logic app "order" resource group "rg" subscription "s" on request }'

const objectsOf = async (policy: string, cloud = 'global', inCatalog = badge) => {
  const text = `tenant t "T" { domain "contoso.com" cloud ${cloud} }
catalog c "C" { ${inCatalog}
  package p "P" { policy s "S" { ${policy} } }
}`
  return lower((await readSources(text)).program, { today: testDay }).tenant.objects
}
const policyOf = async (policy: string, cloud?: string, inCatalog?: string) => {
  const found = (await objectsOf(policy, cloud, inCatalog)).find(({ kind }) => kind === 'assignment-policy')
  if (found === undefined) throw new Error('There is no policy.')
  return found
}

describe('a policy', () => {
  it('says all that is off where nothing is said', async () => {
    const { properties, defaults } = await policyOf('')
    expect(defaults).toBeUndefined()
    expect(properties).toMatchObject({
      allowedTargetScope: 'notSpecified',
      specificAllowedTargets: [],
      automaticRequestSettings: null,
      questions: [],
      customExtensionStageSettings: [],
      notificationSettings: { isAssignmentNotificationDisabled: false },
    })
    expect(properties.requestorSettings).toEqual({
      enableTargetsToSelfAddAccess: false,
      enableTargetsToSelfUpdateAccess: false,
      enableOnBehalfRequestorsToAddAccess: false,
      enableOnBehalfRequestorsToUpdateAccess: false,
      onBehalfRequestors: [],
      allowCustomAssignmentSchedule: false,
    })
  })

  it('lets managers extend where it allows extensions', async () => {
    const { properties } = await policyOf(
      'requestable by any member managers may request for their reports extension allowed',
    )
    expect(properties.requestorSettings).toMatchObject({
      enableOnBehalfRequestorsToAddAccess: true,
      enableOnBehalfRequestorsToUpdateAccess: true,
      onBehalfRequestors: [{ '@odata.type': '#microsoft.graph.targetManager', managerLevel: 1 }],
    })
  })

  it('assigns by a rule, and lets nobody request then', async () => {
    const { properties } = await policyOf('assigned automatically where "user.city -eq 1", removed after 8 hours')
    expect(properties).toMatchObject({
      allowedTargetScope: 'specificDirectoryUsers',
      specificAllowedTargets: [
        { '@odata.type': '#microsoft.graph.attributeRuleMembers', membershipRule: 'user.city -eq 1' },
      ],
      automaticRequestSettings: {
        requestAccessForAllowedTargets: true,
        removeAccessWhenTargetLeavesAllowedTargets: true,
        gracePeriodBeforeAccessRemoval: 'PT8H',
      },
      requestorSettings: { enableTargetsToSelfAddAccess: false },
    })
    const atOnce = await policyOf('assigned automatically where "user.city -eq 1"')
    expect(atOnce.properties.automaticRequestSettings).toMatchObject({ gracePeriodBeforeAccessRemoval: null })
  })

  it('asks short, long and by choices', async () => {
    const { properties } = await policyOf(
      'ask "A" matching "^x$" ask "B" required long answer ask "C" editable choose "x", "y" ask "D" choose many "z" { in "de" "Z" }',
    )
    const base = { isRequired: false, isAnswerEditable: false, localizations: [] }
    const text = { '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion', ...base }
    const choice = { '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion', ...base }
    expect(properties.questions).toEqual([
      { ...text, text: 'A', isSingleLineQuestion: true, regexPattern: '^x$' },
      { ...text, text: 'B', isSingleLineQuestion: false, regexPattern: null, isRequired: true },
      {
        ...choice,
        text: 'C',
        isAnswerEditable: true,
        isMultipleSelectionAllowed: false,
        choices: [{ text: 'x' }, { text: 'y' }],
      },
      {
        ...choice,
        text: 'D',
        isMultipleSelectionAllowed: true,
        choices: [{ text: 'z' }],
        localizations: [{ languageCode: 'de', text: 'Z' }],
      },
    ])
  })

  it.each([
    ['request created', 'assignmentRequestCreated'],
    ['request approved', 'assignmentRequestApproved'],
    ['assignment granted', 'assignmentRequestGranted'],
    ['assignment removed', 'assignmentRequestRemoved'],
    ['14 days before expiry', 'assignmentFourteenDaysBeforeExpiration'],
    ['1 day before expiry', 'assignmentOneDayBeforeExpiration'],
  ])('calls a workflow on %s', async (event, stage) => {
    const { properties } = await policyOf(`on ${event} call badge`)
    const address = 'catalog/C/custom-workflow-extension/Order a badge'
    expect(properties.customExtensionStageSettings).toEqual([
      {
        stage,
        customExtension: {
          '@odata.type': '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension',
          id: { $ref: 'custom-workflow-extension', name: 'Order a badge', address },
        },
      },
    ])
  })

  it.each([
    ['on a day that Graph does not know', 'on 7 days before expiry call badge', badge],
    [
      'that no event may call',
      'on request created call badge',
      'workflow badge "B" { logic app "a" resource group "r" subscription "s" }',
    ],
    ['that is no Logic App', 'on request created call badge', 'workflow badge "B" { on request }'],
  ])('leaves out a workflow %s', async (_name, policy, inCatalog) => {
    expect((await policyOf(policy, 'global', inCatalog)).properties.customExtensionStageSettings).toEqual([])
  })

  it('knows where its settings are said', async () => {
    const { origin } = await policyOf(
      'managers may request for their reports requestor may choose dates notifications off assigned automatically where "a" ask "A" ask "B" on request created call badge',
    )
    const said = Object.entries(origin?.properties ?? {})
    expect(said.map(([path]) => path)).toEqual([
      'allowedTargetScope',
      'specificAllowedTargets',
      'automaticRequestSettings',
      'requestorSettings/enableTargetsToSelfAddAccess',
      'requestorSettings/enableOnBehalfRequestorsToAddAccess',
      'requestorSettings/onBehalfRequestors',
      'requestorSettings/allowCustomAssignmentSchedule',
      'questions',
      'questions/0',
      'questions/1',
      'customExtensionStageSettings',
      'notificationSettings',
    ])
    expect(new Set(said.map(([, { start }]) => start.character)).size).toBe(8)
  })
})

describe('national clouds', () => {
  const approved = 'approval { stage by manager, fallback group "G" }'

  it.each(['usgov', 'usgov-dod', 'china'])('%s is not told what it does not know, unless it is said', async cloud => {
    const { properties } = await policyOf(approved, cloud)
    expect(properties.notificationSettings).toBeUndefined()
    expect(JSON.stringify(properties)).not.toMatch(/isRequestorJustificationRequired|approverInformationVisibility/)
    const said = await policyOf(
      'notifications off approval { justification required stage by manager, fallback group "G" { approvers hidden } }',
      cloud,
    )
    expect(said.properties.notificationSettings).toEqual({ isAssignmentNotificationDisabled: true })
    expect(said.properties.requestApprovalSettings).toMatchObject({
      isRequestorJustificationRequired: true,
      stages: [{ approverInformationVisibility: 'notVisible' }],
    })
  })

  it('the global one is', async () => {
    expect((await policyOf(approved)).properties.requestApprovalSettings).toMatchObject({
      isRequestorJustificationRequired: false,
      stages: [{ approverInformationVisibility: 'default' }],
    })
  })
})

describe('a workflow', () => {
  it('is an extension of its catalog', async () => {
    const objects = await objectsOf('')
    expect(objects.map(({ kind }) => kind)).toEqual([
      'catalog',
      'custom-workflow-extension',
      'access-package',
      'assignment-policy',
    ])
    expect(objects[1]).toMatchObject({
      address: 'catalog/C/custom-workflow-extension/Order a badge',
      parent: 'catalog/C',
      properties: {
        '@odata.type': '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension',
        displayName: 'Order a badge',
        description: 'Prints',
        endpointConfiguration: {
          '@odata.type': '#microsoft.graph.logicAppTriggerEndpointConfiguration',
          subscriptionId: 's',
          resourceGroupName: 'rg',
          logicAppWorkflowName: 'order',
        },
      },
      defaults: { authenticationConfiguration: { '@odata.type': '#microsoft.graph.azureAdPopTokenAuthentication' } },
    })
  })

  it.each(['on request', 'logic app "a" resource group "r" subscription "s"'])(
    'that says only %s is none yet',
    async said => {
      const objects = await objectsOf('', 'global', `workflow badge "B" { ${said} }`)
      expect(objects.some(({ kind }) => kind === 'custom-workflow-extension')).toBe(false)
    },
  )
})
