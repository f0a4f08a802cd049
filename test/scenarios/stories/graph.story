Pictures
========

Who approves access doesn't read sources. A picture shows who may get what, and how a package is got, kept and lost.

% the sources of small

$ entitle graph
| flowchart LR
|   accTitle: Access map
|   a1("Users from Fabrikam<br/>connected organization")
|   a2("Any member")
|   subgraph g2["Partner collaboration"]
|     k1["Alpine supplier access<br/>Approved suppliers: 1 approval, 180 days, reviewed quarterly<br/>Employees: 1 approval, 365 days, no review"]
|   end
|   r1[("Project Alpine<br/>group")]
|   a1 -->|"Approved suppliers"| k1
|   a2 -->|"Employees"| k1
|   k1 -->|"Member"| r1
= exit 0
$ entitle graph --package supplier
| flowchart TD
|   accTitle: Lifecycle of Alpine supplier access, in Partner collaboration
|   subgraph g1["Approved suppliers"]
|     p1s1(["Request<br/>by users from Fabrikam<br/>with a justification"])
|     p1s2{{"Approval<br/>by internal sponsors, fallback Identity Governance desk<br/>who give a reason<br/>denied unless approved within 7 days"}}
|     p1s3["Access<br/>Member of Project Alpine"]
|     p1s4[/"Review, quarterly<br/>by Identity Governance desk<br/>open for 14 days<br/>whoever is denied loses access<br/>no response removes access"/]
|     p1s5(["End after 180 days<br/>may be extended, with approval"])
|   end
|   subgraph g2["Employees"]
|     p2s1(["Request<br/>by any member"])
|     p2s2{{"Approval<br/>by manager, fallback Identity Governance desk<br/>who give a reason<br/>denied unless approved within 14 days"}}
|     p2s3["Access<br/>Member of Project Alpine"]
|     p2s4(["End after 365 days"])
|   end
|   p1s1 --> p1s2
|   p1s2 -->|"approved"| p1s3
|   p1s3 --> p1s4
|   p1s4 -->|"kept"| p1s5
|   p2s1 --> p2s2
|   p2s2 -->|"approved"| p2s3
|   p2s3 --> p2s4
= exit 0
$ entitle graph --package supplier --out alpine.svg
| alpine.svg is written: Lifecycle of Alpine supplier access, in Partner collaboration
= exit 0
$ entitle graph --catalog partners --out map.mmd
| map.mmd is written: Access map of Partner collaboration
= exit 0

What can't be drawn is said, with what could be meant.

$ entitle graph --package suplier
! ✗ No package is called suplier. Is it supplier?
= exit 64
$ entitle graph --catalog nothing
! ✗ No catalog is called nothing. There is partners.
= exit 64
$ entitle graph --catalog partners --package supplier
! ✗ --package draws the lifecycle of one package and --catalog a map: give one of them.
= exit 64
$ entitle graph --format pdf
! ✗ --format takes mermaid, svg; not pdf.
= exit 64
