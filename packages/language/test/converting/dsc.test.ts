import { describe, expect, it } from 'vitest'
import { type DscValue, parseDsc } from '../../src/converting/dsc.ts'
import { NotConvertible } from '../../src/converting/graph-document.ts'
import { convert, formOf, openWorkspace } from '../../src/index.ts'

const read = (text: string): DscValue => parseDsc(`AADEntitlementManagementX 'n' { V = ${text} }`)[0]?.properties.v

describe('a configuration of Microsoft365DSC', () => {
  it.each<readonly [string, DscValue]>([
    ["'it''s'", "it's"],
    ['"a `"b`" `n c"', 'a "b" \n c'],
    ['$True', true],
    ['$false', false],
    ['$null', null],
    ['$Credscredential', undefined],
    ['365', 365],
    ['@()', []],
    ["@('a', 'b')", ['a', 'b']],
    ["@('a'\n 'b')", ['a', 'b']],
    ["MSFT_X{ A = 'b'; C = 1\n D = $True }", { a: 'b', c: 1, d: true }],
    ["@(MSFT_X{ A = 'b' }\n MSFT_X{ A = 'c' })", [{ a: 'b' }, { a: 'c' }]],
    ["@{ A = 'b' }", { a: 'b' }],
  ])('has the value %j', (text, value) => {
    expect(read(text)).toEqual(value)
  })

  it.each<readonly [string, string, number]>([
    ["AADEntitlementManagementX 'n' {\n V = 1\n", 'A block has no end.', 2],
    ["AADEntitlementManagementX 'n' {\n V 1\n}", '`=` is missing before `1`.', 2],
    ["AADEntitlementManagementX 'n' {\n V = ;\n}", '`;` is no value.', 2],
  ])('is refused with the line: %j', (text, message, line) => {
    let thrown: unknown
    try {
      parseDsc(text)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(NotConvertible)
    expect(thrown).toMatchObject({ message, line })
  })
})

const whole = `
<# An example #>
Configuration Example
{
    param([Parameter(Mandatory = $true)] [PSCredential] $Credscredential)
    Import-DscResource -ModuleName Microsoft365DSC
    node localhost
    {
        AADEntitlementManagementConnectedOrganization 'Fabrikam'
        {
            DisplayName = "Fabrikam"
            State = 'configured'
            IdentitySources = @(MSFT_MicrosoftGraphidentitysource{ odataType = '#microsoft.graph.domainIdentitySource'; DomainName = 'fabrikam.com'; DisplayName = 'Fabrikam' })
            Credential = $Credscredential
        }
        AADEntitlementManagementAccessPackageCatalog 'Shop'
        {
            Id = '00000000-0000-4000-8000-000000000001'
            DisplayName = 'Shop'
            CatalogStatus = 'Published'
            IsExternallyVisible = $True
            Description = 'D'
            ApplicationSecret = 'planted-secret'
            Ensure = 'Present'
        }
        AADEntitlementManagementAccessPackageCatalogResource 'Alpine'
        {
            CatalogId = '00000000-0000-4000-8000-000000000001'
            DisplayName = 'Project Alpine'
            OriginId = '00000000-0000-4000-8000-0000000000aa'
            OriginSystem = 'AadGroup'
        }
        AADEntitlementManagementAccessPackage 'Tools'
        {
            DisplayName = 'Integration Package'
            CatalogId = 'Shop'
            IsHidden = $True
            AccessPackageResourceRoleScopes = @(MSFT_AccessPackageResourceRoleScope{ AccessPackageResourceOriginId = '00000000-0000-4000-8000-0000000000aa'; AccessPackageResourceRoleDisplayName = 'Member' })
        }
        AADEntitlementManagementAccessPackageAssignmentPolicy 'external'
        {
            AccessPackageId = 'Integration Package';
            DisplayName = 'External tenant'; Description = ''; CanExtend = $False; DurationInDays = 365
            AccessReviewSettings = MSFT_MicrosoftGraphassignmentreviewsettings{
                IsEnabled = $True
                StartDateTime = '12/17/2026 23:59:59'
                AccessReviewTimeoutBehavior = 'keepAccess'
                ReviewerType = 'Self'
                RecurrenceType = 'quarterly'
                DurationInDays = 25
            };
            RequestApprovalSettings = MSFT_MicrosoftGraphapprovalsettings{
                ApprovalMode = 'SingleStage'
                IsApprovalRequired = $True
                ApprovalStages = @(MSFT_MicrosoftGraphapprovalstage1{
                    ApprovalStageTimeOutInDays = 7
                    IsEscalationEnabled = $True
                    EscalationTimeInMinutes = 5760
                    PrimaryApprovers = @(MSFT_MicrosoftGraphuserset{ odataType = '#microsoft.graph.singleUser'; Id = 'anna@contoso.com'; IsBackup = $False })
                    EscalationApprovers = @(MSFT_MicrosoftGraphuserset{ odataType = '#microsoft.graph.groupMembers'; Id = 'Desk'; IsBackup = $False })
                })
            };
            RequestorSettings = MSFT_MicrosoftGraphrequestorsettings{
                AcceptRequests = $True
                ScopeType = 'SpecificConnectedOrganizationSubjects'
                AllowedRequestors = @(MSFT_MicrosoftGraphuserset{ odataType = '#microsoft.graph.connectedOrganizationMembers'; Id = 'Fabrikam' })
            };
        }
        AADGroup 'other' { DisplayName = 'x' }
        AADEntitlementManagementAccessPackage 'Gone' { DisplayName = 'Gone'; Ensure = 'Absent' }
        AADEntitlementManagementSettings 's' { IsSingleInstance = 'Yes' }
    }
}
`

describe('the resources of Microsoft365DSC', () => {
  it('become a source; what they sign in with stays behind', async () => {
    expect(formOf(whole)).toBe('dsc')
    const { text, losses } = await convert(whole, 'dsc')
    const errors = (await openWorkspace({ files: { '/w/a.entitle': text }, today: '2026-06-01', rules: false }))
      .check()
      .filter(({ severity }) => severity === 'error')
    expect(errors.map(({ message }) => message)).toEqual([])
    for (const line of [
      'organization fabrikam "Fabrikam" {',
      'domain "fabrikam.com"',
      'catalog shop "Shop" {',
      'visible to external users',
      'package integration-package "Integration Package" {',
      'hidden',
      'grants "Member" of project-alpine',
      'requestable by users from fabrikam',
      'stage by user "anna@contoso.com" {',
      'within 7 days',
      'escalate to group "Desk" after 4 days',
      'expires after 365 days',
      'review quarterly {',
      'starting 2026-12-17',
      'if no response keep access',
    ])
      expect(text).toContain(line)
    expect(JSON.stringify({ text, losses })).not.toContain('planted-secret')
    expect(losses.map(({ message }) => message)).toEqual([
      'Gone: it is to be absent, and is left out: Entitle deletes what is not declared only where you ask for it (`--prune`).',
      's: resources of this sort are not converted.',
    ])
  })

  it('tell what they don’t say enough of', async () => {
    const { losses } = await convert(
      "AADEntitlementManagementConnectedOrganization 'F' { DisplayName = 'F'; InternalSponsors = @('id') }\nAADEntitlementManagementAccessPackage 'P' { DisplayName = 'P'; IncompatibleGroups = @('id') }",
      'dsc',
    )
    expect(
      losses.map(({ line, message }) => `${line}: ${message.split(':')[0]}: ${message.includes('not taken over')}`),
    ).toEqual(['2: P: true', '1: F: true'])
  })

  it('are refused where there is none', async () => {
    await expect(convert("AADGroup 'x' { }", 'dsc')).rejects.toBeInstanceOf(NotConvertible)
    await expect(convert('', 'dsc')).rejects.toBeInstanceOf(NotConvertible)
  })
})
