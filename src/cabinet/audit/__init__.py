"""The Internal Auditor's desk: the record in sentences, samples of it, and the heads of the log.

It reads everything and changes nothing of the papers. Nobody but the auditor opens it.
"""
