"""The readers, one module a format, each with ``read(data, limits) -> Document``.

They are imported when such a file comes: lxml, pdfium and olefile take 20 to 80 ms to load.
"""
