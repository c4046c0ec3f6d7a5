"""Backups: the database as at one moment and every file that it names, verified by reading back.

    FOLDER/files/ab/cdef...            each file once, under its SHA-256, shared by all backups
    FOLDER/2026-11-24T09-00-00Z/       one backup: the copy of the database, its manifest, the
                                       signed log as it was (without the key that signs)

A file that an earlier backup holds is not copied again. A backup is written under a name that
begins with a point and renamed when it is whole, so that a folder with a date is a whole backup.
"""
