Ctrl-C
======

While reading: nothing was changed. While writing: the request under way is finished, and the output says what took effect.

% the sources of small
% Ctrl-C at request 3
$ entitle deploy --sandbox --yes

% Ctrl-C at request 22
$ entitle deploy --sandbox --yes

% no more Ctrl-C
$ entitle deploy --sandbox --yes

$ entitle plan --sandbox
