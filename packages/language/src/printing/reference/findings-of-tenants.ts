import { type FindingGroup, found } from './finding-text.ts'

/** Findings of planning and deploying: what the tenant answers. */
export const findingsOfTenants: readonly FindingGroup[] = [
  {
    title: 'Planning and deploying',
    findings: [
      found(
        'changed-in-tenant',
        'warning',
        'The tenant has another value than the declaration; `entitle drift` found it, so somebody changed one of the two.',
        'Deploy to make the tenant as declared, or write the tenant’s value into the sources.',
      ),
      found(
        'missing-in-tenant',
        'warning',
        'The object is declared and the tenant does not have it; `entitle drift` found it.',
        'Deploy to create it, or take the declaration out of the sources.',
      ),
      found(
        'no-tenant',
        'error',
        'The sources declare no tenant.',
        'Declare one, or plan against a sandbox with `--sandbox`.',
        'tenant/tenant',
      ),
      found(
        'several-tenants',
        'error',
        'The sources declare several tenants, and it is open which one is meant.',
        'Say which with `--tenant`.',
        'tenant/tenant',
      ),
      found(
        'unknown-tenant',
        'error',
        'No declared tenant has the name behind `--tenant`.',
        'Take one that the message lists.',
        'tenant/tenant',
      ),
      found(
        'not-in-directory',
        'error',
        'The directory has no such user, group, app or site, so nothing that names it can be deployed.',
        'Correct the name, or create the object in the directory.',
        'directory-objects/user, group, app, site',
      ),
      found(
        'new-guest',
        'info',
        'Nobody in the directory has this e-mail address: the assignment invites its owner as a guest.',
        'Look whether the address is right. Nothing else is to be done.',
        'assign/assign',
      ),
      found(
        'ambiguous-name',
        'error',
        'The tenant has several objects of this name; Entitle never guesses which one is meant.',
        'Pin the one that is meant with its `id`, or rename the other one.',
        'identity/id',
        'directory-objects/id',
      ),
      found(
        'pinned-id-not-found',
        'error',
        'The tenant has no such object with the id that is pinned, or has it elsewhere.',
        'Correct the `id`, or leave it out.',
        'identity/id',
      ),
      found(
        'declared-twice',
        'error',
        'Two declarations mean the same object of the tenant.',
        'Leave one of them out.',
        'identity/formerly',
      ),
      found(
        'not-understood',
        'error',
        'The review in the tenant looks at access, or asks reviewers, in a way that the language has no words for. It is left as it is.',
        'Change it in the portal to what the language can say, or take its declaration out of the sources.',
        'standalone-review/review',
      ),
      found(
        'directory-not-readable',
        'error',
        'The directory can’t be read, so names can’t be looked up.',
        'Sign in with an account that has the permission that the message names.',
      ),
      found(
        'not-readable',
        'error',
        'A part of the tenant can’t be read; nothing that depends on it is planned.',
        'Sign in with an account that may read entitlement management.',
      ),
      found(
        'live-assignments',
        'error',
        'A package or policy is no longer declared, but people have access through it, so `--prune` doesn’t delete it.',
        'Give `--end-assignments` to end their access and delete it, declare it again, or leave out `--prune`.',
      ),
    ],
  },
  {
    title: 'Auditing a tenant',
    findings: [
      found(
        'gone-decider',
        'warning',
        'A policy of the tenant names an approver or a reviewer whom the directory doesn’t have any more; `entitle audit` found it. Requests and reviews wait for them.',
        'Name somebody else.',
        'approval/stage by',
        'review/review',
      ),
      found(
        'gone-requestors',
        'warning',
        'Everybody whom a policy of the tenant lets request is gone from the directory; `entitle audit` found it.',
        'Name others, or remove the policy.',
        'requestors/requestable by',
      ),
      found(
        'gone-resource',
        'warning',
        'A catalog of the tenant has a resource whose group or app the directory doesn’t have any more; `entitle audit` found it. Packages that grant it fail.',
        'Remove the resource, or restore the group or app.',
        'catalog/resources',
      ),
      found(
        'gone-sponsor',
        'warning',
        'An organization of the tenant has a sponsor whom the directory doesn’t have any more; `entitle audit` found it.',
        'Name somebody else.',
        'organization/internal sponsors',
      ),
    ],
  },
]
