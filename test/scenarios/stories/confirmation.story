Asking before anything is changed
=================================

Without a terminal nobody can be asked, so nothing is done.

% the sources of small
$ entitle deploy --sandbox

With one, anything but yes is no.

$ entitle deploy --sandbox
< n

$ entitle deploy --sandbox
< y
