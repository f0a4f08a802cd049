import { describe, expect, it } from 'vitest'
import { loadSchema, type Schema, validateEntity, validateExchange } from './schema-validator.ts'

const loaded = loadSchema()
const schema = loaded as Schema
const em = '/v1.0/identityGovernance/entitlementManagement'

describe.skipIf(!loaded)('the validator of exchanges (skipped where ../shared/graph is missing)', () => {
  it.each<[string, unknown, string]>([
    ['accessPackage', { name: 'x' }, 'accessPackage.name: not in accessPackage'],
    ['accessPackage', { isHidden: 'true' }, 'accessPackage.isHidden: "true" where the schema has Edm.Boolean'],
    [
      'accessPackageCatalog',
      { state: 'Published' },
      'accessPackageCatalog.state: "Published" is not a member of accessPackageCatalogState',
    ],
    [
      'accessPackageApprovalStage',
      { approverInformationVisibility: null },
      'accessPackageApprovalStage.approverInformationVisibility: null, but not nullable',
    ],
    ['expirationPattern', { duration: 'P1Y' }, 'expirationPattern.duration: "P1Y" where the schema has Edm.Duration'],
    [
      'accessPackageAssignmentPolicy',
      { specificAllowedTargets: [{ userId: 'x' }] },
      "accessPackageAssignmentPolicy.specificAllowedTargets[0]: subjectSet is abstract, so '@odata.type' must name another type",
    ],
    [
      'identitySource',
      { '@odata.type': '#microsoft.graph.singleUser' },
      'identitySource: singleUser is no identitySource',
    ],
    ['accessPackage', 'x', 'accessPackage: not an object of accessPackage'],
  ])('%s %j', (type, json, sentence) => {
    expect(validateEntity(schema, type, json, { direction: 'request' })).toContain(sentence)
  })

  it('knows what the documentation sends undeclared', () => {
    const requestBody = {
      requestType: 'adminAdd',
      assignment: { targetId: 'a', assignmentPolicyId: 'b', accessPackageId: 'c' },
    }
    expect(
      validateExchange(schema, {
        method: 'POST',
        path: `${em}/assignmentRequests`,
        requestBody,
        status: 201,
        responseBody: { id: 'x' },
      }),
    ).toEqual([])
  })

  it.each([
    [
      { method: 'GET', path: `${em}/accessPackageCatalogs`, status: 200, responseBody: { value: [] } },
      'accessPackageCatalogs is no member of entitlementManagement',
    ],
    [{ method: 'GET', path: `${em}/catalogs?$top=1`, status: 200, responseBody: {} }, 'a collection without value'],
    [{ method: 'GET', path: `${em}/catalogs('x')`, status: 404, responseBody: { code: 'x' } }, 'no error envelope'],
    [
      { method: 'POST', path: `${em}/accessPackages/x/incompatibleGroups/$ref`, requestBody: { id: 'x' }, status: 204 },
      "the body holds no '@odata.id'",
    ],
    [{ method: 'PATCH', path: `${em}/catalogs/x`, requestBody: {}, status: 204, responseBody: {} }, 'a body with 204'],
  ])('%j', (exchange, words) => {
    expect(validateExchange(schema, exchange).join()).toContain(words)
  })

  it('looks into batches', () => {
    const requestBody = {
      requests: [{ id: '1', method: 'GET', url: '/identityGovernance/entitlementManagement/settings' }],
    }
    const responseBody = {
      responses: [{ id: '1', status: 200, body: { id: 'singleton', externalUserLifecycleAction: 'None' } }],
    }
    expect(
      validateExchange(schema, { method: 'POST', path: '/v1.0/$batch', requestBody, status: 200, responseBody }).join(),
    ).toContain('"None" is not a member')
  })
})
