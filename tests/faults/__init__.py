"""Faults of machines: killed servers, power cuts, full disks, failing reads and writes, clocks."""
