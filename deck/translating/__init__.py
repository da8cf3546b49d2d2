"""An outline and what translators send → catalogs brought up to it, files for their tools, pages to read over."""

__all__ = ["catalog_files", "completeness", "exchange", "reading_page"]
