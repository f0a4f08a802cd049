A plan for another tenant
=========================

A plan says which tenant it is for, and is carried out nowhere else.

% the sources of small
% the tenant has the groups Identity Governance desk, Project Alpine
$ entitle plan --out spring.plan
| contoso.com  (read 1 object in 1 request, 0 ms; signed in as anna@contoso.com, read-only)
|
| + organization Fabrikam (1 sponsor)                        tenant.entitle:6
|       ! Fabrikam is connected, with fabrikam.com.  connects-organization
|
| + catalog Partner collaboration (1 role, 1 resource)       partners.entitle:1
|   + package  Alpine supplier access (1 grant, 2 policies)  partners.entitle:7
|
| Plan: 9 to add, 0 to change, 0 to delete · 9 writes
| Saved as spring.plan. entitle deploy spring.plan carries out exactly this.
= exit 2
> 6 reads

% another tenant
$ entitle deploy spring.plan --yes
! ✗ This is not contoso.com: you are signed in to the tenant 00000000-0000-4000-8000-000000000002, not 00000000-0000-4000-8000-000000000001. Nothing was changed. Sign in with an account of contoso.com, or choose a sign-in with --auth.
= exit 3

$ entitle deploy spring.plan --yes --sandbox
! ✗ This plan is for another tenant: it was made for contoso.com (00000000-0000-4000-8000-000000000001), and the sandbox .entitle/sandbox.db is 00000000-0000-4000-8000-000000000003. Nothing was changed; plan again for this tenant.
= exit 3

$ entitle deploy spring.plan --yes --tenant fabrikam
! ✗ This plan is for contoso, not for fabrikam. Nothing was changed.
= exit 3
