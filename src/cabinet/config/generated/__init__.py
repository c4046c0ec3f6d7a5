"""An archive made by machine, as large as wanted, to try the office at the size it will have."""
