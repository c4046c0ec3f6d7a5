"""Errands: work that waits until an act is committed, done by workers under a lease.

An errand is put on the list in the act's own transaction, so that it is there if and only if the
act is. A desk writes its errands as tasks of ``django_tasks`` (the same interface as Django 6's
own) in its module ``errands``; the list, the leases and the workers are here.
"""
